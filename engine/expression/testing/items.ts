// Random small items whose values often meet: few names, few payloads, every type, some nesting.

import fc from 'fast-check'
import type { AttributeMap, AttributeValue, Item } from '../../value/attributeValue.ts'

export const attributeNames = ['a', 'b', 'c', '__proto__', 'x.y']

const strings = fc.constantFrom('', 'a', 'ab', 'b', 'é', '\ue000', '💥', 'N', 'constructor')
const numbers = fc.constantFrom('0', '1', '2', '-1', '1.5', '10')
const binaries = fc.constantFrom('', 'AA==', 'AAE=', '/w==', 'YWI=')

function sets(members: fc.Arbitrary<string>): fc.Arbitrary<string[]> {
  return fc.uniqueArray(members, { minLength: 1, maxLength: 3 }).map((list) => list.sort())
}

export const scalars: fc.Arbitrary<AttributeValue> = fc.oneof(
  strings.map((S) => ({ S })),
  numbers.map((N) => ({ N })),
  binaries.map((B) => ({ B })),
)

export const anyValues: fc.Arbitrary<AttributeValue> = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: scalars },
    fc.constantFrom<AttributeValue>({ BOOL: true }, { BOOL: false }, { NULL: true }),
    sets(strings).map((SS) => ({ SS })),
    sets(numbers).map((NS) => ({ NS })),
    sets(binaries).map((BS) => ({ BS })),
    fc.array(tie('value'), { maxLength: 4 }).map((L) => ({ L })),
    maps(tie('value')).map((M) => ({ M })),
  ),
})).value

export const items: fc.Arbitrary<Item> = maps(anyValues)

function maps(values: fc.Arbitrary<AttributeValue>): fc.Arbitrary<AttributeMap> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...attributeNames), values), {
      maxLength: 4,
      selector: ([name]) => name,
    })
    .map((entries) => {
      const map = Object.create(null) as AttributeMap
      for (const [name, value] of entries) map[name] = value
      return map
    })
}

/** So that any attempt to change the value throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFreeze(member)
  }
  return value
}
