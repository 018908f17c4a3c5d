// GlobalSecondaryIndexes and LocalSecondaryIndexes of a NoSQL Workbench table. An index that DynamoDB would
// refuse is brought into order where that is plain, else kept aside for the export.

import type {
  AttributeDefinition,
  GlobalSecondaryIndex,
  KeySchemaElement,
  LocalSecondaryIndex,
  Projection,
  ProjectionType,
} from '../../engine/api.ts'
import {
  checkTableDefinition,
  isResourceName,
  mostGlobalIndexes,
  mostIndexKeyAttributes,
  mostLocalIndexes,
  mostProjectedAttributes,
  mostProjectedAttributesOfTable,
} from '../model/checkDesign.ts'
import type { Extra, IndexNote } from '../model/design.ts'
import { elementPath, isJsonObject, type JsonObject, memberPath, quoteJson } from '../values/jsonDocument.ts'
import { Members } from './members.ts'
import { type ReadBilling, readThroughput, settingsName } from './readBilling.ts'
import { type KeyTypes, readKeys } from './readKeys.ts'
import { holdNotes, type Note } from './report.ts'
import { resourceName } from './resourceName.ts'
import { extensionName, indexExtensionMembers } from './workbenchFormat.ts'

export interface ReadIndexes {
  local: LocalSecondaryIndex[]
  global: GlobalSecondaryIndex[]
  notes: IndexNote[]
}

/** What the indexes of a table have to agree with. */
export interface IndexedTable {
  keySchema: KeySchemaElement[]
  billing: ReadBilling
}

export function readIndexes(members: Members, table: IndexedTable, types: KeyTypes, note: Note): ReadIndexes {
  const reader = new IndexReader(members, table, types, note)
  // Local ones first: the table's own sort keys are theirs to take.
  reader.readList('LocalSecondaryIndexes')
  reader.readList('GlobalSecondaryIndexes')
  return reader
}

type ListName = 'LocalSecondaryIndexes' | 'GlobalSecondaryIndexes'

class IndexReader implements ReadIndexes {
  readonly local: LocalSecondaryIndex[] = []
  readonly global: GlobalSecondaryIndex[] = []
  readonly notes: IndexNote[] = []
  private readonly names = new Set<string>()
  private projected = 0
  private readonly members: Members
  private readonly table: IndexedTable
  private readonly types: KeyTypes
  private readonly note: Note

  constructor(members: Members, table: IndexedTable, types: KeyTypes, note: Note) {
    this.members = members
    this.table = table
    this.types = types
    this.note = note
  }

  readList(listName: ListName): void {
    this.members.takeList(listName).forEach((json, position) => {
      const path = elementPath(this.members.pathOf(listName), position)
      const reason = this.readIndex(json, path, listName)
      if (reason === undefined) return
      this.note(
        'kept',
        path,
        `Not usable as an index, because ${reason}: kept as it stands, and exported again.`,
      )
      this.members.keepElement(listName, json)
    })
  }

  /** Gives the reason against the index. */
  private readIndex(json: unknown, path: string, listName: ListName): string | undefined {
    if (!isJsonObject(json)) return `${quoteJson(json)} is no object`
    const full = this.global.length >= mostGlobalIndexes
    if (full && listName === 'GlobalSecondaryIndexes')
      return `a table has at most ${mostGlobalIndexes} of them`
    const held = holdNotes(this.note)
    const members = new Members(json, path, held.note)
    const given = members.takeName('IndexName')
    const extension = readExtension(members, this.types, held.note)
    const keys = readKeys(members, this.types, held.note, mostIndexKeyAttributes)
    if (keys === undefined) return 'it has no partition key'
    held.release()
    const name = this.indexName(given, members.pathOf('IndexName'))
    const index: LocalSecondaryIndex = {
      IndexName: name,
      KeySchema: extension?.keySchema ?? keys.keySchema,
      Projection: this.readProjection(members),
    }
    const isLocal = listName === 'LocalSecondaryIndexes' && this.isLocal(index, path)
    if (isLocal) this.local.push(index)
    else this.global.push({ ...index, ...extension?.members, ...this.readThroughput(members) })
    this.keepNote(name, members.rest(), keys.extra)
    return undefined
  }

  private keepNote(name: string, rest: Extra, keyExtra: Extra): void {
    const extra = Object.keys(keyExtra).length > 0 ? { ...rest, KeyAttributes: keyExtra } : rest
    if (Object.keys(extra).length > 0) this.notes.push({ name, extra })
  }

  private indexName(given: string | undefined, path: string): string {
    const name = resourceName(given, 'Index', this.names)
    this.names.add(name)
    if (name !== given) {
      const why =
        given !== undefined && isResourceName(given)
          ? 'is taken in this file'
          : 'is no name for an index in DynamoDB'
      this.note('repaired', path, `${quoteJson(given ?? '')} ${why}: the index was named ${name}.`)
    }
    return name
  }

  private isLocal(index: LocalSecondaryIndex, path: string): boolean {
    const problem = this.whyNotLocal(index)
    if (problem === undefined) return true
    this.note('repaired', path, `${problem}: ${index.IndexName} was read as a global index.`)
    return false
  }

  private whyNotLocal({ KeySchema }: LocalSecondaryIndex): string | undefined {
    const [partitionKey, sortKey] = this.table.keySchema
    if (sortKey === undefined) return 'Only a table with a sort key can have local indexes'
    if (KeySchema[0]?.AttributeName !== partitionKey?.AttributeName || KeySchema.length !== 2) {
      return 'A local index has the partition key of its table and one sort key'
    }
    if (this.local.length >= mostLocalIndexes) return `A table has at most ${mostLocalIndexes} local indexes`
    return undefined
  }

