// Forms as the property tests throw them: on the table or any index of one design, whose names are as odd
// as DynamoDB allows.

import fc from 'fast-check'
import type { AttributeType } from '../../../engine/value/attributeValue.ts'
import { printPathText } from '../request/documentPathText.ts'
import {
  createForm,
  type FilterGroup,
  type FilterNode,
  type FilterOperator,
  type FilterTest,
  type KeyCondition,
  type KeyOperator,
  type Operand,
  type QueryForm,
  valueCount,
} from '../request/queryForm.ts'
import {
  partitionKeysOf,
  type QueryTarget,
  sortKeysOf,
  type TableShape,
  type TargetKey,
  targetsOf,
} from '../request/queryTarget.ts'
import { type TypedText, typedTextOfValue } from '../request/typedText.ts'

export const definition: TableShape = {
  TableName: 'Orders',
  AttributeDefinitions: [
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'order.number', AttributeType: 'N' },
    { AttributeName: 'status', AttributeType: 'S' },
    { AttributeName: '__proto__', AttributeType: 'B' },
    { AttributeName: 'région', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'order.number', KeyType: 'RANGE' },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: 'by-status',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'status', KeyType: 'RANGE' },
      ],
    },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'wide',
      KeySchema: [
        { AttributeName: 'région', KeyType: 'HASH' },
        { AttributeName: '__proto__', KeyType: 'HASH' },
        { AttributeName: 'status', KeyType: 'RANGE' },
        { AttributeName: 'order.number', KeyType: 'RANGE' },
        { AttributeName: 'PK', KeyType: 'RANGE' },
      ],
    },
  ],
}

const text = fc.oneof(
  fc.constantFrom('', 'ORDER#', '"', ' a b ', ':v', '#n', 'NOT'),
  fc.string({ maxLength: 6 }),
)
const numberText = fc.oneof(fc.integer().map(String), fc.constantFrom('1e3', '0.50', '', 'abc'))
const base64 = fc.constantFrom('', 'AQI=', 'not base64')

function draftOfType(type: AttributeType): fc.Arbitrary<TypedText> {
  switch (type) {
    case 'S':
      return text.map((S) => typedTextOfValue({ S }))
    case 'N':
      return numberText.map((N) => typedTextOfValue({ N }))
    case 'B':
      return base64.map((B) => typedTextOfValue({ B }))
    case 'BOOL':
      return fc.boolean().map((BOOL) => typedTextOfValue({ BOOL }))
    case 'NULL':
      return fc.constant(typedTextOfValue({ NULL: true }))
    case 'L':
      return fc.array(text.map((S) => ({ S }))).map((L) => typedTextOfValue({ L }))
    case 'M':
      return fc.dictionary(text, fc.constant({ BOOL: true })).map((M) => typedTextOfValue({ M }))
    default:
      return fc.array(text).map((members) => ({ type, text: JSON.stringify(members) }))
  }
}

const types: AttributeType[] = ['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M']
const draft = fc.constantFrom(...types).chain(draftOfType)

