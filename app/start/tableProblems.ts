// What is wrong with the form, by the input that it belongs to: in the words that DynamoDB would use, with
// what to do in ours. The rules are those of checkTableDefinition; this gives them their place and words.

import type { CreateTableInput } from '../../engine/api.ts'
import { checkTableDefinition, type DesignProblem } from '../model/checkDesign.ts'
import type { FieldError } from '../ui/Field.tsx'
import { definitionOfForm, type KeyPart, keyPartsOf, partitionOf, type TableForm } from './tableForm.ts'

/** By input: 'name', 'partition', 'sort', 'units', 'index/<id>/name', 'index/<id>/sort/0', … */
export type FormProblems = Readonly<Record<string, FieldError>>

export function findFormProblems(form: TableForm, takenNames: readonly string[]): FormProblems {
  const definition = definitionOfForm(form)
  const found: Record<string, FieldError> = {}
  for (const problem of checkTableDefinition(definition)) {
    const place = placeOf(form, problem.path)
    found[place] ??= { message: inAwsWords(problem, definition), hint: hintOf(problem, definition) }
  }
  if (takenNames.includes(form.name)) {
    found.name ??= { message: `Table already exists: ${form.name}`, hint: 'Choose another name.' }
  }
  Object.assign(found, findTypeConflicts(form))
  return found
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
  if (!key) return `${at}/key`
  const place = Number(key[1])
  const partitions = partitionOf(form, index).length
  return place < partitions ? `${at}/partition/${place}` : `${at}/sort/${place - partitions}`
}

const INVALID = 'One or more parameter values were invalid: '

function inAwsWords(problem: DesignProblem, definition: CreateTableInput): string {
  if (problem.code === 'table-name') return constraintOf('tableName', definition.TableName) ?? problem.message
  if (problem.code === 'index-name') {
    const [member, name] = memberOf(problem.path, definition)
    return constraintOf(member, name) ?? problem.message
  }
  if (problem.code === 'index-name-taken')
    return `${INVALID}Duplicate index name: ${memberOf(problem.path, definition)[1]}`
  if (problem.code === 'local-index-key' && definition.KeySchema.length < 2) {
    return `${INVALID}Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex`
  }
  if (problem.code === 'key-schema' && problem.path === 'KeySchema' && definition.KeySchema.length === 2) {
    return 'Both the Hash Key and the Range Key element in the KeySchema have the same name'
  }
  if (problem.code === 'projection' && problem.message.includes('INCLUDE')) {
    return `${INVALID}ProjectionType is INCLUDE, but NonKeyAttributes is not specified`
  }
  return problem.message
}

function hintOf(problem: DesignProblem, definition: CreateTableInput): string | undefined {
  return inAwsWords(problem, definition) === problem.message ? undefined : problem.message
}

/** 'globalSecondaryIndexes.1.member.indexName' and the name that stands there. */
function memberOf(path: string, definition: CreateTableInput): [member: string, name: string] {
  const [, kind, position] = /^(Local|Global)SecondaryIndexes\[(\d+)\]/.exec(path) ?? []
  const list = kind === 'Local' ? definition.LocalSecondaryIndexes : definition.GlobalSecondaryIndexes
  const name = list?.[Number(position)]?.IndexName ?? ''
  return [
    `${kind === 'Local' ? 'local' : 'global'}SecondaryIndexes.${Number(position) + 1}.member.indexName`,
    name,
  ]
}

/** A name that breaks the constraints of the API's model, as DynamoDB says it. */
function constraintOf(member: string, name: string): string | undefined {
  const broken = [
    ...(/^[a-zA-Z0-9_.-]+$/.test(name)
      ? []
      : ['Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+']),
    ...(name.length < 3 ? ['Member must have length greater than or equal to 3'] : []),
    ...(name.length > 255 ? ['Member must have length less than or equal to 255'] : []),
  ]
  if (broken.length === 0) return undefined
  const each = broken.map((rule) => `Value '${name}' at '${member}' failed to satisfy constraint: ${rule}`)
  return `${broken.length} validation error${broken.length === 1 ? '' : 's'} detected: ${each.join('; ')}`
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
