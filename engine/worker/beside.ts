// What stands beside the door: the calls that DynamoDB does not offer and a remote endpoint lacks, and the
// notices that come unasked. Times are milliseconds since 1970.

import type { Call } from '../api.ts'
import type { ProjectSummary } from '../storage/projects.ts'
import type { StorageState } from '../storage/storageState.ts'
import type { ReadCollectionsInput, ReadCollectionsOutput } from '../table/itemCollections.ts'

export type { ProjectSummary, StorageState }

export interface BesideCalls {
  /** Everything but the list of projects speaks to the project opened last. Throws ProjectNotFound. */
  openProject(id: string): Promise<void>
  /** The last opened first. */
  listProjects(): Promise<ProjectSummary[]>
  createProject(name: string): Promise<ProjectSummary>
  renameProject(id: string, name: string): Promise<void>
  duplicateProject(id: string, name: string): Promise<ProjectSummary>
  /** Closes the project in every tab. */
  deleteProject(id: string): Promise<void>
  readDocument(name: string): Promise<string | undefined>
  writeDocument(name: string, text: string): Promise<void>
  readCollections(input: ReadCollectionsInput): Promise<ReadCollectionsOutput>
  storageState(): Promise<StorageState>
}

export type ProjectStatus = 'opening' | 'ready' | 'saving' | 'saved' | 'failed'

/** All of them go to every tab of the project, the one that caused them included. */
export type Notice =
  | { kind: 'changed'; tables: string[] }
  | { kind: 'documents'; names: string[] }
  /** The list of projects changed. */
  | { kind: 'projects' }
  | { kind: 'status'; status: ProjectStatus; error?: { name: string; message: string } }

/** What a window holds. Every promise settles, whatever becomes of the worker. */
export interface EngineClient {
  call: Call
  beside: BesideCalls
  onNotice(listener: (notice: Notice) => void): () => void
  close(): void
}
