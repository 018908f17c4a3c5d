// The law of the format: what was written reads as the same design and the same items, for designs of any
// shape; and a model that was tampered with anywhere is read the same way twice, or refused in plain words.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type {
  AttributeDefinition,
  CreateTableInput,
  GlobalSecondaryIndex,
  LocalSecondaryIndex,
  Projection,
} from '../../engine/api.ts'
import { openEngine } from '../../engine/engine.ts'
import { createMemoryStore } from '../../engine/storage/memoryStore.ts'
import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'
import { checkItem } from '../../engine/value/checkAttributeValue.ts'
import { itemSizeBytes } from '../../engine/value/itemSize.ts'
import { checkDesign } from '../model/checkDesign.ts'
import { classifyItem } from '../model/classifyItem.ts'
import type { Design, Entity, TableDesign } from '../model/design.ts'
import { withUsedDefinitions } from '../model/edits.ts'
import { inferEntities } from '../model/inferEntities.ts'
import { keyText } from '../model/keyText.ts'
import { ImportError } from './importError.ts'
import { readDesignFile } from './importFile.ts'
import { readNosqlWorkbench, writeNosqlWorkbench } from './nosqlWorkbench.ts'
import { loadIntoEngine } from './testing/loadIntoEngine.ts'

// Hundreds of designs on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Project {
  design: Design
  items: Map<string, Item[]>
}

function reread({ design, items }: Project) {
  return readNosqlWorkbench(JSON.parse(JSON.stringify(writeNosqlWorkbench(design, items))))
}

const resourceName = fc.stringMatching(/^[a-zA-Z0-9_.-]{3,12}$/)
const attributeName = fc.oneof(
  fc.constantFrom('PK', 'SK', 'type', 'Status#Time', '__proto__', 'é x'),
  fc.string({ minLength: 1, maxLength: 6 }),
)
const keyType = fc.constantFrom('S' as const, 'N' as const, 'B' as const)

const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string().map((S) => ({ S })),
    fc.integer().map((number) => ({ N: String(number) })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant({ NULL: true as const }),
    fc.uint8Array().map((bytes) => ({ B: Buffer.from(bytes).toString('base64') })),
    fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 3 }).map((SS) => ({ SS })),
    fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 3 }).map((numbers) => ({ NS: numbers.map(String) })),
    fc.array(tie('value'), { maxLength: 3 }).map((L) => ({ L })),
    fc.dictionary(attributeName, tie('value'), { maxKeys: 3 }).map((M) => ({ M })),
  ),
}))

const keyValues = {
  S: fc
    .oneof(
      fc.constantFrom('USER#1', 'USER#2', 'ORDER#2026-01-01', 'META'),
      fc.string({ minLength: 1, maxLength: 8 }),
    )
    .map((S) => ({ S })),
  N: fc.integer().map((number) => ({ N: String(number) })),
  B: fc
    .uint8Array({ minLength: 1, maxLength: 8 })
    .map((bytes) => ({ B: Buffer.from(bytes).toString('base64') })),
}

const projection: fc.Arbitrary<Projection> = fc.oneof(
  fc.constantFrom({ ProjectionType: 'ALL' as const }, { ProjectionType: 'KEYS_ONLY' as const }),
  fc.uniqueArray(attributeName, { minLength: 1, maxLength: 4 }).map((NonKeyAttributes) => ({
    ProjectionType: 'INCLUDE' as const,
    NonKeyAttributes,
  })),
)

interface IndexSeed {
  name: string
  hash: number[]
  range: number[]
  projection: Projection
  isLocal: boolean
}

const indexSeed: fc.Arbitrary<IndexSeed> = fc.record({
  name: resourceName,
  hash: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }),
  range: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
  projection,
  isLocal: fc.boolean(),
})

