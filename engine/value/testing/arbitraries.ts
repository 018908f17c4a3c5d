// What the laws of values are tried on: numbers over the whole range in any spelling, text and binaries
// leaning towards the characters and bytes where orders go wrong, and attribute values as raw JSON.

import fc from 'fast-check'

const awkwardCharacters = [
  '\0',
  '\u0001',
  '\u0002',
  'a',
  'b',
  '\u007f',
  '\u0080',
  'é',
  '\u07ff',
  '\u0800',
  '\ud7ff',
  '\ue000',
  '\ufffd',
  '\uffff',
  '\u{10000}',
  '\u{10ffff}',
]

export function wellFormedText(maxLength = 12): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: fc.constantFrom(...awkwardCharacters), maxLength }),
  )
}

/** Text that may hold surrogates without their partners. */
export function anyText(maxLength = 12): fc.Arbitrary<string> {
  const units = fc.constantFrom(...awkwardCharacters, '\ud800', '\udbff', '\udc00', '\udfff')
  return fc.oneof(wellFormedText(maxLength), fc.string({ unit: units, maxLength }))
}

export function byteArrays(maxLength = 8): fc.Arbitrary<Uint8Array> {
  const awkwardByte = fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xfe, 0xff)
  return fc.oneof(
    fc.uint8Array({ maxLength }),
    fc.array(awkwardByte, { maxLength }).map((bytes) => Uint8Array.from(bytes)),
  )
}

export interface Digits {
  negative: boolean
  /** One to 38 digits, the first of them not zero. */
  digits: string
  /** Power of ten of the first digit. */
  exponent: number
}

/** Numbers that DynamoDB can hold, zero aside. */
export function digitsInRange(exponents: { min: number; max: number } = { min: -130, max: 125 }) {
  const digits = fc.oneof(
    fc.stringMatching(/^[1-9][0-9]{0,37}$/),
    fc.stringMatching(/^[1-9][0-9]{0,2}$/),
    fc.stringMatching(/^[19][09]{0,37}$/),
  )
  return fc.record<Digits>({ negative: fc.boolean(), digits, exponent: fc.integer(exponents) })
}

export function scientific({ negative, digits, exponent }: Digits): string {
  return `${negative ? '-' : ''}${digits.slice(0, 1)}.${digits.slice(1)}e${exponent}`
}

/** Number text in range, spelled in any of the ways that DynamoDB reads. */
export function numberText(): fc.Arbitrary<string> {
  const spelled = fc
    .tuple(
      digitsInRange(),
      fc.integer({ min: -5, max: 45 }),
      fc.nat(3),
      fc.nat(3),
      fc.constantFrom('e', 'E', 'e+'),
    )
    .map(([number, point, leading, trailing, e]) => spell(number, point, leading, trailing, e))
  return fc.oneof({ weight: 9, arbitrary: spelled }, fc.constantFrom('0', '-0', '0.00', '.0', '+0e5', '000'))
}

function spell(number: Digits, point: number, leading: number, trailing: number, e: string): string {
  const digits = '0'.repeat(leading + Math.max(0, -point)) + number.digits + '0'.repeat(trailing)
  const place = Math.min(digits.length, leading + Math.max(0, point))
  const shift = number.exponent + 1 - (place - leading - Math.max(0, -point))
  const sign = number.negative ? '-' : digits.length % 2 === 0 ? '+' : ''
  const power = shift === 0 ? '' : `${shift < 0 ? e.slice(0, 1) : e}${shift}`
  return `${sign}${digits.slice(0, place)}.${digits.slice(place)}${power}`
}

export function stringValue(): fc.Arbitrary<{ S: string }> {
  return wellFormedText().map((S) => ({ S }))
}

export function numberValue(): fc.Arbitrary<{ N: string }> {
  return numberText().map((N) => ({ N }))
}

export function binaryValue(): fc.Arbitrary<{ B: string }> {
  return base64Text().map((B) => ({ B }))
}

/** Values of every type, as a client may send them: not canonical. */
export function rawValue(): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      stringValue(),
      numberValue(),
      binaryValue(),
      fc.boolean().map((BOOL) => ({ BOOL })),
      fc.constant({ NULL: true }),
      set(wellFormedText()).map((SS) => ({ SS })),
      set(fc.integer()).map((NS) => ({ NS: NS.map(String) })),
      set(base64Text()).map((BS) => ({ BS })),
      fc.array(tie('value'), { maxLength: 4 }).map((L) => ({ L })),
      fc.dictionary(attributeName(), tie('value'), { maxKeys: 4 }).map((M) => ({ M })),
    ),
  })).value
}

export function rawItem(): fc.Arbitrary<Record<string, unknown>> {
  return fc.dictionary(attributeName(), rawValue(), { maxKeys: 6 })
}

function attributeName(): fc.Arbitrary<string> {
  return fc.oneof(wellFormedText(4), fc.constant('__proto__')).filter((name) => name !== '')
}

function base64Text(): fc.Arbitrary<string> {
  return byteArrays().map((bytes) => Buffer.from(bytes).toString('base64'))
}

function set<Member>(members: fc.Arbitrary<Member>): fc.Arbitrary<Member[]> {
  return fc.uniqueArray(members, { minLength: 1, maxLength: 4 })
}
