// What window, worker and tabs say to each other. Everything that can be asked is one map from name to
// function, Calls: AWS's names are operations, ours are the calls beside them, so the case tells the two
// apart. One message asks, one message answers, and notices come unasked.

import type { Input, OperationName, Output } from '../api.ts'
import type { BesideCalls, Notice } from './beside.ts'
import type { SentError } from './engineError.ts'

export type Calls = { [Name in OperationName]: (input: Input<Name>) => Promise<Output<Name>> } & BesideCalls

export type CallName = keyof Calls

/**
 * Who answers, and what may be done again. `read` and `write` go to the tab that owns the project, and only
 * reads may be asked twice; `local` is answered by this tab's own worker.
 */
export type Effect = 'read' | 'write' | 'local'

const EFFECTS: Record<CallName, Effect> = {
  CreateTable: 'write',
  DescribeTable: 'read',
  ListTables: 'read',
  UpdateTable: 'write',
  DeleteTable: 'write',
  PutItem: 'write',
  GetItem: 'read',
  UpdateItem: 'write',
  DeleteItem: 'write',
  BatchGetItem: 'read',
  BatchWriteItem: 'write',
  Query: 'read',
  Scan: 'read',
  openProject: 'local',
  listProjects: 'local',
  createProject: 'local',
  renameProject: 'local',
  duplicateProject: 'local',
  deleteProject: 'local',
  readDocument: 'read',
  writeDocument: 'write',
  readCollections: 'read',
  storageState: 'local',
}

/** Names that nobody knows are the engine's to refuse. */
export function effectOf(name: string): Effect {
  return Object.hasOwn(EFFECTS, name) ? EFFECTS[name as CallName] : 'write'
}

export function besideCallNames(): (keyof BesideCalls)[] {
  return Object.keys(EFFECTS).filter((name) => /^[a-z]/.test(name)) as (keyof BesideCalls)[]
}

export interface Request {
  id: number
  name: string
  args: readonly unknown[]
}

export type Reply = { id: number; output: unknown } | { id: number; error: SentError }

/** Ends the worker's work in good order: what is under way is answered and stored first. */
export interface Goodbye {
  goodbye: true
}

/** The name of the Web Lock that the worker holds for as long as it lives. */
export type LifeLock = string

export type ToWorker = Request | Goodbye
export type FromWorker = Reply | { notice: Notice } | { ready: LifeLock }
