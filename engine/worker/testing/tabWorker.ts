// A tab of its own for tests: it joins a project whose host is a few lines, so that a test decides what is
// still under way when the tab leaves or dies.

import { engineError } from '../engineError.ts'
import type { Host } from '../host.ts'
import { type ServingPort, serve } from '../serve.ts'
import { joinProject, type ProjectTab } from '../tabs.ts'

export interface TabSetup {
  lockName: string
  /** What the host of this tab calls itself in its answers. */
  title: string
  opens?: boolean
}

const port = self as unknown as ServingPort
let tab: ProjectTab | undefined
let release = (): void => {}
const held = new Promise<void>((resolve) => {
  release = resolve
})

/** What was thrown where nobody was waiting. */
const uncaught: string[] = []
self.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)))

async function join({ lockName, title, opens = true }: TabSetup): Promise<void> {
  tab = joinProject({
    lockName,
    onNotice: (notice) => port.postMessage({ notice }),
    openHost: async ({ takesOver, onNotice }) => {
      if (!opens) throw engineError('InternalFailure', `${title} does not open`)
      onNotice({ kind: 'changed', tables: [`${title} ${takesOver ? 'took over' : 'opened'}`] })
      return createHost(title)
    },
  })
  await tab.ready
}

/** Answers at once, unless the argument asks to be `held` until released, or to `hang` for ever on this host. */
function createHost(title: string): Host {
  return {
    answer: async (name, [argument]) => {
      if (argument === `hang on ${title}`) await new Promise(() => {})
      if (argument === 'held') await held
      if (argument === 'fail') throw engineError('InternalFailure', `${title} fails`, { answeredBy: title })
      return `${title} answered ${name}`
    },
    close: async () => {},
  }
}

serve(
  port,
  async (name, args) => {
    if (name === 'join') return join(args[0] as TabSetup)
    if (name === 'release') return release()
    if (name === 'uncaught') return uncaught
    if (name === 'leave') return tab?.close()
    return tab?.answer(name, args)
  },
  () => {},
)
