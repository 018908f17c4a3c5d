// An attribute value as the DynamoDB JSON wire format writes it: one type descriptor, one payload.
// Invariant inside the engine: values are canonical (numbers without exponent or padding, base64 with
// standard padding, sets sorted and without duplicates, text with a UTF-8 form), because
// checkAttributeValue let them in.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html

export type AttributeValue =
  | { S: string }
  | { N: string }
  | { B: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: string[] }
  | { L: AttributeValue[] }
  | { M: AttributeMap }

/** Attribute names are any text, `__proto__` included: build these with createAttributeMap. */
export interface AttributeMap {
  [attributeName: string]: AttributeValue
}

export type Item = AttributeMap

export type AttributeType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'SS' | 'NS' | 'BS' | 'L' | 'M'

/** The types that a key attribute may have. */
export type ScalarAttributeType = 'S' | 'N' | 'B'

/** An empty map that has no prototype, so that no attribute name means anything special. */
export function createAttributeMap(): AttributeMap {
  // Object.create(null) makes a hash table, which takes many times as long to walk through.
  return Object.setPrototypeOf({}, null) as AttributeMap
}

export function typeOf(value: AttributeValue): AttributeType {
  for (const descriptor in value) return descriptor as AttributeType
  throw new RangeError('An attribute value has one type descriptor; this one has none.')
}

/** Makes parsed maps safe for any attribute name: nothing is inherited by an object without prototype. */
export function stripPrototypes(map: AttributeMap): void {
  Object.setPrototypeOf(map, null)
  for (const name in map) stripNested(map[name]!)
}

function stripNested(value: AttributeValue): void {
  if ('M' in value) stripPrototypes(value.M)
  else if ('L' in value) for (const element of value.L) stripNested(element)
}
