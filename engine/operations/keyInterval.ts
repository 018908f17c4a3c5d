// Which keys of a table or index a request is about, as a run of neighbouring keys: what a key condition
// leaves of an item collection, or the part of the hash space that belongs to a segment of a parallel scan.

import type { KeyRange } from '../expression/expressions.ts'
import { END_OF_KEYS, type KeyInterval, prefixRange } from '../table/sortedItems.ts'
import type { AttributeValue } from '../value/attributeValue.ts'
import { encodeKeyValue, hashKeyValues, type KeyBytes } from '../value/keyBytes.ts'

export function conditionInterval({ hash, range, last }: KeyRange): KeyInterval {
  const prefix = hashKeyValues(hash) + encodeKeyValues(hash) + encodeKeyValues(range)
  if (!last) return prefixRange(prefix)
  const whole = prefixRange(prefix)
  const [value, upper] = last.values
  const equal = prefixRange(prefix + encodeKeyValue(value!))
  switch (last.operator) {
    case '=':
      return equal
    case '<':
      return { from: whole.from, to: equal.from }
    case '<=':
      return { from: whole.from, to: equal.to }
    case '>':
      return { from: equal.to, to: whole.to }
    case '>=':
      return { from: equal.from, to: whole.to }
    case 'BETWEEN':
      return { from: equal.from, to: prefixRange(prefix + encodeKeyValue(upper!)).to }
    case 'begins_with':
      return prefixRange(prefix + withoutEnd(value!))
  }
}

/** Segments cut the hash space into equal parts: first come, first served by number. */
export function segmentInterval(segment: number, totalSegments: number): KeyInterval {
  return { from: segmentStart(segment, totalSegments), to: segmentStart(segment + 1, totalSegments) }
}

const HASH_SPACE = 2 ** 32

function segmentStart(segment: number, totalSegments: number): KeyBytes {
  const hash = Math.ceil((HASH_SPACE * segment) / totalSegments)
  if (hash >= HASH_SPACE) return END_OF_KEYS
  return String.fromCharCode(hash >>> 24, (hash >>> 16) & 0xff, (hash >>> 8) & 0xff, hash & 0xff)
}

function encodeKeyValues(values: readonly AttributeValue[]): KeyBytes {
  let bytes = ''
  for (const value of values) bytes += encodeKeyValue(value)
  return bytes
}

/** Strings and binaries end with one byte of their own; all that begin with them have theirs later. */
function withoutEnd(value: AttributeValue): KeyBytes {
  return encodeKeyValue(value).slice(0, -1)
}
