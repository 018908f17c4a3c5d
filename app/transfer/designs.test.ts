// The sample designs that ship in public/designs: each opens without a word, tells its entities apart, and
// its access patterns find items in the engine.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { PagedReadOutput, QueryInput } from '../../engine/api.ts'
import { openEngine } from '../../engine/engine.ts'
import { createMemoryStore } from '../../engine/storage/memoryStore.ts'
import { typeOf } from '../../engine/value/attributeValue.ts'
import { checkDesign } from '../model/checkDesign.ts'
import { classifyItem } from '../model/classifyItem.ts'
import { writeCreateTable } from './createTableJson.ts'
import { readDesignFile } from './importFile.ts'
import { writeNosqlWorkbench } from './nosqlWorkbench.ts'
import { loadIntoEngine } from './testing/loadIntoEngine.ts'

interface GalleryEntry {
  name: string
  file: string
  title: string
  domain: string
  pattern: string
  summary: string
  tables: number
  items: number
  accessPatterns: { text: string; input: QueryInput }[]
}

const folder = fileURLToPath(new URL('../../public/designs/', import.meta.url))
const gallery = JSON.parse(readFileSync(`${folder}gallery.json`, 'utf8')) as GalleryEntry[]
const entries = gallery.map((entry): [string, GalleryEntry] => [entry.file, entry])

function textOf(file: string): string {
  return readFileSync(folder + file, 'utf8')
}

describe.each(entries)('%s', (file, entry) => {
  const text = textOf(file)
  const result = readDesignFile(file, text)

  it('opens without a word', () => {
    expect(result.report).toEqual({ entries: [], tables: entry.tables, items: entry.items })
    expect(checkDesign(result.design)).toEqual([])
  })

  it('has the name that the gallery gives it', () => {
    expect(result.design.name).toBe(entry.title)
  })

  it('is what an export of it writes', () => {
    expect(`${JSON.stringify(writeNosqlWorkbench(result.design, result.items), null, 2)}\n`).toBe(text)
  })

  it('has 12 to 40 items, each of an entity that its keys or its type tell', () => {
    expect(entry.items).toBeGreaterThanOrEqual(12)
    expect(entry.items).toBeLessThanOrEqual(40)
    for (const table of result.design.tables) {
      expect(table.entities.length).toBeGreaterThan(1)
      expect(table.entities.flatMap((entity) => entity.members)).toEqual([])
      for (const item of result.items.get(table.definition.TableName) ?? []) {
        expect(classifyItem(table, item)).toBeDefined()
      }
    }
  })

  it('has access patterns that find items in the engine', async () => {
    const engine = await openEngine({ store: createMemoryStore() })
    await loadIntoEngine(engine, result)
    expect(entry.accessPatterns.length).toBeGreaterThanOrEqual(3)
    for (const { input } of entry.accessPatterns) {
      const { Count } = (await engine.call('Query', input)) as PagedReadOutput
      expect(Count, JSON.stringify(input)).toBeGreaterThan(0)
    }
    await engine.close()
  })

  it('gives CreateTable inputs that the engine takes', async () => {
    const engine = await openEngine({ store: createMemoryStore() })
    for (const table of result.design.tables) {
      const input = writeCreateTable(table)
      expect(JSON.parse(JSON.stringify(input))).toEqual(input)
      await expect(engine.call('CreateTable', input)).resolves.toBeDefined()
    }
    await engine.close()
  })
})

describe('the gallery', () => {
  it('lists every file of the folder', () => {
    const files = readdirSync(folder).filter((file) => file !== 'gallery.json')
    expect(gallery.map((entry) => entry.file).sort()).toEqual(files.sort())
    expect(new Set(gallery.map((entry) => entry.pattern)).size).toBe(gallery.length)
    expect(new Set(gallery.map((entry) => entry.domain)).size).toBe(gallery.length)
  })

  it('shows all ten types, all projections, sparse and local indexes, and keys of several attributes', () => {
    const types = new Set<string>()
    const projections = new Set<string | undefined>()
    let local = 0
    let several = 0
    let sparse = 0
    for (const { file } of gallery) {
      const { design, items } = readDesignFile(file, textOf(file))
      for (const { definition } of design.tables) {
        const list = items.get(definition.TableName) ?? []
        for (const item of list) for (const value of Object.values(item)) types.add(typeOf(value))
        local += definition.LocalSecondaryIndexes?.length ?? 0
        for (const index of definition.GlobalSecondaryIndexes ?? []) {
          projections.add(index.Projection.ProjectionType)
          if (index.KeySchema.length > 2) several += 1
          if (list.some((item) => index.KeySchema.some((key) => !(key.AttributeName in item)))) sparse += 1
        }
      }
    }
    expect([...types].sort()).toEqual(['B', 'BOOL', 'BS', 'L', 'M', 'N', 'NS', 'NULL', 'S', 'SS'])
    expect([...projections].sort()).toEqual(['ALL', 'INCLUDE', 'KEYS_ONLY'])
    expect([local, several, sparse].every((count) => count >= 2)).toBe(true)
  })
})
