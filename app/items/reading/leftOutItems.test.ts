import { describe, expect, test } from 'vitest'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { type TableShape, tableShapes } from '../tableShape.ts'
import { ordersDefinition } from '../testing/ordersTable.ts'
import { LeftOutItems, type ScanCall } from './leftOutItems.ts'

const byStatus = tableShapes(ordersDefinition)[1] as TableShape

/** A Scan of pages that each find so many items of a hundred read. */
function scanOf(found: number[]) {
  const starts: (string | undefined)[] = []
  const scan: ScanCall = async ({ ExclusiveStartKey }) => {
    const page = Number(ExclusiveStartKey ? (ExclusiveStartKey.PK as { S: string }).S : 0)
    starts.push(ExclusiveStartKey && String(page))
    const items = Array.from(
      { length: found[page]! },
      (_, place): Item => ({ PK: { S: `${page}.${place}` } }),
    )
    const next = page + 1 < found.length ? { LastEvaluatedKey: { PK: { S: String(page + 1) } } } : {}
    return { Items: items, Count: items.length, ScannedCount: 100, ...next }
  }
  return { scan, starts }
}

describe('LeftOutItems', () => {
  test('goes on past pages that find nothing until it has found enough', async () => {
    const { scan, starts } = scanOf([0, 0, 60, 60])
    const leftOut = new LeftOutItems(byStatus, scan)
    await leftOut.readMore()
    expect(leftOut.state).toMatchObject({ scannedCount: 300, isComplete: false, status: 'idle' })
    expect(leftOut.state.items).toHaveLength(60)
    await leftOut.readMore()
    expect(leftOut.state).toMatchObject({ scannedCount: 400, isComplete: true })
    expect(leftOut.state.items).toHaveLength(120)
    expect(starts).toEqual([undefined, '1', '2', '3'])
  })

  test('does not read again what is complete', async () => {
    const { scan, starts } = scanOf([3])
    const leftOut = new LeftOutItems(byStatus, scan)
    await leftOut.readMore()
    await leftOut.readMore()
    expect(starts).toHaveLength(1)
  })

  test('keeps what it has while it reads again after a change', async () => {
    const found = [3]
    const leftOut = new LeftOutItems(byStatus, scanOf(found).scan)
    await leftOut.readMore()
    found[0] = 2
    const reading = leftOut.readAgain()
    expect(leftOut.state.items).toHaveLength(3)
    await reading
    expect(leftOut.state.items).toHaveLength(2)
  })

  test('reads nothing after a change when nothing was asked for yet', async () => {
    const { scan, starts } = scanOf([3])
    await new LeftOutItems(byStatus, scan).readAgain()
    expect(starts).toHaveLength(0)
  })

  test('tells a failure and can be asked again', async () => {
    let isBroken = true
    const { scan } = scanOf([3])
    const leftOut = new LeftOutItems(byStatus, async (input) => {
      if (isBroken) throw new Error('gone')
      return scan(input)
    })
    await leftOut.readMore()
    expect(leftOut.state).toMatchObject({ status: 'failed', error: { message: 'gone' } })
    isBroken = false
    await leftOut.readMore()
    expect(leftOut.state).toMatchObject({ status: 'idle', isComplete: true })
  })
})
