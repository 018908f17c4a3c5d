// What one window asks of its worker: the list of projects, and the project that it has open.

import type { Projects } from '../storage/projects.ts'
import { readStorageState } from '../storage/storageState.ts'
import type { BesideCalls, Notice } from './beside.ts'
import { engineError } from './engineError.ts'
import { openProjectHost } from './projectHost.ts'
import { effectOf } from './protocol.ts'
import { joinProject, type ProjectTab } from './tabs.ts'

type LocalCalls = Omit<BesideCalls, 'readDocument' | 'writeDocument' | 'readCollections'>

/** Held while the list of projects changes, so that what a kill left half done can be told from what is under way. */
const PROJECTS_LOCK = 'sortkey-projects'

export class WindowSession {
  readonly #projects: Projects
  readonly #notify: (notice: Notice) => void
  readonly #otherWindows = new BroadcastChannel(PROJECTS_LOCK)
  #open: { id: string; tab: ProjectTab; wasReady: boolean } | undefined
  /** Opening and deleting happen one after the other, and calls wait for them. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(projects: Projects, notify: (notice: Notice) => void) {
    this.#projects = projects
    this.#notify = notify
    this.#otherWindows.onmessage = () => notify({ kind: 'projects' })
  }

  answer(name: string, args: readonly unknown[]): Promise<unknown> {
    if (effectOf(name) !== 'local') return this.#answerFromProject(name, args)
    const call = this.#local[name as keyof LocalCalls] as (...args: readonly unknown[]) => Promise<unknown>
    return call(...args)
  }

  /** Erases what an earlier session left half done, unless another window is at work on the list. */
  async sweep(): Promise<void> {
    const unfinished = await navigator.locks.request(PROJECTS_LOCK, { ifAvailable: true }, (lock) =>
      lock ? this.#projects.findUnfinished() : [],
    )
    for (const id of unfinished) await this.#projects.erase(id)
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#leaveProject())
    this.#otherWindows.close()
    this.#projects.close()
  }

  readonly #local: LocalCalls = {
    openProject: (id) => this.#inTurn(() => this.#openProject(id)),
    listProjects: () => this.#projects.list(),
    createProject: (name) => this.#changingProjects(() => this.#projects.create(name)),
    renameProject: (id, name) => this.#changingProjects(() => this.#projects.rename(id, name)),
    duplicateProject: (id, name) => this.#changingProjects(() => this.#projects.duplicate(id, name)),
    deleteProject: (id) => this.#deleteProject(id),
    storageState: readStorageState,
  }

  async #answerFromProject(name: string, args: readonly unknown[]): Promise<unknown> {
    await this.#turn
    const tab = await this.#currentTab()
    return tab.answer(name, args)
  }

  /** A project that was lost after it worked is opened again; one that did not open stays refused until asked for. */
  async #currentTab(): Promise<ProjectTab> {
    const open = this.#open
    if (!open) throw engineError('NoProjectOpen', 'No project is open.')
    if (open.tab.failure && open.wasReady) await this.#inTurn(() => this.#openProject(open.id))
    return this.#open?.tab ?? open.tab
  }

  async #openProject(id: string): Promise<void> {
    await this.#projects.find(id)
    if (this.#open?.id !== id || this.#open.tab.failure) {
      await this.#leaveProject()
      this.#open = { id, tab: this.#join(id), wasReady: false }
    }
    await this.#open.tab.ready
    this.#open.wasReady = true
    await this.#projects.touch(id)
  }

  #join(id: string): ProjectTab {
    return joinProject({
      lockName: `sortkey-project-${id}`,
      openHost: (events) => openProjectHost(id, events),
      onNotice: this.#notify,
    })
  }

  async #leaveProject(): Promise<void> {
    const tab = this.#open?.tab
    this.#open = undefined
    await tab?.close()
  }

  /** Erasing may wait for other windows, which therefore do not wait for it. */
  async #deleteProject(id: string): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#open?.id === id) await this.#leaveProject()
      await this.#changingProjects(() => this.#projects.forget(id))
    })
    await this.#projects.erase(id)
  }

  /** One window at a time; all of them hear that the list changed. */
  async #changingProjects<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = await navigator.locks.request(PROJECTS_LOCK, change)
    this.#otherWindows.postMessage('changed')
    this.#notify({ kind: 'projects' })
    return result
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => {})
    return done
  }
}
