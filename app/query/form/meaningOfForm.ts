// What a form asks for, in one sentence: which item collection, which part of it, in which order.
// People check their intent against it before they run anything.

import { plural } from '../../workspace/plural.ts'
import { activeKeyConditions } from '../request/keyConditionExpression.ts'
import { findKeyCondition, type KeyCondition, type QueryForm } from '../request/queryForm.ts'
import { partitionKeysOf, type QueryTarget, sortKeysOf, targetName } from '../request/queryTarget.ts'
import { code, joinPhrases, type Phrase, phrase } from '../words/phrase.ts'

export function meaningOfForm(form: QueryForm, target: QueryTarget): Phrase {
  switch (form.operation) {
    case 'GetItem':
      return meaningOfGet(form, target)
    case 'Query':
      return phrase`Query on ${code(targetName(target))}: ${meaningOfQuery(form, target)}.`
    case 'Scan':
      return phrase`Scan of ${code(targetName(target))}: ${meaningOfScan(form)}${endings(form)}.`
  }
}

function meaningOfGet(form: QueryForm, target: QueryTarget): Phrase {
  const parts = target.tableKeys.map(({ name, type }) => {
    const text = findKeyCondition(form, name)?.values[0]?.text ?? ''
    return text === ''
      ? phrase`${code(name)} is still empty`
      : phrase`${code(name)} = ${code(typed(text, type))}`
  })
  return phrase`One item of ${code(form.tableName)}: ${joinPhrases(parts, ', ')}.`
}

function meaningOfQuery(form: QueryForm, target: QueryTarget): Phrase {
  const active = activeKeyConditions(form, target)
  const partitionKeys = partitionKeysOf(target)
  const partition = active.slice(0, partitionKeys.length)
  const sort = active.slice(partitionKeys.length)
  if (partition.every(({ values }) => (values[0]?.text ?? '') === '')) return callForKey(partitionKeys.length)
  const which = phrase`one item collection ${collectionName(partition)}`
  if (sort.length === 0) {
    const all = sortKeysOf(target).length === 0 ? '' : ', all of its sort keys'
    return phrase`${which}${all}${endings(form)}`
  }
  const ranges = joinPhrases(sort.map(meaningOfSortKey(sort.length > 1)), ', ')
  return phrase`${which}, ${ranges}${endings(form)}`
}

function callForKey(partitionKeys: number): Phrase {
  const what = partitionKeys > 1 ? 'the partition key attributes' : 'a partition key'
  return phrase`type ${what} to choose an item collection`
}

function collectionName(partition: readonly KeyCondition[]): Phrase {
  const values = partition.map((condition) => condition.values[0]?.text ?? '')
  if (partition.length === 1) return phrase`${code(values[0] ?? '')}`
  return joinPhrases(
    partition.map((condition, index) => phrase`${code(condition.name)} = ${code(values[index] ?? '')}`),
    ', ',
  )
}

const meaningOfSortKey =
  (isNamed: boolean) =>
  ({ name, operator, values }: KeyCondition): Phrase => {
    const [first, second] = values.map((value) => code(typed(value.text, value.type)))
    const subject = isNamed ? phrase`${code(name)} ` : phrase`sort keys `
    const low = first ?? code('')
    switch (operator) {
      case 'begins_with':
        return phrase`${subject}beginning with ${low}`
      case 'BETWEEN':
        return phrase`${subject}from ${low} to ${second ?? code('')}`
      case '=':
        return isNamed ? phrase`${subject}= ${low}` : phrase`the sort key ${low}`
      default:
        return phrase`${subject}${comparisons[operator] ?? operator} ${low}`
    }
  }

const comparisons: Partial<Record<KeyCondition['operator'], string>> = {
  '<': 'before',
  '<=': 'up to',
  '>': 'after',
  '>=': 'from',
}

function meaningOfScan({ segments }: QueryForm): Phrase {
  if (!segments) return phrase`reads every item, collection after collection`
  return phrase`segment ${segments.segment} of ${segments.totalSegments}, every item in it`
}

function endings(form: QueryForm): Phrase {
  const parts: Phrase[] = []
  if (form.operation === 'Query' && form.newestFirst) parts.push(phrase`in descending order`)
  if (form.limit !== undefined) parts.push(phrase`at most ${plural(form.limit, 'item')} read`)
  if (isFiltered(form)) parts.push(phrase`then filtered`)
  if (form.select === 'COUNT') parts.push(phrase`only counted`)
  return parts.length === 0 ? [] : phrase`, ${joinPhrases(parts, ', ')}`
}

function isFiltered({ filter }: QueryForm): boolean {
  return filter.kind === 'text' ? filter.text.trim() !== '' : filter.members.length > 0
}

function typed(text: string, type: string): string {
  return type === 'S' && text === '' ? '""' : text
}
