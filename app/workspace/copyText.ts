import { notify, notifyError } from './notify.ts'

/** Puts text on the clipboard and says so; `what` names it: 'CreateTable JSON'. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    notify({ tone: 'ok', title: `${what} copied` })
  } catch (error) {
    notifyError(`${what} could not be copied`, error)
  }
}