const definition: fc.Arbitrary<CreateTableInput> = fc
  .record({
    name: resourceName,
    names: fc.uniqueArray(attributeName, { minLength: 8, maxLength: 8 }),
    types: fc.array(keyType, { minLength: 8, maxLength: 8 }),
    hasSortKey: fc.boolean(),
    indexes: fc.uniqueArray(indexSeed, { maxLength: 4, selector: (index) => index.name }),
    capacity: fc.option(fc.integer({ min: 1, max: 100 })),
    hasStream: fc.boolean(),
  })
  .map(({ name, names, types, hasSortKey, indexes, capacity, hasStream }) => {
    const definitions: AttributeDefinition[] = names.map((AttributeName, position) => ({
      AttributeName,
      AttributeType: types[position]!,
    }))
    const element = (position: number, KeyType: 'HASH' | 'RANGE') => ({
      AttributeName: names[position]!,
      KeyType,
    })
    const throughput =
      capacity === null
        ? {}
        : { ProvisionedThroughput: { ReadCapacityUnits: capacity, WriteCapacityUnits: 1 } }
    const local: LocalSecondaryIndex[] = []
    const global: GlobalSecondaryIndex[] = []
    for (const index of indexes) {
      const range = index.range.filter((position) => !index.hash.includes(position))
      if (index.isLocal && hasSortKey && range.length > 0 && !range.includes(0)) {
        local.push({
          IndexName: index.name,
          KeySchema: [element(0, 'HASH'), element(range[0]!, 'RANGE')],
          Projection: index.projection,
        })
      } else {
        const KeySchema = [
          ...index.hash.map((each) => element(each, 'HASH')),
          ...range.map((each) => element(each, 'RANGE')),
        ]
        global.push({ IndexName: index.name, KeySchema, Projection: index.projection, ...throughput })
      }
    }
    return withUsedDefinitions({
      TableName: name,
      AttributeDefinitions: definitions,
      KeySchema: hasSortKey ? [element(0, 'HASH'), element(1, 'RANGE')] : [element(0, 'HASH')],
      ...(local.length > 0 && { LocalSecondaryIndexes: local }),
      ...(global.length > 0 && { GlobalSecondaryIndexes: global }),
      BillingMode: capacity === null ? ('PAY_PER_REQUEST' as const) : ('PROVISIONED' as const),
      ...throughput,
      ...(hasStream && {
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const },
      }),
    })
  })

function itemsOf(table: CreateTableInput): fc.Arbitrary<Item[]> {
  const keyNames = new Set(table.KeySchema.map((key) => key.AttributeName))
  const keys = table.AttributeDefinitions.map((each) => {
    const arbitrary: fc.Arbitrary<AttributeValue | null> = keyValues[each.AttributeType]
    const presence = keyNames.has(each.AttributeName) ? arbitrary : fc.option(arbitrary)
    return presence.map((present): [string, AttributeValue | null] => [each.AttributeName, present])
  })
  const item = fc
    .tuple(fc.tuple(...keys), fc.dictionary(attributeName, value, { maxKeys: 3 }))
    .map(([keyed, others]) => {
      const defined = new Set(table.AttributeDefinitions.map((each) => each.AttributeName))
      const entries: [string, unknown][] = Object.entries(others).filter(([name]) => !defined.has(name))
      for (const [name, present] of keyed) if (present) entries.push([name, present])
      return checkItem(Object.fromEntries(entries))
    })
  return fc.uniqueArray(item, { maxLength: 8, selector: (each) => keyText(table, each) })
}

/** Facets drawn by a person; matches and members are what reading finds, once normal. */
const entitySeed = fc.record({
  name: fc.string({ minLength: 1, maxLength: 8 }),
  alias: fc.option(fc.string({ minLength: 1, maxLength: 5 })),
  color: fc.nat(3),
})

