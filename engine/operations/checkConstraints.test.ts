import { describe, expect, it } from 'vitest'
import { checkConstraints } from './checkConstraints.ts'
import { flag, integer, listOf, mapOf, required, structure, terse, text } from './constraints.ts'
import { operations } from './operations.ts'
import { readInput } from './readInput.ts'

const element = structure('Element', {
  Name: required(text({ minLength: 1 })),
  Size: integer({ min: 1, max: 9 }),
})
const shape = structure('Input', {
  Elements: listOf(element, { maxLength: 12 }),
  ByName: mapOf(element, 'Element'),
  Quiet: terse(integer({ min: 1 })),
  IsNew: flag,
})

function judge(json: object): void {
  checkConstraints(shape, readInput(shape, json))
}

describe('checkConstraints', () => {
  it('accepts what is within the constraints', () => {
    expect(() =>
      judge({ Elements: [{ Name: 'a', Size: 9 }], ByName: { x: { Name: 'b' } }, Quiet: 1 }),
    ).not.toThrow()
  })

  it('names the path of what is not, in lists and in maps', () => {
    expect(() => judge({ Elements: [{ Name: 'a' }, { Size: 10 }], ByName: { x: { Name: '' } } })).toThrow(
      "3 validation errors detected: Value null at 'elements.2.member.name' failed to satisfy constraint: " +
        "Member must not be null; Value '10' at 'elements.2.member.size' failed to satisfy constraint: " +
        "Member must have value less than or equal to 9; Value '' at 'byName.x.member.name' failed to satisfy " +
        'constraint: Member must have length greater than or equal to 1',
    )
  })

  it('reports ten violations at most', () => {
    const elements = Array.from({ length: 12 }, () => ({ Name: '' }))
    expect(() => judge({ Elements: elements })).toThrow(/^10 validation errors detected: /)
  })

  it('prints lists and structures as Java does', () => {
    const elements = Array.from({ length: 13 }, (_, n) => (n === 0 ? { Name: 'a', Size: 2 } : { Name: 'b' }))
    expect(() => judge({ Elements: elements })).toThrow(
      /^1 validation error detected: Value '\[Element\(name=a, size=2\), Element\(name=b, size=null\), .*\]' at 'elements'/,
    )
  })

  it('keeps the value of some members to itself', () => {
    expect(() => judge({ Quiet: 0 })).toThrow(
      "1 validation error detected: Value at 'Quiet' failed to satisfy constraint: Member must have value greater than or equal to 1",
    )
  })

  it('shows a batch of 26 writes whole', () => {
    const requests = Array.from({ length: 26 }, (_, n) => ({
      PutRequest: { Item: { pk: { S: `bw-${n}` } } },
    }))
    const { constraints } = operations.BatchWriteItem
    const input = readInput(constraints, { RequestItems: { Things: requests } })
    expect(() => checkConstraints(constraints, input)).toThrow(
      /^1 validation error detected: Value '\{Things=\[WriteRequest\(putRequest=PutRequest\(item=\{pk=AttributeValue\(s=bw-0, n=null, .+\)\]\}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: \[Member must have length less than or equal to 25, Member must have length greater than or equal to 1\]$/,
    )
  })

  it('shows the beginning of a batch that is too long or too deep to be shown', () => {
    let deep: object = { S: 'bottom' }
    for (let level = 0; level < 20_000; level++) deep = { L: [deep] }
    const requests = Array.from({ length: 26 }, () => ({ PutRequest: { Item: { deep } } }))
    const { constraints } = operations.BatchWriteItem
    const input = readInput(constraints, { RequestItems: { Things: requests } })
    const rule =
      'Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]'
    expect(() => checkConstraints(constraints, input)).toThrow(rule)
    const long = { PutRequest: { Item: { pk: { S: 'x'.repeat(100_000) } } } }
    const longInput = readInput(constraints, { RequestItems: { Things: [long, ...requests] } })
    expect(() => checkConstraints(constraints, longInput)).toThrow(
      /xxx…' at 'requestItems' failed to satisfy/,
    )
  })

  it('judges the table names of a batch', () => {
    const { constraints } = operations.BatchGetItem
    const input = readInput(constraints, { RequestItems: { 'a;': { Keys: [{ pk: { S: 'a' } }] } } })
    expect(() => checkConstraints(constraints, input)).toThrow(
      "at 'requestItems' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 255, " +
        'Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]',
    )
  })
})

describe('readInput', () => {
  it('drops what is null or unknown', () => {
    expect(readInput(shape, { Quiet: null, Elements: undefined, Colour: 'red', IsNew: false })).toEqual({
      IsNew: false,
    })
  })

  it.each([
    [{ IsNew: 1 }, 'NUMBER_VALUE cannot be converted to Boolean'],
    [{ IsNew: 'perhaps' }, 'Unexpected token received from parser'],
    [{ IsNew: [] }, 'Unrecognized collection type class java.lang.Boolean'],
    [{ Quiet: 'x' }, 'STRING_VALUE cannot be converted to Integer'],
    [{ Quiet: true }, 'TRUE_VALUE cannot be converted to Integer'],
    [{ Elements: [{ Name: 5.5 }] }, 'DECIMAL_VALUE cannot be converted to String'],
    [{ Elements: [{ Name: {} }] }, 'Start of structure or map found where not expected'],
    [{ Elements: ['x'] }, 'Unexpected value type in payload'],
    [{ Elements: 5 }, 'Unexpected field type'],
    [{ ByName: [] }, 'Unrecognized collection type java.util.Map<java.lang.String, Element>'],
    [{ ByName: 'x' }, 'Unexpected field type'],
  ])('refuses %j', (json, message) => {
    expect(() => readInput(shape, json)).toThrow(message)
  })
})
