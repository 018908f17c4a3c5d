// The start of a key's text that says what the item is: `USER#` in `USER#42`, `player` in `player007`,
// the whole of a constant such as `PROFILE`. Dates, numbers and bare identifiers say nothing.

const delimited = /^[#$~]?[A-Za-z][A-Za-z0-9 ._-]{0,40}?(?:::|[#|:/~])/
const numbered = /^[A-Za-z][A-Za-z ._-]{0,40}?[-_]?(?=\d+$)/
const constant = /^[#$~]?[A-Z][A-Z_-]{1,40}$/
const word = /^[A-Za-z][A-Za-z_-]{1,40}$/

export function findKeyPrefix(text: string): string | undefined {
  const prefix = (delimited.exec(text) ?? constant.exec(text) ?? numbered.exec(text))?.[0]
  return prefix === undefined || isIdentifier(prefix) ? undefined : prefix
}

// Long and with digits between letters: made by a machine.
function isIdentifier(prefix: string): boolean {
  return prefix.length > 11 && /\d/.test(prefix)
}

/** A word in small letters may be a constant (`park`) or a name (`oslo`): only its repetition tells. */
export function isPlainWord(text: string): boolean {
  return word.test(text) && !constant.test(text)
}

/** Delimited prefixes and long constants are meant as such; `NO` may be a country, `item` a word before a number. */
export function isSurePrefix(prefix: string): boolean {
  return delimited.test(prefix) || (constant.test(prefix) && prefix.length > 3)
}

/** `ORDER_ITEM#` and `orderItem` both give `Order item`. */
export function entityNameOf(text: string): string {
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
  return words === '' ? text : words.charAt(0).toUpperCase() + words.slice(1)
}
