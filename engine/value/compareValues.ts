// Equality and order of canonical values. Values of different types are never equal and have no order;
// numbers compare by value, strings and binaries by unsigned bytes, sets without regard to order.

import type { AttributeMap, AttributeValue } from './attributeValue.ts'
import { compareBase64 } from './base64.ts'
import { compareNumbers } from './number.ts'
import { compareUtf8 } from './utf8.ts'

export function equalValues(a: AttributeValue, b: AttributeValue): boolean {
  if (a === b) return true
  if ('S' in a) return 'S' in b && a.S === b.S
  if ('N' in a) return 'N' in b && a.N === b.N
  if ('B' in a) return 'B' in b && a.B === b.B
  if ('BOOL' in a) return 'BOOL' in b && a.BOOL === b.BOOL
  if ('NULL' in a) return 'NULL' in b
  if ('M' in a) return 'M' in b && equalMaps(a.M, b.M)
  if ('L' in a) return 'L' in b && equalLists(a.L, b.L)
  if ('SS' in a) return 'SS' in b && equalSets(a.SS, b.SS)
  if ('NS' in a) return 'NS' in b && equalSets(a.NS, b.NS)
  return 'BS' in b && equalSets(a.BS, b.BS)
}

/** Order of two key values of the same type, one of S, N and B. */
export function compareKeyValues(a: AttributeValue, b: AttributeValue): number {
  if ('S' in a && 'S' in b) return compareUtf8(a.S, b.S)
  if ('N' in a && 'N' in b) return compareNumbers(a.N, b.N)
  if ('B' in a && 'B' in b) return compareBase64(a.B, b.B)
  throw new RangeError('Only two values of one of the types S, N and B have an order.')
}

function equalMaps(a: AttributeMap, b: AttributeMap): boolean {
  let count = 0
  for (const name in a) {
    const other = b[name]
    if (other === undefined || !equalValues(a[name]!, other)) return false
    count += 1
  }
  for (const _ in b) count -= 1
  return count === 0
}

function equalLists(a: AttributeValue[], b: AttributeValue[]): boolean {
  return a.length === b.length && a.every((element, i) => equalValues(element, b[i]!))
}

// Canonical sets are sorted, so that the quick way is nearly always the whole way.
function equalSets(a: string[], b: string[]): boolean {
  if (a.length !== b.length) return false
  if (a.every((member, i) => member === b[i])) return true
  const members = new Set(a)
  return b.every((member) => members.has(member))
}
