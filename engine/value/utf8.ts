// Text as DynamoDB measures and orders it: by its UTF-8 bytes, which is code-point order and not the order
// of JavaScript's UTF-16 units (astral characters sort after U+E000–U+FFFF). UTF-8 has no bytes for a
// surrogate without its partner, so such a unit counts, sorts and is encoded as U+FFFD, the replacement
// character; toWellFormedText makes the same exchange in text that is about to be stored.

const replacementCharacter = 0xfffd

declare global {
  interface String {
    isWellFormed(): boolean
    toWellFormed(): string
  }
}

export function toWellFormedText(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed()
}

/** Bytes of the text in UTF-8. */
export function utf8SizeBytes(text: string): number {
  return text.length > longLength ? encodedSizeBytes(text) : countedSizeBytes(text)
}

// The platform's encoder is many times faster on long text, and slower on short text.
const longLength = 24
const encoder = new TextEncoder()
const scratch = new Uint8Array(0x4000)

function encodedSizeBytes(text: string): number {
  let size = 0
  let position = 0
  while (position < text.length) {
    const { read, written } = encoder.encodeInto(position === 0 ? text : text.slice(position), scratch)
    position += read
    size += written
  }
  return size
}

function countedSizeBytes(text: string): number {
  const length = text.length
  let size = length
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    if (unit < 0x800) {
      size += 1
      continue
    }
    size += 2
    // A pair is four bytes for its two units.
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(i + 1))) i += 1
  }
  return size
}

/** Negative, zero or positive as the UTF-8 bytes of a sort before, with or after those of b. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i)
    const unitB = b.charCodeAt(i)
    if (unitA === unitB) continue
    if (unitA < 0xd800 && unitB < 0xd800) return unitA - unitB
    const startsPair = i > 0 && isHighSurrogate(a.charCodeAt(i - 1))
    return compareCodePoints(a, b, startsPair ? i - 1 : i)
  }
  return a.length - b.length
}

function compareCodePoints(a: string, b: string, start: number): number {
  let i = start
  while (i < a.length && i < b.length) {
    const pointA = codePointAt(a, i)
    const pointB = codePointAt(b, i)
    if (pointA !== pointB) return pointA - pointB
    i += pointA > 0xffff ? 2 : 1
  }
  return a.length - b.length
}

/** The code point at a place in the text, U+FFFD for a lone surrogate. */
export function codePointAt(text: string, position: number): number {
  const unit = text.charCodeAt(position)
  if (unit < 0xd800 || unit > 0xdfff) return unit
  if (unit > 0xdbff) return replacementCharacter
  const next = text.charCodeAt(position + 1)
  return isLowSurrogate(next) ? 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00) : replacementCharacter
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
