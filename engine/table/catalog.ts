// The tables of one account and region, by name.

import type { Table } from './table.ts'

export class Catalog {
  readonly #tables = new Map<string, Table>()

  findTable(name: string): Table | undefined {
    return this.#tables.get(name)
  }

  /** In the order in which ListTables answers. */
  tableNames(): string[] {
    return [...this.#tables.keys()].sort()
  }

  tables(): IterableIterator<Table> {
    return this.#tables.values()
  }

  add(table: Table): void {
    this.#tables.set(table.name, table)
  }

  remove(name: string): void {
    this.#tables.delete(name)
  }
}
