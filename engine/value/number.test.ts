import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addNumbers, canonicalNumber, compareNumbers, parseNumber, subtractNumbers } from './number.ts'
import { type Digits, digitsInRange, numberText, scientific } from './testing/arbitraries.ts'

const Exact = Decimal.clone({ precision: 600, toExpNeg: -9e15, toExpPos: 9e15 })
const tooManyDigits = 'Attempting to store more than 38 significant digits in a Number'
const overflow = 'Number overflow. Attempting to store a number with magnitude larger than supported range'
const underflow = 'Number underflow. Attempting to store a number with magnitude smaller than supported range'

describe('canonicalNumber', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.000', '0'],
    ['7', '7'],
    ['-7', '-7'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    ['00042', '42'],
    ['0042.1200', '42.12'],
    ['3.1400', '3.14'],
    ['1000', '1000'],
    ['1e3', '1000'],
    ['1e+2', '100'],
    ['1.5E2', '150'],
    ['1.5E+3', '1500'],
    ['-17.4E37', `-174${'0'.repeat(36)}`],
    ['12345e-2', '123.45'],
    ['1e-3', '0.001'],
    ['1E125', `1${'0'.repeat(125)}`],
    ['1E-130', `0.${'0'.repeat(129)}1`],
    ['0.1e126', `1${'0'.repeat(125)}`],
    ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
    ['9.9999999999999999999999999999999999999E+125', '9'.repeat(38) + '0'.repeat(88)],
    ['100000000000000000000000000000000000000000', `1${'0'.repeat(41)}`],
  ])('%s becomes %s', (text, canonical) => {
    expect(canonicalNumber(text)).toBe(canonical)
  })

  test.each([
    'a',
    'NaN',
    'Infinity',
    '-Infinity',
    ' 1',
    '1 ',
    '1\n',
    '0x5',
    '1_000',
    '.',
    '-',
    '+',
    '1e',
    'e5',
  ])('%j is no number', (text) => {
    expect(() => canonicalNumber(text)).toThrow(
      `The parameter cannot be converted to a numeric value: ${text}`,
    )
  })

  test.each(['++5', '--5', '1e5.0', '1.2.3', '1,5', '٣', '--', '1e+', '1e1e1'])(
    '%j is no number either',
    (text) => {
      expect(() => canonicalNumber(text)).toThrow('cannot be converted to a numeric value')
    },
  )

  test('the empty text is refused without being quoted', () => {
    expect(() => canonicalNumber('')).toThrow(/^The parameter cannot be converted to a numeric value$/)
  })

  test.each([
    ['123456789012345678901234567890123456789', tooManyDigits],
    ['-1.23456789012345678901234567890123456789', tooManyDigits],
    ['314159265358979323846264338327950288419e30', tooManyDigits],
    ['1e126', overflow],
    ['-1e126', overflow],
    ['11e125', overflow],
    ['1.0e100000000', overflow],
    [`1e${'9'.repeat(1000)}`, overflow],
    ['1e-131', underflow],
    ['-1e-131', underflow],
    ['0.9e-130', underflow],
    [`1e-${'9'.repeat(1000)}`, underflow],
  ])('%s is out of range', (text, message) => {
    expect(() => canonicalNumber(text)).toThrow(message)
  })

  // DynamoDB looks at the magnitude of a zero as if it were a digit.
  test('zeros are refused by the place of their last digit', () => {
    expect(() => canonicalNumber('0e126')).toThrow(overflow)
    expect(() => canonicalNumber('0e-131')).toThrow(underflow)
    expect(['0e125', '0.0e126', '0e-130'].map(canonicalNumber)).toEqual(['0', '0', '0'])
  })

  test('agrees with decimal.js over the whole range and in any spelling', () => {
    fc.assert(
      fc.property(numberText(), (text) => {
        expect(canonicalNumber(text)).toBe(new Exact(text).plus(0).toFixed())
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves canonical text as it is', () => {
    fc.assert(
      fc.property(numberText().map(canonicalNumber), (text) => {
        expect(canonicalNumber(text)).toBe(text)
      }),
    )
  })

  test('counts the digits between the first and the last that are not zero', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9][0-9]{0,50}[1-9]$/),
        fc.integer({ min: -40, max: 40 }),
        (digits, power) => {
          const canonical = () => canonicalNumber(`${digits}e${power}`)
          if (digits.length > 38) expect(canonical).toThrow(tooManyDigits)
          else expect(canonical()).toBe(new Exact(`${digits}e${power}`).toFixed())
        },
      ),
    )
  })
})