const project: fc.Arbitrary<Project> = fc
  .uniqueArray(definition, { maxLength: 2, selector: (each) => each.TableName })
  .chain((definitions) =>
    fc.tuple(
      fc.record({
        name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
        author: fc.string(),
        description: fc.string(),
      }),
      fc.tuple(
        ...definitions.map((each) =>
          fc.tuple(
            fc.constant(each),
            itemsOf(each),
            fc.uniqueArray(entitySeed, { maxLength: 3, selector: (seed) => seed.name }),
            fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
          ),
        ),
      ),
    ),
  )
  .map(([details, tables]) => {
    const items = new Map<string, Item[]>()
    const designs = tables.map(([each, list, seeds, owners]) => {
      const design = drawEntities(each, list, seeds, owners)
      items.set(each.TableName, inEntityOrder(design, list))
      return design
    })
    const design: Design = {
      formatVersion: 1,
      ...details,
      dateCreated: '',
      dateLastModified: 'today',
      tables: designs,
      extra: {},
    }
    return { design, items }
  })

function drawEntities(
  definition: CreateTableInput,
  items: Item[],
  seeds: { name: string; alias: string | null; color: number }[],
  owners: number[],
): TableDesign {
  const table: TableDesign = { definition, attributes: [], entities: [], unplaced: [], extra: {} }
  if (seeds.length === 0) return { ...table, entities: inferEntities(table, items) }
  const entities = seeds.map(
    (seed, position): Entity => ({
      name: seed.name,
      color: seed.color,
      inferred: false,
      ...(seed.alias !== null &&
        seed.alias !== definition.KeySchema[0]?.AttributeName && { partitionKeyAlias: seed.alias }),
      attributes: [],
      match: seed.color === 3 ? { partitionKeyPrefix: seed.name } : {},
      members: items
        .filter((_, index) => owners[index] === position)
        .map((item) => keyText(definition, item))
        .sort(),
      extra: {},
    }),
  )
  // Members that the match finds anyway are not kept: reading would not list them.
  const bare = { ...table, entities: entities.map((entity) => ({ ...entity, members: [] })) }
  const drawn = { ...table, entities }
  const kept = entities.map((entity) => ({
    ...entity,
    members: entity.members.filter((key) => {
      const item = items.find((each) => keyText(definition, each) === key)!
      return classifyItem(bare, item)?.name !== classifyItem(drawn, item)?.name
    }),
  }))
  return { ...table, entities: kept }
}

function inEntityOrder(table: TableDesign, items: Item[]): Item[] {
  const place = (item: Item) => {
    const entity = classifyItem(table, item)
    const position = entity && !entity.inferred ? table.entities.indexOf(entity) : -1
    return position < 0 ? table.entities.length : position
  }
  return table.entities.some((entity) => !entity.inferred)
    ? items.toSorted((a, b) => place(a) - place(b))
    : items
}

const folder = fileURLToPath(new URL('../../public/designs/', import.meta.url))
const files = readdirSync(folder).filter((file) => file !== 'gallery.json')
const models = new Map(files.map((file) => [file, readFileSync(folder + file, 'utf8')]))

describe('a generated design', () => {
  it('reads as what was written', () => {
    fc.assert(
      fc.property(project, (source) => {
        fc.pre(checkDesign(source.design).length === 0)
        const read = reread(source)
        expect(read.report.entries).toEqual([])
        expect(read.design).toEqual(source.design)
        expect(read.items).toEqual(source.items)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a project whose items come in another order', () => {
  it('is exported as the same design', () => {
    const shuffled = fc.constantFrom(...files).chain((file) => {
      const read = readDesignFile(file, models.get(file)!)
      const lists = [...read.items].map(([name, items]) =>
        fc.shuffledSubarray(items, { minLength: items.length }).map((list): [string, Item[]] => [name, list]),
      )
      return fc.tuple(fc.constant(read), fc.tuple(...lists))
    })
    fc.assert(
      fc.property(shuffled, ([{ design, items }, lists]) => {
        const again = reread({ design, items: new Map(lists) })
        expect(again.design).toEqual(design)
        for (const [name, list] of items) {
          expect(again.items.get(name)).toEqual(expect.arrayContaining(list))
          expect(again.items.get(name)).toHaveLength(list.length)
        }
      }),
    )
  })
})

const wrongValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'x',
    0,
    -1,
    1e300,
    true,
    [],
    {},
    [{}],
    { S: 'x' },
    { N: 'x' },
    { M: { M: { a: 1 } } },
    '__proto__',
    'PK',
    'HASH',
  ),
  fc.json().map((text): unknown => JSON.parse(text)),
)

interface Tampering {
  at: number
  how: 'replace' | 'remove' | 'double' | 'add'
  value: unknown
}

const tampering: fc.Arbitrary<Tampering> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'double', 'add'),
  value: wrongValue,
})

