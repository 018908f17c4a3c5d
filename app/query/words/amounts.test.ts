import { expect, test } from 'vitest'
import { formatBytes, formatCount, formatDuration, formatUnits } from './amounts.ts'

test('amounts have commas between thousands, and at most one decimal', () => {
  expect(formatCount(1234567)).toBe('1,234,567')
  expect(formatUnits(1234.56)).toBe('1,234.6')
  expect(formatUnits(0.5)).toBe('0.5')
  expect(formatBytes(1023)).toBe('1,023 B')
  expect(formatBytes(4200)).toBe('4.1 KB')
  expect(formatBytes(3 * 1024 * 1024)).toBe('3 MB')
})

test('durations go over to seconds where they are rounded to one', () => {
  expect([2.345, 11.4, 999.4, 999.6, 61_500].map(formatDuration)).toEqual([
    '2.3 ms',
    '11 ms',
    '999 ms',
    '1 s',
    '61.5 s',
  ])
})