test('parseNumber tells sign, digits and exponent apart', () => {
  expect(parseNumber('-0.00120')).toEqual({ negative: true, digits: '12', exponent: -2 })
  expect(parseNumber('1200')).toEqual({ negative: false, digits: '12', exponent: 4 })
  expect(parseNumber('-0.0')).toEqual({ negative: false, digits: '', exponent: 0 })
})

describe('compareNumbers', () => {
  test('sorts by value', () => {
    const sorted = [
      '-100',
      '-9.5',
      '-9',
      '-0.5',
      '-0.05',
      '0',
      '0.05',
      '0.5',
      '0.51',
      '1',
      '1.5',
      '9',
      '10',
      '10.01',
    ]
    expect(sorted.toReversed().sort(compareNumbers)).toEqual(sorted)
  })

  test('agrees with decimal.js', () => {
    const text = fc
      .oneof(numberText(), digitsInRange({ min: -2, max: 3 }).map(scientific))
      .map(canonicalNumber)
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareNumbers(a, b))).toBe(new Exact(a).cmp(b))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('addNumbers and subtractNumbers', () => {
  test.each([
    ['1', '1', '2', '0'],
    ['0', '5', '5', '-5'],
    ['5', '0', '5', '5'],
    ['-5', '5', '0', '-10'],
    ['0.1', '0.2', '0.3', '-0.1'],
    ['999999999999999', '1', '1000000000000000', '999999999999998'],
    ['9007199254740993', '1', '9007199254740994', '9007199254740992'],
    ['10000000000000000000000', '1', '10000000000000000000001', '9999999999999999999999'],
  ])('%s and %s', (a, b, sum, difference) => {
    expect(addNumbers(a, b)).toBe(sum)
    expect(subtractNumbers(a, b)).toBe(difference)
  })

  test('a result that 38 digits cannot hold is an overflow', () => {
    expect(() => addNumbers(canonicalNumber('1e50'), '1')).toThrow(overflow)
    expect(() => subtractNumbers(canonicalNumber('1e50'), '1')).toThrow(overflow)
    expect(addNumbers(canonicalNumber('1e37'), '1')).toBe(`1${'0'.repeat(36)}1`)
  })

  test('a result out of range is refused', () => {
    const large = canonicalNumber('9e125')
    expect(() => addNumbers(large, large)).toThrow(overflow)
    expect(() => subtractNumbers(large, `-${large}`)).toThrow(overflow)
    expect(addNumbers(large, canonicalNumber('9e124'))).toBe(canonicalNumber('9.9e125'))
    expect(() => subtractNumbers(canonicalNumber('1.5e-130'), canonicalNumber('1e-130'))).toThrow(underflow)
  })

  test('nothing is left of a number less itself, however far down its last digit is', () => {
    const small = canonicalNumber('1.9e-130')
    expect(subtractNumbers(small, small)).toBe('0')
  })

  test('agree with decimal.js, and refuse what does not fit', () => {
    fc.assert(
      fc.property(operands(), ([a, b]) => {
        expectExact(() => addNumbers(a, b), new Exact(a).plus(b))
        expectExact(() => subtractNumbers(a, b), new Exact(a).minus(b))
      }),
      { numRuns: 3000 },
    )
  })
})

function operands(): fc.Arbitrary<[string, string]> {
  const anywhere = fc.tuple(digitsInRange(), digitsInRange())
  const nearby = fc
    .tuple(digitsInRange(), digitsInRange(), fc.integer({ min: -3, max: 3 }))
    .map(([a, b, distance]): [Digits, Digits] => {
      const exponent = Math.max(-130, Math.min(125, a.exponent + distance))
      return [a, { ...b, exponent }]
    })
  const small = fc.tuple(digitsInRange({ min: 0, max: 17 }), digitsInRange({ min: 0, max: 17 }))
  const alike = digitsInRange().map((a): [Digits, Digits] => [a, a])
  return fc
    .oneof(anywhere, nearby, small, alike)
    .map(([a, b]): [string, string] => [canonicalNumber(scientific(a)), canonicalNumber(scientific(b))])
}

function expectExact(calculate: () => string, exact: Decimal): void {
  if (exact.isZero()) expect(calculate()).toBe('0')
  else if (exact.precision() > 38 || exact.e > 125) expect(calculate).toThrow(overflow)
  else if (exact.e < -130) expect(calculate).toThrow(underflow)
  else expect(calculate()).toBe(exact.toFixed())
}