type Place = { holder: Record<string, unknown> | unknown[]; name: string }

function placesOf(json: unknown, places: Place[] = []): Place[] {
  if (typeof json !== 'object' || json === null) return places
  for (const name of Object.keys(json)) {
    places.push({ holder: json as Record<string, unknown>, name })
    placesOf((json as Record<string, unknown>)[name], places)
  }
  return places
}

// Places near the root weigh more: there are few of them among thousands of values.
function tamper(json: unknown, { at, how, value: source }: Tampering): void {
  // A copy: one tampering may change what another has put in.
  const wrong = structuredClone(source)
  const all = placesOf(json)
  const places = at % 3 === 0 ? all.slice(0, 60) : all
  const place = places[Math.floor(at / 3) % places.length]
  if (place === undefined) return
  const { holder, name } = place
  if (Array.isArray(holder)) tamperList(holder, Number(name), how, wrong)
  else if (how === 'remove') delete holder[name]
  else if (how === 'double') holder[name] = [holder[name], holder[name]]
  else
    Object.defineProperty(holder, how === 'add' ? nameFrom(wrong) : name, {
      value: wrong,
      enumerable: true,
      configurable: true,
      writable: true,
    })
}

function nameFrom(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function tamperList(list: unknown[], position: number, how: Tampering['how'], wrong: unknown): void {
  if (how === 'remove') list.splice(position, 1)
  else if (how === 'double') list.splice(position, 0, structuredClone(list[position]))
  else if (how === 'add') list.splice(position, 0, wrong)
  else list[position] = wrong
}

describe('a model that was tampered with', () => {
  it('is read the same way twice, gives only what DynamoDB takes, or is refused in plain words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(tampering, { minLength: 1, maxLength: 6 }),
        (file, tamperings) => {
          const json: unknown = JSON.parse(models.get(file)!)
          for (const each of tamperings) tamper(json, each)
          const before = JSON.stringify(json)
          let first: ReturnType<typeof readDesignFile>
          try {
            first = readDesignFile('model.json', before)
          } catch (error) {
            expect(error).toBeInstanceOf(ImportError)
            return
          }
          expect(checkDesign(first.design)).toEqual([])
          for (const item of [...first.items.values()].flat()) {
            expect(checkItem(item)).toEqual(item)
            expect(itemSizeBytes(item)).toBeLessThanOrEqual(409_600)
          }
          const second = reread(first)
          expect(second.design).toEqual(first.design)
          expect(second.items).toEqual(first.items)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('gives tables and items that the engine takes', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(tampering, { minLength: 1, maxLength: 6 }),
      async (file, tamperings) => {
        const json: unknown = JSON.parse(models.get(file)!)
        for (const each of tamperings) tamper(json, each)
        let read: Project
        try {
          read = readNosqlWorkbench(json)
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError)
          return
        }
        const engine = await openEngine({ store: createMemoryStore() })
        await loadIntoEngine(engine, read)
        await engine.close()
      },
    )
    await fc.assert(property, { numRuns: 100 })
  })

  it('is refused when it is cut off anywhere, with the place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), (file, at) => {
        const text = models.get(file)!
        const cut = text.slice(0, at % (text.trimEnd().length - 1))
        try {
          readDesignFile('model.json', cut)
          expect.unreachable()
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError)
          expect(error).toMatchObject({ line: expect.any(Number), column: expect.any(Number) })
        }
      }),
    )
  })
})
