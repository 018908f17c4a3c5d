// What is wrong with the form, by the input that it belongs to: in the words that DynamoDB would use, with
// what to do in ours. The rules are those of checkTableDefinition; this gives them their place and words.

import type { CreateTableInput } from '../../engine/api.ts'
import { checkTableDefinition, type DesignProblem } from '../model/checkDesign.ts'
import type { FieldError } from '../ui/Field.tsx'
import {
  definitionOfForm,
  type IndexForm,
  type KeyPart,
  keyPartsOf,
  partitionOf,
  type TableForm,
} from './tableForm.ts'

/** By input: 'name', 'partition', 'sort', 'units', 'index/<id>/name', 'index/<id>/sort/0', … */
export type FormProblems = Readonly<Record<string, FieldError>>

export function findFormProblems(form: TableForm, takenNames: readonly string[]): FormProblems {
  const definition = definitionOfForm(form)
  const found: Record<string, FieldError> = {}
  for (const problem of checkTableDefinition(definition)) {
    for (const place of placesOf(form, problem, definition)) {
      found[place] ??= errorOf(form, place, problem, definition)
    }
  }
  if (takenNames.includes(form.name)) {
    found.name ??= { message: `Table already exists: ${form.name}`, hint: 'Choose another name.' }
  }
  Object.assign(found, findTypeConflicts(form))
  return found
}

/** Two keys of one name are wrong at both: whichever was changed last shows it. */
function placesOf(form: TableForm, problem: DesignProblem, definition: CreateTableInput): string[] {
  if (isSameName(problem, definition)) return ['partition', 'sort']
  return [placeOf(form, problem.path)]
}

/** 'GlobalSecondaryIndexes[1].KeySchema[0].AttributeName' → 'index/7/partition/0'. */
function placeOf(form: TableForm, path: string): string {
  if (path.startsWith('TableName')) return 'name'
  const index = /^(Local|Global)SecondaryIndexes\[(\d+)\]\.(.*)$/.exec(path)
  if (index) return placeInIndex(form, index[1] === 'Local' ? 'LSI' : 'GSI', Number(index[2]), index[3] ?? '')
  if (path.endsWith('Indexes')) return 'indexes'
  if (path.startsWith('ProvisionedThroughput')) return 'units'
  const key = /^KeySchema\[(\d+)\]/.exec(path)
  return key?.[1] === '1' ? 'sort' : 'partition'
}

function placeInIndex(form: TableForm, kind: 'LSI' | 'GSI', position: number, rest: string): string {
  const index = form.indexes.filter((each) => each.kind === kind)[position]
  if (!index) return 'indexes'
  const at = `index/${index.id}`
  if (rest.startsWith('IndexName')) return `${at}/name`
  if (rest.startsWith('Projection')) return `${at}/included`
  if (rest.startsWith('ProvisionedThroughput')) return `${at}/units`
  const key = /^KeySchema\[(\d+)\]/.exec(rest)
  if (!key) return isWithoutSort(form, index) ? `${at}/sort/0` : `${at}/key`
  const place = Number(key[1])
  const partitions = partitionOf(form, index).length
  if (place < partitions) return index.kind === 'LSI' ? 'partition' : `${at}/partition/${place}`
  const named = [...index.sort.keys()].filter((position) => index.sort[position]?.name !== '')
  return `${at}/sort/${named[place - partitions] ?? 0}`
}

/** A local index needs a sort key of its own; one on a table without any has another problem. */
function isWithoutSort(form: TableForm, { kind, sort }: IndexForm): boolean {
  return kind === 'LSI' && form.sort.name !== '' && sort.every(({ name }) => name === '')
}

/** An input that is still empty breaks a rule of DynamoDB, too; but its words would tell nobody what to do. */
function errorOf(form: TableForm, place: string, problem: DesignProblem, definition: CreateTableInput) {
  const wish = isEmptyInput(form, place) ? wishFor(place) : undefined
  if (wish) return { message: wish }
  const message = inAwsWords(problem, definition) ?? problem.message
  return { message, hint: message === problem.message ? undefined : hintOf(problem) }
}

function isEmptyInput(form: TableForm, place: string): boolean {
  const [, id, part, position] = place.split('/')
  const index = form.indexes.find((each) => String(each.id) === id)
  if (place === 'name') return form.name === ''
  if (place === 'partition') return form.partition.name === ''
  if (!index) return false
  if (part === 'name') return index.name === ''
  if (part === 'included') return index.included.trim() === ''
  if (part === 'partition') return index.partition[Number(position)]?.name === ''
  return part === 'sort' && index.sort[Number(position)]?.name === ''
}

function wishFor(place: string): string | undefined {
  if (place === 'name') return 'Give the table a name.'
  if (place.endsWith('/name')) return 'Give the index a name.'
  if (place.endsWith('/included')) return 'Name the attributes to include.'
  if (place.includes('partition')) return 'Name the partition key.'
  if (place.includes('sort')) return 'Name the sort key.'
  return undefined
}

function inAwsWords(problem: DesignProblem, definition: CreateTableInput): string | undefined {
  if (problem.code === 'table-name') return findBrokenConstraint(definition.TableName)
  if (problem.code === 'index-name') return findBrokenConstraint(indexNameAt(problem.path, definition))
  if (problem.code === 'index-name-taken')
    return `Duplicate index name: ${indexNameAt(problem.path, definition)}`
  if (problem.code === 'local-index-key' && definition.KeySchema.length < 2) {
    return 'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex'
  }
  if (isSameName(problem, definition)) {
    return 'Both the Hash Key and the Range Key element in the KeySchema have the same name'
  }
  return undefined
}

function hintOf({ code, message }: DesignProblem): string {
  if (code === 'key-schema') return 'Choose two names, or leave the sort key empty.'
  return message
}

function isSameName({ code, path }: DesignProblem, { KeySchema }: CreateTableInput): boolean {
  return code === 'key-schema' && path === 'KeySchema' && KeySchema.length === 2
}

function indexNameAt(path: string, definition: CreateTableInput): string {
  const [, kind, position] = /^(Local|Global)SecondaryIndexes\[(\d+)\]/.exec(path) ?? []
  const list = kind === 'Local' ? definition.LocalSecondaryIndexes : definition.GlobalSecondaryIndexes
  return list?.[Number(position)]?.IndexName ?? ''
}

/** The first constraint of the API's model that a name breaks, as DynamoDB says it. */
function findBrokenConstraint(name: string): string | undefined {
  if (!/^[a-zA-Z0-9_.-]+$/.test(name)) {
    return 'Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+'
  }
  if (name.length < 3) return 'Member must have length greater than or equal to 3'
  return name.length > 255 ? 'Member must have length less than or equal to 255' : undefined
}

/** One attribute has one type, whichever keys it is part of. */
function findTypeConflicts(form: TableForm): Record<string, FieldError> {
  const firstTypes = new Map<string, KeyPart>()
  for (const part of keyPartsOf(form)) if (!firstTypes.has(part.name)) firstTypes.set(part.name, part)
  const found: Record<string, FieldError> = {}
  const check = (place: string, part: KeyPart) => {
    const first = firstTypes.get(part.name)
    if (part.name === '' || !first || first.type === part.type) return
    found[place] = {
      message: `${part.name} is defined as ${first.type} above: an attribute has one type in all keys.`,
    }
  }
  for (const index of form.indexes) {
    const at = `index/${index.id}`
    if (index.kind === 'GSI')
      for (const [place, part] of index.partition.entries()) check(`${at}/partition/${place}`, part)
    for (const [place, part] of index.sort.entries()) check(`${at}/sort/${place}`, part)
  }
  return found
}
