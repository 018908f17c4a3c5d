// NoSQL Workbench's data models, versions 1.0 to 3.0, to designs and back.
// Invariant: reading what was written gives the same design and the same items, and what a file says that
// a design cannot use is kept with it and written again.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/workbench.Modeler.html

import type { Item } from '../../engine/value/attributeValue.ts'
import type { Design, Extra } from '../model/design.ts'
import {
  elementPath,
  isJsonObject,
  type JsonObject,
  memberPath,
  nameOfJsonType,
  quoteJson,
  withExtra,
} from '../values/jsonDocument.ts'
import { ImportError } from './importError.ts'
import { Members } from './members.ts'
import { readTable } from './readTable.ts'
import { createReport, holdNotes, type ImportReport, type Note, type ReportEntry } from './report.ts'
import { currentVersion, knownVersions, serviceName } from './workbenchFormat.ts'
import { writeTable } from './writeTable.ts'

export interface ImportedDesign {
  design: Design
  items: Map<string, Item[]>
  report: ImportReport
}

export interface ReadOptions {
  /** The name of a model that has none. */
  fallbackName?: string
  /** What was found before, while reading the JSON text. */
  earlier?: ReportEntry[]
}

export function isNosqlWorkbench(json: unknown): json is JsonObject {
  return isJsonObject(json) && 'DataModel' in json
}

/** Throws ImportError for what is no model at all. */
export function readNosqlWorkbench(json: unknown, options: ReadOptions = {}): ImportedDesign {
  const report = createReport(options.earlier)
  if (!isJsonObject(json)) throw noModel(`Expected a data model, found ${nameOfJsonType(json)}.`, '$')
  const members = new Members(json, '$', report.note)
  const tables = takeTables(members)
  const metadata = readMetadata(members, report.note)
  const design: Design = {
    formatVersion: 1,
    name: readName(members, options.fallbackName, report.note),
    ...metadata.details,
    tables: [],
    extra: {},
  }
  const items = readTables(members, tables, design, report.note)
  design.extra = withExtra(members.rest(), metadata.extra)
  let itemCount = 0
  for (const list of items.values()) itemCount += list.length
  return { design, items, report: report.finish(design.tables.length, itemCount) }
}

function takeTables(members: Members): unknown[] {
  const tables = members.take('DataModel')
  if (Array.isArray(tables)) return tables
  const service = findService(members)
  if (service !== undefined && !service.includes('DynamoDB')) {
    throw new ImportError(
      `This is a data model for ${service}.`,
      'Sortkey opens data models for Amazon DynamoDB.',
      {
        path: '$.ModelMetadata.AWSService',
      },
    )
  }
  throw noModel(`Expected DataModel to be a list of tables, found ${nameOfJsonType(tables)}.`, '$.DataModel')
}

function findService(members: Members): string | undefined {
  const metadata = members.peek('ModelMetadata')
  const service = isJsonObject(metadata) ? metadata.AWSService : undefined
  return typeof service === 'string' ? service : undefined
}

function noModel(message: string, path: string): ImportError {
  const hint =
    'A NoSQL Workbench model is a JSON object with ModelName, ModelMetadata and DataModel, a list of tables.'
  return new ImportError(message, hint, { path })
}

function readName(members: Members, fallback: string | undefined, note: Note): string {
  const given = members.takeName('ModelName')
  if (given !== undefined && given.trim() !== '') return given
  const name = fallback ?? 'Untitled'
  note('repaired', members.pathOf('ModelName'), `The model has no name: it was named ${name}.`)
  return name
}

type Details = Pick<Design, 'description' | 'author' | 'dateCreated' | 'dateLastModified'>

function readMetadata(members: Members, note: Note): { details: Details; extra: Extra } {
  const json = members.takeObject('ModelMetadata')
  const metadata = new Members(json ?? {}, members.pathOf('ModelMetadata'), note)
  const details = {
    description: metadata.takeText('Description') ?? '',
    author: metadata.takeText('Author') ?? '',
    dateCreated: metadata.takeText('DateCreated') ?? '',
    dateLastModified: metadata.takeText('DateLastModified') ?? '',
  }
  readVersion(metadata, note)
  // Without it, the service is this one; in version 1.0 it was not said.
  if (metadata.peek('AWSService') === serviceName) metadata.take('AWSService')
  const extra = metadata.rest(['AWSService'])
  return { details, extra: Object.keys(extra).length > 0 ? { ModelMetadata: extra } : {} }
}

function readVersion(metadata: Members, note: Note): void {
  const version = metadata.take('Version')
  if (version === undefined || version === currentVersion) return
  metadata.keep('Version', version)
  if (!(knownVersions as unknown[]).includes(version)) {
    const message = `Version ${quoteJson(version)} of the format is not known here: it was read as ${currentVersion}.`
    note('kept', metadata.pathOf('Version'), message)
  }
}

function readTables(members: Members, tables: unknown[], design: Design, note: Note): Map<string, Item[]> {
  const items = new Map<string, Item[]>()
  const names = new Set<string>()
  tables.forEach((json, position) => {
    const path = elementPath(members.pathOf('DataModel'), position)
    const held = holdNotes(note)
    const read = isJsonObject(json) ? readTable(json, path, names, held.note) : undefined
    if (read === undefined) {
      const reason = isJsonObject(json)
        ? 'This table has no partition key (KeyAttributes.PartitionKey)'
        : `${quoteJson(json)} is no table`
      note('kept', path, `${reason}: it was not opened, but is exported again.`)
      members.keepElement('DataModel', json)
      return
    }
    held.release()
    design.tables.push(read.table)
    items.set(read.table.definition.TableName, read.items)
  })
  if (tables.length > 0 && design.tables.length === 0) throw noTable(members, tables)
  return items
}

function noTable(members: Members, tables: unknown[]): ImportError {
  const path = elementPath(members.pathOf('DataModel'), 0)
  const [first] = tables
  if (!isJsonObject(first))
    return noModel(`Expected a table, found ${nameOfJsonType(first)} (${quoteJson(first)}).`, path)
  const service = findService(members)
  const ofService =
    service !== undefined && !service.includes('DynamoDB') ? ` It is a model for ${service}.` : ''
  return noModel(
    `The table has no partition key: expected KeyAttributes.PartitionKey with AttributeName and AttributeType.${ofService}`,
    memberPath(path, 'KeyAttributes'),
  )
}

// They say nothing of billing.
const olderVersions: unknown[] = ['1.0', '2.0']

/** The model as NoSQL Workbench imports it; `items` by table name. */
export function writeNosqlWorkbench(design: Design, items: ReadonlyMap<string, Item[]>): JsonObject {
  const kept = isJsonObject(design.extra.ModelMetadata) ? design.extra.ModelMetadata : {}
  const version = kept.Version ?? currentVersion
  const metadata = {
    Author: design.author,
    DateCreated: design.dateCreated,
    DateLastModified: design.dateLastModified,
    Description: design.description,
    // Version 1.0 knows no other service and does not say so.
    ...(version !== '1.0' && !('AWSService' in kept) && { AWSService: serviceName }),
    ...(!('Version' in kept) && { Version: version }),
  }
  const model = {
    ModelName: design.name,
    ModelMetadata: metadata,
    DataModel: design.tables.map((table) => {
      return writeTable(table, items.get(table.definition.TableName) ?? [], !olderVersions.includes(version))
    }),
  }
  return withExtra(model, design.extra)
}
