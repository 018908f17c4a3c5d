// A read as people fill it in: which operation, on which target, and the parts of the request as typed.
// One form carries the parts of all three operations, so that switching between them loses nothing;
// requestOfForm takes the parts that its operation has. Invariant: plain JSON, edited by copying.

import type { Key, Select } from '../../../engine/api.ts'
import type { TypedText } from './typedText.ts'

export type ReadOperation = 'GetItem' | 'Query' | 'Scan'

export const readOperations: readonly ReadOperation[] = ['GetItem', 'Query', 'Scan']

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>='

/** `any` leaves the attribute out of the key condition. */
export type KeyOperator = 'any' | '=' | '<' | '<=' | '>' | '>=' | 'BETWEEN' | 'begins_with'

/** A condition on one key attribute; HASH attributes always use `=`. */
export interface KeyCondition {
  name: string
  operator: KeyOperator
  values: TypedText[]
}

export type FilterOperator =
  | Comparator
  | 'BETWEEN'
  | 'IN'
  | 'begins_with'
  | 'contains'
  | 'attribute_exists'
  | 'attribute_not_exists'
  | 'attribute_type'

/** What an attribute is compared with: a typed value, or another attribute by its path. */
export type Operand = TypedText | { type: 'path'; text: string }

export interface FilterTest {
  kind: 'test'
  negated: boolean
  /** `size` compares size(path) instead of the attribute itself. */
  subject: 'attribute' | 'size'
  /** As parsePathText reads it. */
  path: string
  operator: FilterOperator
  operands: Operand[]
}

export interface FilterGroup {
  kind: 'group'
  negated: boolean
  joiner: 'AND' | 'OR'
  members: FilterNode[]
}

export type FilterNode = FilterTest | FilterGroup

/** The filter as an expression, with the meaning of its own placeholders. */
export interface FilterText {
  kind: 'text'
  text: string
  names: { placeholder: string; name: string }[]
  values: { placeholder: string; value: TypedText }[]
}

export interface QueryForm {
  operation: ReadOperation
  tableName: string
  /** Undefined reads the table itself; GetItem always does. */
  indexName: string | undefined
  keys: KeyCondition[]
  filter: FilterGroup | FilterText
  /** Document paths; none means whatever Select says. */
  projection: string[]
  select: Select | undefined
  limit: number | undefined
  newestFirst: boolean
  consistentRead: boolean
  segments: { segment: number; totalSegments: number } | undefined
  /** Reading starts after this key. */
  startKey: Key | undefined
}

export function createForm(tableName: string, indexName?: string): QueryForm {
  return {
    operation: 'Query',
    tableName,
    indexName,
    keys: [],
    filter: createGroup(),
    projection: [],
    select: undefined,
    limit: undefined,
    newestFirst: false,
    consistentRead: false,
    segments: undefined,
    startKey: undefined,
  }
}

export function createGroup(members: FilterNode[] = []): FilterGroup {
  return { kind: 'group', negated: false, joiner: 'AND', members }
}

export function createTest(path = ''): FilterTest {
  return {
    kind: 'test',
    negated: false,
    subject: 'attribute',
    path,
    operator: '=',
    operands: [{ type: 'S', text: '' }],
  }
}

export function findKeyCondition(form: QueryForm, name: string): KeyCondition | undefined {
  return form.keys.find((condition) => condition.name === name)
}

/** How many values an operator takes; IN takes as many as there are. */
export function valueCount(operator: KeyOperator | FilterOperator): number {
  if (operator === 'any' || operator === 'attribute_exists' || operator === 'attribute_not_exists') return 0
  return operator === 'BETWEEN' ? 2 : 1
}

/** The operands fitted to another operator: kept as far as they go, filled up with empty ones. */
export function fitOperands<Draft extends Operand>(
  operands: readonly Draft[],
  operator: KeyOperator | FilterOperator,
  filler: Draft,
): Draft[] {
  if (operator === 'IN') return operands.length > 0 ? [...operands] : [filler]
  return Array.from({ length: valueCount(operator) }, (_, index) => operands[index] ?? filler)
}
