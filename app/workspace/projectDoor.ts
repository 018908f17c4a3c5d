// The door of one project. The engine speaks to whichever project was opened last, and messages to it are
// ordered, so a check at the moment of posting is enough: what was begun in one project never lands in
// another. An edit of several steps takes the door once, at its start.

import type { Call } from '../../engine/api.ts'
import { beside, call, callInBackground, openedProjectId } from './engine.ts'

export interface ProjectDoor {
  readonly projectId: string
  readonly call: Call
  readonly callInBackground: Call
  readDocument(name: string): Promise<string | undefined>
  writeDocument(name: string, text: string): Promise<void>
}

export class ProjectClosedError extends Error {
  constructor() {
    super('This belongs to a project that is not open any more.')
    this.name = 'ProjectClosed'
  }
}

/** Every call through it rejects with ProjectClosed while another project is open, or `isWanted` says no. */
export function projectDoor(projectId: string, isWanted: () => boolean = () => true): ProjectDoor {
  const check = () => {
    if (openedProjectId() !== projectId || !isWanted()) throw new ProjectClosedError()
  }
  const guarded =
    (through: Call): Call =>
    async (operation, input) => {
      check()
      return through(operation, input)
    }
  return {
    projectId,
    call: guarded(call),
    callInBackground: guarded(callInBackground),
    readDocument: async (name) => {
      check()
      return beside().readDocument(name)
    },
    writeDocument: async (name, text) => {
      check()
      return beside().writeDocument(name, text)
    },
  }
}

/** Rejects with ProjectClosed unless this project is the open one. */
export function readProjectDocument(projectId: string, name: string): Promise<string | undefined> {
  return projectDoor(projectId).readDocument(name)
}

/** Rejects with ProjectClosed unless this project is the open one; nothing is written then. */
export function writeProjectDocument(projectId: string, name: string, text: string): Promise<void> {
  return projectDoor(projectId).writeDocument(name, text)
}
