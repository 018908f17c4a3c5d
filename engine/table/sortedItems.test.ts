import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillPage, PageFault, printPage } from './page.ts'
import { END_OF_KEYS, type Entry, prefixRange, SortedItems } from './sortedItems.ts'

const ALL = { from: '', to: END_OF_KEYS }
const key = fc.string({ unit: fc.constantFrom('\0', '\x01', 'a', 'b', '\xff'), minLength: 1, maxLength: 5 })
const write = fc.oneof(
  { weight: 3, arbitrary: fc.record({ set: key, sizeBytes: fc.integer({ min: 1, max: 20_000 }) }) },
  { weight: 1, arbitrary: fc.record({ delete: key }) },
)

type Write = { set: string; sizeBytes: number } | { delete: string }

function build(writes: readonly Write[]): { items: SortedItems; naive: Entry[] } {
  const items = new SortedItems()
  const naive = new Map<string, Entry>()
  for (const each of writes) {
    if ('set' in each) {
      const entry = { key: each.set, item: { pk: { S: each.set } }, sizeBytes: each.sizeBytes }
      items.set(entry.key, entry.item, entry.sizeBytes)
      naive.set(entry.key, entry)
    } else {
      items.delete(each.delete)
      naive.delete(each.delete)
    }
  }
  return { items, naive: [...naive.values()].sort((a, b) => (a.key < b.key ? -1 : 1)) }
}

/** The same entries with every page out of memory, and a way to read on past the faults. */
function unload(items: SortedItems): {
  items: SortedItems
  read<Result>(run: () => Result): Result
  faults: () => number
} {
  const texts = items.pages.map((page) => printPage(page))
  const stubs = items.pages.map((page, place) => ({ ...page, id: place + 1, entries: undefined }))
  let faults = 0
  const read = <Result>(run: () => Result): Result => {
    for (;;) {
      try {
        return run()
      } catch (fault) {
        if (!(fault instanceof PageFault)) throw fault
        faults++
        for (const page of fault.pages) fillPage(page, texts[page.id - 1]!)
      }
    }
  }
  return { items: new SortedItems(stubs), read, faults: () => faults }
}

describe('SortedItems', () => {
  it('reads what a sorted list of the same entries reads', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 120 }), key, key, (writes, from, to) => {
        const { items, naive } = build(writes)
        const inside = naive.filter((entry) => entry.key >= from && entry.key < to)
        expect([...items.ascend({ from, to })]).toEqual(inside)
        expect([...items.descend({ from, to })]).toEqual(inside.toReversed())
        expect(items.count).toBe(naive.length)
        expect(items.sizeBytes).toBe(naive.reduce((sum, entry) => sum + entry.sizeBytes, 0))
        expect(items.get(from)).toEqual(naive.find((entry) => entry.key === from)?.item)
      }),
    )
  })

  it('finds entries by position, and the position and bytes before a key', () => {
    fc.assert(
      fc.property(
        fc.array(write, { maxLength: 120 }),
        fc.nat(130),
        fc.nat(40),
        key,
        (writes, position, count, sought) => {
          const { items, naive } = build(writes)
          expect([...items.at(position, count)]).toEqual(naive.slice(position, position + count))
          const before = naive.filter((entry) => entry.key < sought)
          const bytesBefore = before.reduce((sum, entry) => sum + entry.sizeBytes, 0)
          expect(items.rank(sought)).toEqual({ position: before.length, bytesBefore })
        },
      ),
    )
  })

  it('keeps pages in order and filled, and drops the emptied ones when told to', () => {
    fc.assert(
      fc.property(fc.array(write, { minLength: 50, maxLength: 200 }), (writes) => {
        const { items } = build(writes)
        items.dropEmptyPages()
        const { pages } = items
        for (const [place, page] of pages.entries()) {
          expect(page.entries!.keys).toHaveLength(page.count)
          expect(page.count).toBeGreaterThan(0)
          expect(page.firstKey <= page.entries!.keys[0]!).toBe(true)
          const next = pages[place + 1]
          if (next) expect(page.entries!.keys.at(-1)! < next.firstKey).toBe(true)
        }
      }),
    )
  })

  it('answers the same from pages that have to be fetched first', () => {
    const writes = Array.from({ length: 300 }, (_, n) => ({
      set: String(n).padStart(4, '0'),
      sizeBytes: 5_000,
    }))
    const { items } = build(writes)
    const cold = unload(items)
    const keys = (entries: Iterable<Entry>) => [...entries].map((entry) => entry.key)
    expect(cold.read(() => keys(cold.items.ascend(ALL)))).toEqual(writes.map((each) => each.set))
    const fromTheEnd = unload(items)
    expect(fromTheEnd.read(() => keys(fromTheEnd.items.descend(ALL)))).toEqual(
      writes.map((each) => each.set).toReversed(),
    )
    const byPosition = unload(items)
    expect(byPosition.read(() => keys(byPosition.items.at(150, 3)))).toEqual(['0150', '0151', '0152'])
  })

  it('fetches one page for one item', () => {
    const { items } = build(
      Array.from({ length: 300 }, (_, n) => ({ set: String(n).padStart(4, '0'), sizeBytes: 5_000 })),
    )
    const cold = unload(items)
    expect(cold.read(() => cold.items.get('0150'))).toEqual({ pk: { S: '0150' } })
    expect(cold.faults()).toBe(1)
    expect(cold.items.pages.filter((page) => page.entries)).toHaveLength(1)
  })

  it('fills its pages when entries arrive in key order', () => {
    const writes = Array.from({ length: 1000 }, (_, n) => ({
      set: String(n).padStart(4, '0'),
      sizeBytes: 1_000,
    }))
    const { items } = build(writes)
    expect(items.pages.length).toBeLessThan(32)
  })
})

describe('prefixRange', () => {
  it('holds exactly the keys with the prefix', () => {
    fc.assert(
      fc.property(key, key, (prefix, sought) => {
        const { from, to } = prefixRange(prefix)
        expect(sought >= from && sought < to).toBe(sought.startsWith(prefix))
      }),
    )
  })
})
