import type { AttributeValue } from '../../engine/value/attributeValue.ts'

/** A key value for the n-th copy: 'ORDER#7' gives 'ORDER#7-copy', 'ORDER#7-copy-2'; 20 gives 21, 22. */
export function copyName(value: AttributeValue, attempt: number): AttributeValue {
  if ('S' in value) return { S: attempt === 1 ? `${value.S}-copy` : `${value.S}-copy-${attempt}` }
  if ('N' in value && /^-?\d{1,30}$/.test(value.N)) return { N: String(BigInt(value.N) + BigInt(attempt)) }
  if ('N' in value) return { N: String(attempt) }
  // Binary: one more byte at the end. Four base64 characters stand for three bytes.
  if ('B' in value) return { B: btoa(`${atob(value.B)}${String.fromCharCode(attempt % 256)}`) }
  return value
}
