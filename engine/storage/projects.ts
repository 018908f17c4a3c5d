// The projects of this browser: a list in a database of its own, and one database per project, so that
// deleting a project gives its space back at once. A project that is being created, copied or deleted is
// marked in the list first; what a kill leaves half done is found there and erased.

import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { copyDatabase } from './copyDatabase.ts'
import { finished, nameStorageFailure, openProjectDatabase, quietly } from './projectDatabase.ts'
import { StorageError } from './storageError.ts'

export interface ProjectSummary {
  id: string
  name: string
  /** Milliseconds since 1970. */
  createdAt: number
  /** Milliseconds since 1970. */
  openedAt: number
}

export interface Projects {
  /** The last opened first. */
  list(): Promise<ProjectSummary[]>
  /** Throws ProjectNotFound. */
  find(id: string): Promise<ProjectSummary>
  create(name: string): Promise<ProjectSummary>
  rename(id: string, name: string): Promise<void>
  /** Notes that the project is opened now. */
  touch(id: string): Promise<void>
  duplicate(id: string, name: string): Promise<ProjectSummary>
  /** From now on there is no such project; its data is still there, to be erased. Throws ProjectNotFound. */
  forget(id: string): Promise<void>
  /**
   * Deletes the data of a project that is forgotten or was never finished. Waits until all that have it open
   * gave way.
   */
  erase(id: string): Promise<void>
  /** What is not whole: half created, half copied or half deleted. */
  findUnfinished(): Promise<string[]>
  close(): void
}

export interface ProjectsOptions {
  /** The database of the list. */
  databaseName?: string
  nowMs?: () => number
}

interface ListedProject extends ProjectSummary {
  /** Absent: whole. Otherwise not shown, and erased when nobody is at it any more. */
  unfinished?: 'creating' | 'copying' | 'deleting'
}

interface ProjectsSchema extends DBSchema {
  projects: { key: string; value: ListedProject }
}

const DEFAULT_DATABASE = 'sortkey-projects'

export function projectDatabaseName(id: string): string {
  return `sortkey-project-${id}`
}

/** Opens its database on first use. */
export function createProjects(options: ProjectsOptions = {}): Projects {
  return new StoredProjects(options.databaseName ?? DEFAULT_DATABASE, options.nowMs ?? Date.now)
}

class StoredProjects implements Projects {
  readonly #name: string
  readonly #nowMs: () => number
  #opening: Promise<IDBPDatabase<ProjectsSchema>> | undefined

  constructor(name: string, nowMs: () => number) {
    this.#name = name
    this.#nowMs = nowMs
  }

  async list(): Promise<ProjectSummary[]> {
    const listed = await this.#read()
    const whole = listed.filter(({ unfinished }) => !unfinished)
    return whole.sort((a, b) => b.openedAt - a.openedAt || b.createdAt - a.createdAt)
  }

  async find(id: string): Promise<ProjectSummary> {
    const found = (await this.#read()).find((project) => project.id === id && !project.unfinished)
    if (!found) throw notFound(id)
    return found
  }

  create(name: string): Promise<ProjectSummary> {
    return this.#add(name, 'creating', async (databaseName) => {
      const database = await openProjectDatabase(databaseName)
      database.close()
    })
  }

  rename(id: string, name: string): Promise<void> {
    return this.#change(id, (project) => ({ ...project, name }))
  }

  touch(id: string): Promise<void> {
    return this.#change(id, (project) => ({ ...project, openedAt: this.#nowMs() }))
  }

  async duplicate(id: string, name: string): Promise<ProjectSummary> {
    await this.find(id)
    return this.#add(name, 'copying', (databaseName) => copyDatabase(projectDatabaseName(id), databaseName))
  }

  forget(id: string): Promise<void> {
    return this.#change(id, (project) => ({ ...project, unfinished: 'deleting' }))
  }

  async erase(id: string): Promise<void> {
    await this.#attempt(async (database) => {
      await deleteDB(projectDatabaseName(id))
      const transaction = quietly(database.transaction('projects', 'readwrite', { durability: 'strict' }))
      await finished(transaction, [transaction.store.delete(id)])
    })
  }

  async findUnfinished(): Promise<string[]> {
    return (await this.#read()).filter(({ unfinished }) => unfinished).map(({ id }) => id)
  }

  close(): void {
    void this.#opening?.then((database) => database.close())
    this.#opening = undefined
  }

  /** A new project, marked in the list until its database is whole. */
  async #add(
    name: string,
    unfinished: 'creating' | 'copying',
    fill: (databaseName: string) => Promise<void>,
  ): Promise<ProjectSummary> {
    const project = this.#newProject(name)
    await this.#write({ ...project, unfinished })
    try {
      await fill(projectDatabaseName(project.id))
    } catch (cause) {
      await this.erase(project.id).catch(() => {}) // What is left is marked, and erased later.
      throw nameStorageFailure(cause)
    }
    await this.#write(project)
    return project
  }

  #newProject(name: string): ProjectSummary {
    const now = this.#nowMs()
    return { id: crypto.randomUUID(), name, createdAt: now, openedAt: now }
  }

  #read(): Promise<ListedProject[]> {
    return this.#attempt((database) => database.getAll('projects'))
  }

  #write(project: ListedProject): Promise<void> {
    return this.#attempt(async (database) => {
      const transaction = quietly(database.transaction('projects', 'readwrite', { durability: 'strict' }))
      await finished(transaction, [transaction.store.put(project, project.id)])
    })
  }

  #change(id: string, change: (project: ListedProject) => ListedProject): Promise<void> {
    return this.#attempt(async (database) => {
      const transaction = quietly(database.transaction('projects', 'readwrite', { durability: 'strict' }))
      const project = await transaction.store.get(id)
      if (!project || project.unfinished) throw notFound(id)
      await finished(transaction, [transaction.store.put(change(project), id)])
    })
  }

  async #attempt<Result>(work: (database: IDBPDatabase<ProjectsSchema>) => Promise<Result>): Promise<Result> {
    try {
      this.#opening ??= this.#open()
      return await work(await this.#opening)
    } catch (cause) {
      throw nameStorageFailure(cause)
    }
  }

  async #open(): Promise<IDBPDatabase<ProjectsSchema>> {
    const forget = (): void => {
      this.#opening = undefined
    }
    const opening = openDB<ProjectsSchema>(this.#name, 1, {
      upgrade: (database) => {
        database.createObjectStore('projects')
      },
      blocking: (_currentVersion, _blockedVersion, event) => {
        forget()
        ;(event.target as IDBDatabase).close()
      },
      terminated: forget,
    })
    opening.catch(forget)
    return opening
  }
}

function notFound(id: string): StorageError {
  return new StorageError('ProjectNotFound', 'There is no such project in this browser.', { id })
}