  // An index of a provisioned table has a capacity of its own, by default that of its table.
  private readThroughput(index: Members): Pick<GlobalSecondaryIndex, 'ProvisionedThroughput'> {
    const ofTable = this.table.billing.ProvisionedThroughput
    if (ofTable === undefined) {
      if (index.peek(settingsName) !== undefined) index.keep(settingsName, index.peek(settingsName))
      return {}
    }
    const { throughput, extra } = readThroughput(index, this.note)
    if (Object.keys(extra).length > 0) index.keep(settingsName, extra)
    return { ProvisionedThroughput: throughput ?? { ...ofTable } }
  }

  private readProjection(index: Members): Projection {
    const path = index.pathOf('Projection')
    const stated = index.peek('Projection')
    // Some write the type alone.
    const json = typeof stated === 'string' ? { ProjectionType: stated } : index.takeObject('Projection')
    index.take('Projection')
    if (json === undefined) {
      this.note('repaired', path, 'The index says nothing of its projection: ALL was taken.')
      return { ProjectionType: 'ALL' }
    }
    const members = new Members(json, path, this.note)
    const type = this.readProjectionType(members)
    const names = this.readProjectedNames(members, type)
    const extra = members.rest()
    if (Object.keys(extra).length > 0) index.keep('Projection', extra)
    if (type !== 'INCLUDE') return { ProjectionType: type }
    return this.includeProjection(names, path)
  }

  private readProjectionType(members: Members): ProjectionType {
    const stated = members.takeName('ProjectionType')
    const type = projectionTypes.find((each) => each === stated?.trim().toUpperCase())
    if (type === stated && type !== undefined) return type
    const found = stated === undefined ? 'no projection type' : `the projection type ${quoteJson(stated)}`
    this.note('repaired', members.pathOf('ProjectionType'), `Found ${found}: ${type ?? 'ALL'} was taken.`)
    return type ?? 'ALL'
  }

  private readProjectedNames(members: Members, type: ProjectionType): string[] {
    const list = members.takeList('NonKeyAttributes')
    const path = members.pathOf('NonKeyAttributes')
    if (type !== 'INCLUDE') {
      if (list.length > 0)
        this.note(
          'left',
          path,
          `A projection of ${type} lists no attributes: ${quoteJson(list)} was left out.`,
        )
      return []
    }
    const names = new Set<string>()
    list.forEach((name, position) => {
      if (typeof name === 'string' && name !== '' && !names.has(name)) names.add(name)
      else
        this.note(
          'left',
          elementPath(path, position),
          `${quoteJson(name)} adds no attribute to the projection.`,
        )
    })
    return [...names]
  }

  private includeProjection(names: string[], path: string): Projection {
    if (names.length === 0) {
      this.note(
        'repaired',
        path,
        'A projection of INCLUDE lists attributes; with none, KEYS_ONLY is the same.',
      )
      return { ProjectionType: 'KEYS_ONLY' }
    }
    const tooMany =
      names.length > mostProjectedAttributes || this.projected + names.length > mostProjectedAttributesOfTable
    if (!tooMany) {
      this.projected += names.length
      return { ProjectionType: 'INCLUDE', NonKeyAttributes: names }
    }
    this.note(
      'repaired',
      path,
      `DynamoDB takes ${mostProjectedAttributes} attributes for an index and ${mostProjectedAttributesOfTable} for a table; ` +
        `this index lists ${names.length} (${names.join(', ')}): ALL was taken.`,
    )
    return { ProjectionType: 'ALL' }
  }
}

const projectionTypes: ProjectionType[] = ['ALL', 'KEYS_ONLY', 'INCLUDE']

interface IndexExtension {
  keySchema: KeySchemaElement[] | undefined
  members: JsonObject
}

/** Our extension; undefined, and kept as an unknown member, where it is not in order. */
function readExtension(index: Members, types: KeyTypes, note: Note): IndexExtension | undefined {
  const json = index.peek(extensionName)
  if (!isJsonObject(json)) return undefined
  const { KeySchema, AttributeDefinitions } = json
  const path = memberPath(index.pathOf(extensionName), 'KeySchema')
  if (KeySchema !== undefined && !isKeySchema(KeySchema, AttributeDefinitions)) return undefined
  index.take(extensionName)
  const definitions = (AttributeDefinitions ?? []) as AttributeDefinition[]
  for (const { AttributeName, AttributeType } of definitions)
    types.define(AttributeName, AttributeType, path, note)
  const members: JsonObject = {}
  for (const name of indexExtensionMembers) if (json[name] !== undefined) members[name] = json[name]
  return { keySchema: KeySchema as KeySchemaElement[] | undefined, members }
}

function isKeySchema(schema: unknown, definitions: unknown): schema is KeySchemaElement[] {
  if (!Array.isArray(schema) || !Array.isArray(definitions)) return false
  if (
    ![...schema, ...definitions].every((each) => isJsonObject(each) && typeof each.AttributeName === 'string')
  ) {
    return false
  }
  const index = { IndexName: 'Index', KeySchema: schema, Projection: { ProjectionType: 'ALL' as const } }
  const problems = checkTableDefinition({
    TableName: 'Table',
    KeySchema: schema.slice(0, 1),
    AttributeDefinitions: definitions,
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: [index],
  })
  return problems.length === 0
}