const name = fc.oneof(
  fc.constantFrom(
    'total',
    'status',
    'Size',
    'a.b',
    'x[0]',
    '__proto__',
    'with space',
    '"',
    '0day',
    '_x',
    'été',
  ),
  fc.string({ minLength: 1, maxLength: 8 }),
)
export const pathElements = fc
  .tuple(name, fc.array(fc.oneof(name, fc.nat({ max: 99 })), { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest])
const pathText = pathElements.map(printPathText)

const operand: fc.Arbitrary<Operand> = fc.oneof(
  { weight: 4, arbitrary: draft },
  { weight: 1, arbitrary: pathText.map((path): Operand => ({ type: 'path', text: path })) },
)

const attributeOperators: FilterOperator[] = [
  'begins_with',
  'contains',
  'attribute_exists',
  'attribute_not_exists',
]
const bothOperators: FilterOperator[] = ['=', '<>', '<', '<=', '>', '>=', 'BETWEEN', 'IN']

const filterTest: fc.Arbitrary<FilterTest> = fc
  .record({
    negated: fc.boolean(),
    subject: fc.constantFrom('attribute' as const, 'size' as const),
    path: pathText,
  })
  .chain(({ negated, subject, path }) => {
    const operators = subject === 'size' ? bothOperators : [...bothOperators, ...attributeOperators]
    return fc.constantFrom(...operators).chain((operator) => {
      const count = operator === 'IN' ? { minLength: 1, maxLength: 4 } : undefined
      const size = valueCount(operator)
      return fc
        .array(operand, count ?? { minLength: size, maxLength: size })
        .map((operands): FilterTest => ({ kind: 'test', negated, subject, path, operator, operands }))
    })
  })

function filterNode(depth: number): fc.Arbitrary<FilterNode> {
  if (depth === 0) return filterTest
  return fc.oneof({ weight: 2, arbitrary: filterTest }, { weight: 1, arbitrary: filterGroup(depth - 1) })
}

/** Groups of at least two: a group of one is written, and read back, as what it holds. */
function filterGroup(depth: number): fc.Arbitrary<FilterGroup> {
  return fc.record({
    kind: fc.constant('group' as const),
    negated: fc.boolean(),
    joiner: fc.constantFrom('AND' as const, 'OR' as const),
    members: fc.array(filterNode(depth), { minLength: 2, maxLength: 3 }),
  })
}

const rootGroup: fc.Arbitrary<FilterGroup> = fc.oneof(
  fc.constant<FilterGroup>({ kind: 'group', negated: false, joiner: 'AND', members: [] }),
  filterTest.map((test): FilterGroup => ({ kind: 'group', negated: false, joiner: 'AND', members: [test] })),
  filterGroup(2),
)

const filterText = fc.record({ value: draft, name }).map(({ value, name: attribute }) => ({
  kind: 'text' as const,
  text: 'size(#PK) > :PK OR attribute_exists(plain)',
  names: [{ placeholder: '#PK', name: attribute }],
  values: [{ placeholder: ':PK', value }],
}))

const keyOperators: KeyOperator[] = ['=', '<', '<=', '>', '>=', 'BETWEEN', 'begins_with']

function keyConditions(target: QueryTarget): fc.Arbitrary<KeyCondition[]> {
  const fixed = (key: TargetKey) => keyCondition(key, '=')
  const sortKeys = sortKeysOf(target)
  return fc
    .record({ used: fc.nat({ max: sortKeys.length }), last: fc.constantFrom(...keyOperators) })
    .chain(({ used, last }) =>
      fc.tuple(
        ...partitionKeysOf(target).map(fixed),
        ...sortKeys.slice(0, used).map((key, index) => keyCondition(key, index === used - 1 ? last : '=')),
      ),
    )
}

function keyCondition(key: TargetKey, operator: KeyOperator): fc.Arbitrary<KeyCondition> {
  const size = valueCount(operator)
  return fc
    .array(draftOfType(key.type), { minLength: size, maxLength: size })
    .map((values) => ({ name: key.name, operator, values }))
}

/** Forms that hold only what their operation has. */
export const forms: fc.Arbitrary<QueryForm> = fc
  .record({
    operation: fc.constantFrom('GetItem' as const, 'Query' as const, 'Scan' as const),
    target: fc.constantFrom(...targetsOf(definition)),
  })
  .chain(({ operation, target }) => {
    const aim = operation === 'GetItem' ? targetsOf(definition)[0]! : target
    const keys =
      operation === 'GetItem'
        ? fc.tuple(...aim.tableKeys.map((key) => keyCondition(key, '=')))
        : operation === 'Query'
          ? keyConditions(aim)
          : fc.constant([])
    const parts = fc.record({
      keys,
      projection: fc.array(pathText, { maxLength: 3 }),
      consistentRead: fc.boolean(),
    })
    const paged = fc.record({
      filter: fc.oneof({ weight: 4, arbitrary: rootGroup }, { weight: 1, arbitrary: filterText }),
      select: fc.constantFrom(undefined, 'COUNT' as const, 'ALL_ATTRIBUTES' as const),
      limit: fc.option(fc.nat(), { nil: undefined }),
      startKey: fc.constantFrom(undefined, { PK: { S: 'a' }, n: { N: '1' } }),
      newestFirst: operation === 'Query' ? fc.boolean() : fc.constant(false),
      segments:
        operation === 'Scan'
          ? fc.constantFrom(undefined, { segment: 2, totalSegments: 7 })
          : fc.constant(undefined),
    })
    const base = { ...createForm('Orders', aim.indexName), operation }
    return fc
      .tuple(parts, operation === 'GetItem' ? fc.constant<Partial<QueryForm>>({}) : paged)
      .map(([some, more]) => ({ ...base, ...some, ...more }) as QueryForm)
  })
