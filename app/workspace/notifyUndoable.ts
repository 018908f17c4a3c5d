import { dismissNotice, type NoticeAction, notify, type ShownNotice } from './notify.ts'
import { type PushedStep, useUndo } from './undo.ts'

/** Says what was done and offers to undo it, as long as it is the newest step; then the notice leaves. */
export function notifyUndoable(
  notice: Pick<ShownNotice, 'tone' | 'title' | 'detail'>,
  step: PushedStep | undefined,
): void {
  if (!step?.isNewest()) {
    notify(notice)
    return
  }
  const action: NoticeAction = { label: 'Undo', run: () => void step.undo() }
  const id = notify({ ...notice, action })
  const stop = useUndo.subscribe(() => {
    if (step.isNewest()) return
    stop()
    dismissNotice(id)
  })
}
