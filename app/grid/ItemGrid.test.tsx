import '../theme/base.css'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'
import type { GridCell } from './gridCell.ts'
import { ItemGrid, type ItemGridProps } from './ItemGrid.tsx'

afterEach(cleanup)

const VALUES: Record<string, AttributeValue> = {
  string: { S: 'Jane' },
  number: { N: '12.50' },
  binary: { B: 'AAEC' },
  boolean: { BOOL: true },
  nothing: { NULL: true },
  strings: { SS: ['blue', 'red'] },
  numbers: { NS: ['1', '2'] },
  binaries: { BS: ['AA=='] },
  list: { L: [{ S: 'a' }, { N: '1' }] },
  map: { M: { city: { S: 'Oslo' } } },
}
const items: Item[] = [
  { PK: { S: 'A' }, SK: { N: '1' }, ...VALUES },
  { PK: { S: 'A' }, SK: { N: '2' }, string: { S: 'Joe' } },
  { PK: { S: 'B' }, SK: { N: '1' } },
]

async function show(props: Partial<ItemGridProps> = {}) {
  return render(
    <Stage>
      <ItemGrid items={items} keyNames={['PK', 'SK']} ariaLabel="Items" {...props} />
    </Stage>,
  )
}

function Stage({ children }: { children: ReactNode }) {
  return <div style={{ width: 900, height: 400 }}>{children}</div>
}

function cellText(line: number, name: string): string | undefined {
  const headings = [...document.querySelectorAll('[role=columnheader]')]
  const heading = headings.find((element) => element.textContent === name)
  const place = Number(heading?.getAttribute('aria-colindex')) - 1
  return document.querySelector(`[data-line="${line}"][data-cell="${place}"]`)?.textContent ?? undefined
}

test('shows a value of each of the ten types', async () => {
  await render(
    <div style={{ width: 3000, height: 400 }}>
      <ItemGrid items={items} keyNames={['PK', 'SK']} ariaLabel="Items" />
    </div>,
  )
  await expect.poll(() => cellText(0, 'map')).toBe('M{city: "Oslo"}')
  const texts = Object.keys(VALUES).map((name) => cellText(0, name))
  expect(texts).toEqual([
    'Jane',
    '12.50',
    'BAAEC',
    'true',
    'null',
    'SS{blue, red}',
    'NS{1, 2}',
    'BS{AA==}',
    'L["a", 1]',
    'M{city: "Oslo"}',
  ])
})

test('renders what is in view of a hundred thousand items, and says how many there are', async () => {
  const item: Item = { PK: { S: 'A' } }
  const source = { count: 100_000, itemAt: (position: number) => ({ ...item, n: { N: String(position) } }) }
  const screen = await show({ items: source, keyNames: ['PK', 'n'] })
  const grid = screen.getByRole('grid')
  await expect.element(grid).toHaveAttribute('aria-rowcount', '100001')
  expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60)
  grid.element().scrollTop = 28 * 50_000
  await expect
    .poll(() => document.querySelector('[data-line="50003"][data-cell="1"]')?.textContent)
    .toBe('50003')
})

test('keeps the keys in view and renders only some of many attributes', async () => {
  const wide: Item = { PK: { S: 'A' } }
  for (let place = 0; place < 300; place++) wide[`attribute${place}`] = { N: String(place) }
  const screen = await show({ items: [wide], keyNames: ['PK'] })
  const grid = screen.getByRole('grid').element()
  expect(document.querySelectorAll('[role=gridcell]').length).toBeLessThan(40)
  grid.scrollLeft = grid.scrollWidth
  await expect.poll(() => cellText(0, 'attribute299')).toBe('299')
  const key = document.querySelector('[role=rowheader]')!.getBoundingClientRect()
  expect(key.left).toBeCloseTo(grid.getBoundingClientRect().left, 0)
})

describe('keyboard', () => {
  test('moves the active cell, selects with Space and extends with Shift', async () => {
    const onSelect = vi.fn()
    const screen = await show({ onSelect })
    const grid = screen.getByRole('grid')
    grid.element().focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight} ')
    const active = document.getElementById(grid.element().getAttribute('aria-activedescendant')!)
    expect(active?.textContent).toBe('2')
    expect(onSelect.mock.lastCall?.[0]).toEqual([items[1]])
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(onSelect.mock.lastCall?.[0]).toEqual([items[1], items[2]])
    await expect.element(screen.getByRole('row', { selected: true }).first()).toBeVisible()
  })

  test('Enter edits the active cell', async () => {
    const onEditCell = vi.fn<(cell: GridCell) => void>()
    const screen = await show({ onEditCell })
    screen.getByRole('grid').element().focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}')
    expect(onEditCell.mock.lastCall?.[0]).toMatchObject({ position: 0, name: 'string', value: { S: 'Jane' } })
  })
})

test('a click selects one item, Control adds one, Shift selects up to it', async () => {
  const onSelect = vi.fn()
  await show({ onSelect })
  const click = (line: number, modifiers: ('Shift' | 'Control')[] = []) =>
    userEvent.click(document.querySelector(`[data-line="${line}"]`)!, { modifiers } as object)
  await click(0)
  expect(onSelect.mock.lastCall?.[0]).toEqual([items[0]])
  await click(2, ['Control'])
  expect(onSelect.mock.lastCall?.[0]).toEqual([items[0], items[2]])
  await click(0)
  await click(2, ['Shift'])
  expect(onSelect.mock.lastCall?.[0]).toEqual(items)
})

test('attribute names may be any text', async () => {
  const odd = JSON.parse('{"PK":{"S":"A"},"__proto__":{"S":"p"},"a.b":{"S":"dotted"}}') as Item
  await show({ items: [odd], keyNames: ['PK'] })
  await expect.poll(() => cellText(0, '__proto__')).toBe('p')
  expect(cellText(0, 'a.b')).toBe('dotted')
})
