import { describe, expect, test, vi } from 'vitest'
import { tableShapes } from '../tableShape.ts'
import { listSource } from '../testing/listSource.ts'
import { manyOrders, ordersDefinition } from '../testing/ordersTable.ts'
import type { CollectionSource } from './collectionSource.ts'
import { CollectionWindow } from './collectionWindow.ts'

const shape = tableShapes(ordersDefinition)[0]!

function counted(source: CollectionSource) {
  const reads: [number, number][] = []
  const read: CollectionSource['read'] = (position, count) => {
    reads.push([position, count])
    return source.read(position, count)
  }
  return { source: { read }, reads }
}

const SOON = { interval: 1 }

async function settled(window: CollectionWindow, first: number, end: number): Promise<void> {
  window.show(first, end)
  await vi.waitFor(() => {
    const last = Math.min(end, window.totals?.itemCount ?? Number.NaN)
    for (let position = first; position < last; position++) expect(window.entryAt(position)).toBeDefined()
    expect(window.totals).toBeDefined()
  }, SOON)
}

describe('CollectionWindow', () => {
  test('knows how many items there are after the first read', async () => {
    const window = new CollectionWindow(listSource(shape, manyOrders(100, 10)))
    await settled(window, 0, 40)
    expect(window.totals).toMatchObject({ itemCount: 1000, tableItemCount: 1000 })
    expect(window.collectionAt(13)).toMatchObject({ position: 10, count: 10 })
  })

  test('reads what is in view, and keeps only some of it', async () => {
    const { source, reads } = counted(listSource(shape, manyOrders(2000, 10)))
    const window = new CollectionWindow(source)
    await settled(window, 0, 40)
    for (let first = 0; first < 20_000; first += 500) await settled(window, first, first + 40)
    expect(window.entryAt(0)).toBeUndefined()
    expect(reads.length).toBeLessThan(90)
    expect(Math.max(...reads.map(([, count]) => count))).toBe(200)
  })

  test('reads fewer items at a time when they are large', async () => {
    const large = manyOrders(40, 10).map((item) => ({ ...item, text: { S: 'x'.repeat(40_000) } }))
    const { source, reads } = counted(listSource(shape, large))
    await settled(new CollectionWindow(source), 0, 40)
    expect(reads.at(-1)![1]).toBeLessThan(12)
  })

  test('shows what it has until what changed has come', async () => {
    let items = manyOrders(3, 3)
    const window = new CollectionWindow({ read: (...range) => listSource(shape, items).read(...range) })
    await settled(window, 0, 20)
    items = manyOrders(3, 2)
    window.refresh()
    expect(window.totals?.itemCount).toBe(9)
    expect(window.entryAt(8)).toBeDefined()
    await vi.waitFor(() => expect(window.totals?.itemCount).toBe(6))
    expect(window.entryAt(8)).toBeUndefined()
  })

  test('a read that fails is told, and tried again after the next change', async () => {
    let isBroken = true
    const list = listSource(shape, manyOrders(3, 3))
    const window = new CollectionWindow({
      read: async (...range) => {
        if (isBroken) throw new Error('StorageDamaged')
        return list.read(...range)
      },
    })
    window.show(0, 10)
    await vi.waitFor(() => expect(window.error?.message).toBe('StorageDamaged'))
    isBroken = false
    window.refresh()
    await vi.waitFor(() => expect(window.totals?.itemCount).toBe(9))
    expect(window.error).toBeUndefined()
  })
})
