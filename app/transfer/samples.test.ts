import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openEngine } from '../../engine/engine.ts'
import { createMemoryStore } from '../../engine/storage/memoryStore.ts'
import { checkItem } from '../../engine/value/checkAttributeValue.ts'
import { checkDesign } from '../model/checkDesign.ts'
import { writeCreateTable } from './createTableJson.ts'
import { ImportError } from './importError.ts'
import { readDesignFile } from './importFile.ts'
import { writeNosqlWorkbench } from './nosqlWorkbench.ts'
import { loadIntoEngine } from './testing/loadIntoEngine.ts'

// Real files that people wrote with other tools. They are not part of the project.
const folder = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere) console.info(`${folder} is absent: the tests with other people’s files are skipped.`)

function filesOf(kind: string): [string, string][] {
  if (!isThere) return []
  return readdirSync(`${folder}${kind}`).map((name) => [
    name,
    readFileSync(`${folder}${kind}/${name}`, 'utf8'),
  ])
}

describe.skipIf(!isThere)('NoSQL Workbench models of other people', () => {
  it.each(filesOf('nosql-workbench'))('%s is read, written and read alike', (name, text) => {
    const first = readDesignFile(name, text)
    const written = JSON.stringify(writeNosqlWorkbench(first.design, first.items))
    const second = readDesignFile(name, written)
    expect(second.design).toEqual(first.design)
    expect(second.items).toEqual(first.items)
    expect(checkDesign(first.design)).toEqual([])
    for (const items of first.items.values()) for (const item of items) expect(checkItem(item)).toEqual(item)
    expect(JSON.stringify(writeNosqlWorkbench(second.design, second.items))).toBe(written)
  })

  it.each(filesOf('nosql-workbench'))('%s goes into the engine whole', async (name, text) => {
    const engine = await openEngine({ store: createMemoryStore() })
    await loadIntoEngine(engine, readDesignFile(name, text))
    await engine.close()
  })

  it.each(filesOf('nosql-workbench'))('%s loses no item and no unknown member', (name, text) => {
    const source = JSON.parse(text)
    const { design, items } = readDesignFile(name, text)
    const written = JSON.parse(JSON.stringify(writeNosqlWorkbench(design, items)))
    expect(countItems(written)).toBe(countItems(source))
    expect(Object.keys(written)).toEqual(expect.arrayContaining(Object.keys(source)))
    for (const [position, table] of source.DataModel.entries()) {
      expect(Object.keys(written.DataModel[position])).toEqual(expect.arrayContaining(Object.keys(table)))
      expect(written.DataModel[position].ModelSchema).toEqual(table.ModelSchema)
    }
  })
})

interface Rows {
  TableData?: unknown[]
  TableFacets?: Rows[]
}

function countItems({ DataModel }: { DataModel: Rows[] }): number {
  const lists = DataModel.flatMap((table) => [table, ...(table.TableFacets ?? [])])
  return lists.reduce((count, { TableData = [] }) => count + TableData.length, 0)
}

describe.skipIf(!isThere)('table definitions of other people', () => {
  it.each(filesOf('create-table-cli-input-json'))('%s is read and written alike', (name, text) => {
    const { design, format } = readDesignFile(name, text)
    expect(format).toBe('create-table')
    expect(checkDesign(design)).toEqual([])
    const { BillingMode, ...written } = writeCreateTable(design.tables[0]!)
    expect(JSON.parse(text)).toMatchObject(JSON.parse(JSON.stringify({ KeySchema: written.KeySchema })))
    expect(BillingMode).toBe(JSON.parse(text).BillingMode ?? 'PROVISIONED')
  })

  it.each(filesOf('describe-table-output'))('%s is read, or refused in plain words', (name, text) => {
    try {
      const { design, format } = readDesignFile(name, text)
      expect(format).toBe('describe-table')
      expect(checkDesign(design)).toEqual([])
    } catch (error) {
      expect(error).toBeInstanceOf(ImportError)
    }
  })
})
