// DynamoDB's numbers: exact decimals of up to 38 significant digits, from 1E-130 to 9.9…E+125 on either
// side of zero. They live as canonical text (no exponent, no sign but "-", no zeros that say nothing), so
// that equal numbers are equal texts; only addition and subtraction leave the text, for BigInt.
// Nothing is ever rounded: what does not fit is refused in DynamoDB's words.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number

import { type DynamoDBError, validationError } from './dynamoDBError.ts'

/** ±0.d₁d₂d₃… × 10^exponent; digits have neither leading nor trailing zeros, and zero has none at all. */
export interface DecimalNumber {
  negative: boolean
  digits: string
  exponent: number
}

const maxDigits = 38
// In terms of DecimalNumber's exponent, one above that of scientific notation.
const maxExponent = 126
const minExponent = -129

const grammar = /^[+-]?(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/

export function parseNumber(text: string): DecimalNumber {
  const match = grammar.exec(text)
  if (!match) throw notNumeric(text)
  const integer = match[1] ?? ''
  const fraction = match[2] ?? match[3] ?? ''
  const power = match[4] === undefined ? 0 : Number(match[4])
  return checkRange(normalized(text.startsWith('-'), integer + fraction, integer.length + power))
}

/** Throws DynamoDB's ValidationException for text that is no number or a number out of range. */
export function canonicalNumber(text: string): string {
  return isPlainInteger(text) ? text : printNumber(parseNumber(text))
}

/** Compares two canonical texts by value. */
export function compareNumbers(a: string, b: string): number {
  if (a === b) return 0
  const negative = a.charCodeAt(0) === minus
  if (negative !== (b.charCodeAt(0) === minus)) return negative ? -1 : 1
  const order = integerLength(a) - integerLength(b) || (a < b ? -1 : 1)
  return negative ? -order : order
}

/** Adds two canonical texts; throws when the exact sum does not fit into 38 digits. */
export function addNumbers(a: string, b: string): string {
  // Exact in double precision: whole numbers below 10^15.
  if (a.length < 16 && b.length < 16 && !a.includes('.') && !b.includes('.')) {
    return String(Number(a) + Number(b))
  }
  return addDecimals(parseNumber(a), parseNumber(b))
}

/** Subtracts two canonical texts; throws when the exact difference does not fit into 38 digits. */
export function subtractNumbers(a: string, b: string): string {
  return addNumbers(a, b === '0' ? b : b.charCodeAt(0) === minus ? b.slice(1) : `-${b}`)
}

export function printNumber({ negative, digits, exponent }: DecimalNumber): string {
  if (digits === '') return '0'
  const sign = negative ? '-' : ''
  if (exponent <= 0) return `${sign}0.${'0'.repeat(-exponent)}${digits}`
  if (exponent >= digits.length) return sign + digits + '0'.repeat(exponent - digits.length)
  return `${sign}${digits.slice(0, exponent)}.${digits.slice(exponent)}`
}

const minus = 0x2d
const zero = 0x30
const nine = 0x39
const point = 0x2e

// Most numbers are whole and small: they are canonical as they stand.
function isPlainInteger(text: string): boolean {
  const start = text.charCodeAt(0) === minus ? 1 : 0
  const length = text.length
  if (length === start || length - start > maxDigits) return false
  if (text.charCodeAt(start) === zero) return length === 1
  for (let i = start; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < zero || unit > nine) return false
  }
  return true
}

function normalized(negative: boolean, digits: string, exponent: number): DecimalNumber {
  let start = 0
  while (digits.charCodeAt(start) === zero) start += 1
  // A zero keeps the magnitude of its last digit for the check of its range: DynamoDB refuses 0e126 and
  // 0e-131, but not 0.0e126.
  if (start === digits.length) return { negative: false, digits: '', exponent: exponent - digits.length + 1 }
  let end = digits.length
  while (digits.charCodeAt(end - 1) === zero) end -= 1
  return { negative, digits: digits.slice(start, end), exponent: exponent - start }
}

function checkRange(number: DecimalNumber): DecimalNumber {
  if (number.exponent > maxExponent) throw overflow()
  if (number.exponent < minExponent) throw underflow()
  if (number.digits === '') return { negative: false, digits: '', exponent: 0 }
  if (number.digits.length > maxDigits) {
    throw validationError('Attempting to store more than 38 significant digits in a Number')
  }
  return number
}

function addDecimals(a: DecimalNumber, b: DecimalNumber): string {
  const lowestPlace = Math.min(a.exponent - a.digits.length, b.exponent - b.digits.length)
  const sum = unscaled(a, lowestPlace) + unscaled(b, lowestPlace)
  if (sum === 0n) return '0'
  const text = (sum < 0n ? -sum : sum).toString()
  const number = normalized(sum < 0n, text, text.length + lowestPlace)
  if (number.digits.length > maxDigits) throw overflow()
  return printNumber(checkRange(number))
}

function unscaled({ negative, digits, exponent }: DecimalNumber, lowestPlace: number): bigint {
  const magnitude = BigInt(digits + '0'.repeat(exponent - digits.length - lowestPlace))
  return negative ? -magnitude : magnitude
}

function integerLength(text: string): number {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === point) return i
  return text.length
}

function notNumeric(text: string): DynamoDBError {
  const detail = text === '' ? '' : `: ${text}`
  return validationError(`The parameter cannot be converted to a numeric value${detail}`)
}

function overflow(): DynamoDBError {
  return validationError(
    'Number overflow. Attempting to store a number with magnitude larger than supported range',
  )
}

function underflow(): DynamoDBError {
  return validationError(
    'Number underflow. Attempting to store a number with magnitude smaller than supported range',
  )
}
