import '../../theme/base.css'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { itemKeyText } from '../../grid/itemKeyText.ts'
import { CollectionWindow } from '../reading/collectionWindow.ts'
import { leftOutReason } from '../reading/indexMembership.ts'
import { LeftOutItems } from '../reading/leftOutItems.ts'
import { type TableShape, tableShapes } from '../tableShape.ts'
import { listSource } from '../testing/listSource.ts'
import { manyOrders, orderItems, ordersDefinition, ordersDesign } from '../testing/ordersTable.ts'
import { Picture } from './Picture.tsx'
import type { PictureProps } from './pictureProps.ts'

afterEach(cleanup)

const [table, byStatus, keysByStatus] = tableShapes(ordersDefinition) as [TableShape, TableShape, TableShape]

function leftOutOf(shape: TableShape, items: readonly Item[]): LeftOutItems {
  return new LeftOutItems(shape, async ({ ExclusiveStartKey }) => {
    const found = items.filter((item) => leftOutReason(shape, item) !== undefined)
    const half = Math.ceil(found.length / 2)
    const page = ExclusiveStartKey ? found.slice(half) : found.slice(0, half)
    const next = ExclusiveStartKey ? {} : { LastEvaluatedKey: { PK: { S: 'x' } } }
    return { Items: page, Count: page.length, ScannedCount: items.length / 2, ...next }
  })
}

async function show(
  shape: TableShape,
  items: readonly Item[] = orderItems,
  props: Partial<PictureProps> = {},
) {
  const window = new CollectionWindow(listSource(shape, items))
  const keyOf = (item: Item) => itemKeyText(item, ['PK', 'SK'])
  const shown: PictureProps = {
    shape,
    design: ordersDesign,
    window,
    leftOut: shape.indexName ? leftOutOf(shape, items) : undefined,
    selectedKeys: new Set(),
    keyOf,
    onPick: vi.fn(),
    onEditCell: vi.fn(),
    onExpandCell: vi.fn(),
    onMenu: vi.fn(),
    ...props,
  }
  const screen = await render(
    <div style={{ width: 1200, height: 500 }}>
      <Picture {...shown} />
    </div>,
  )
  await expect.poll(() => lineText(0)).not.toBe('')
  return { screen, window, props: shown }
}

function lineElement(line: number): HTMLElement | null {
  return document.querySelector(`[role=row][aria-rowindex="${line + 2}"]:not([aria-busy])`)
}

function lineText(line: number): string {
  const cells = [...(lineElement(line)?.querySelectorAll('[data-cell]') ?? [])]
  return cells.map((cell) => (cell.textContent ?? '').replace('▾', '')).join(' | ')
}

function activeText(): string {
  const grid = document.querySelector('[role=grid]')
  const id = grid?.getAttribute('aria-activedescendant') ?? ''
  return document.getElementById(id)?.textContent ?? ''
}

describe('a table', () => {
  test('shows items of one collection together, in sort-key order, unlike items side by side', async () => {
    await show(table)
    const lines = [0, 1, 2, 3, 4].map(lineText)
    const ada = lines.filter((text) => text.startsWith('CUSTOMER#1'))
    expect(ada).toEqual([
      'CUSTOMER#1 | ORDER#2024-01-03Order | statusOPEN | total12.50 | noteleave at the door | placed20240103',
      'CUSTOMER#1 | ORDER#2024-02-11Order | statusSHIPPED | total99 | noteleave at the door | placed20240211',
      'CUSTOMER#1 | PROFILECustomer | nameAda | emailada@example.com',
    ])
  })

  test('labels each band with its partition key, number of items and size', async () => {
    await show(table)
    const labels = [...document.querySelectorAll('[data-band]')].map((label) => label.textContent)
    expect(labels.toSorted()).toEqual(['CUSTOMER#13 items · 210 B', 'CUSTOMER#22 items · 107 B'])
  })

  test('tells entities apart by shape and name, not by colour alone', async () => {
    await show(table)
    const shapes = new Set(
      [...document.querySelectorAll('[role=rowheader] path')].map((path) => path.getAttribute('d')),
    )
    expect(shapes.size).toBe(2)
  })

  test('dims what is of another entity', async () => {
    await show(table, orderItems, { highlighted: 'Order' })
    expect(document.querySelectorAll('[data-dimmed]')).toHaveLength(2)
  })

  test('a band’s label stays in view while its items scroll', async () => {
    const { screen } = await show(table, manyOrders(1, 200))
    const grid = screen.getByRole('grid').element()
    grid.scrollTop = 28 * 100
    await expect.poll(() => lineText(100)).not.toBe('')
    const label = document.querySelector('[data-band]')!.getBoundingClientRect()
    expect(label.top).toBeCloseTo(grid.getBoundingClientRect().top + 30, 0)
  })

  test('shows any of 100,000 items, with few elements', async () => {
    const { screen } = await show(table, manyOrders(1000, 100))
    const grid = screen.getByRole('grid')
    await expect.element(grid).toHaveAttribute('aria-rowcount', '100001')
    for (const line of [99_000, 3, 50_000]) {
      grid.element().scrollTop = line * 28
      await expect.poll(() => lineText(line)).toMatch(/CUSTOMER#\d+ \| ORDER#/)
    }
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(50)
  })

  test('follows a change without flicker', async () => {
    let items: readonly Item[] = orderItems
    const window = new CollectionWindow({ read: (...range) => listSource(table, items).read(...range) })
    await show(table, orderItems, { window })
    items = orderItems.slice(0, 3)
    window.refresh()
    expect(lineText(0)).not.toBe('')
    await expect.poll(() => document.querySelectorAll('[role=row][aria-selected]').length).toBe(3)
  })
})

describe('an index', () => {
  test('leads with its keys, and strikes out what its projection drops', async () => {
    await show(byStatus)
    const open = [0, 1, 2].map(lineText).filter((text) => text.startsWith('OPEN'))
    expect(open).toHaveLength(2)
    expect(open[0]).toBe(
      'OPEN | 20240103Order | PKCUSTOMER#1 | SKORDER#2024-01-03 | total12.50 | note is not in the index',
    )
    expect(document.querySelector('s')?.textContent).toBe('note')
  })

  test('an index without a sort key shows its partition key alone', async () => {
    await show(keysByStatus)
    expect(lineText(0)).toMatch(/^(OPEN|SHIPPED) \| PKCUSTOMER#\d \| SKORDER/)
    expect(lineText(0)).toContain('total is not in the index')
  })

  test('closes with the items that it leaves out, and says why', async () => {
    const { screen } = await show(byStatus)
    await expect.element(screen.getByText('2 items of the table lack status or placed')).toBeVisible()
    await expect.poll(() => lineText(4)).toMatch(/^no status · no placed \| —Customer/)
  })

  test('reads further left-out items page by page', async () => {
    await show(byStatus)
    await expect.poll(() => [lineText(4), lineText(5)].toSorted().join()).toMatch(/nameAda.*nameBob/)
    expect(document.body.textContent).not.toContain('Scan on')
  })
})

describe('keyboard', () => {
  async function press(keys: string) {
    document.querySelector<HTMLElement>('[role=grid]')?.focus()
    await userEvent.keyboard(keys)
  }

  test('the arrow keys move among cells, Home and End within a line and over all', async () => {
    await show(table, manyOrders(2, 30))
    await press('{ArrowRight}{ArrowRight}')
    expect(activeText()).toBe('statusOPEN')
    await press('{End}')
    expect(activeText()).toBe('placed0')
    await press('{Control>}{End}{/Control}')
    await expect.poll(activeText).toMatch(/placed29/)
    await press('{Control>}{Home}{/Control}')
    await expect.poll(activeText).toMatch(/^CUSTOMER/)
    await press('{PageDown}{ArrowRight}')
    await expect.poll(activeText).toMatch(/^ORDER#00001\d/)
  })

  test('Space selects, Shift extends', async () => {
    const { props } = await show(table)
    await press('{ArrowDown} ')
    expect(props.onPick).toHaveBeenLastCalledWith({ mode: 'toggle', first: 1, last: 1 })
    await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(props.onPick).toHaveBeenLastCalledWith({ mode: 'range', first: 1, last: 3 })
  })

  test('Enter and F2 edit the cell', async () => {
    const { props } = await show(table)
    await press('{ArrowRight}{ArrowRight}{F2}')
    const [cell] = vi.mocked(props.onEditCell).mock.lastCall!
    expect(cell).toMatchObject({ line: 0, kind: 'attribute' })
    expect(activeText()).toContain(cell.name)
  })
})

describe('mouse', () => {
  const cell = (line: number, place: number) =>
    document.querySelector(`[data-line="${line}"][data-cell="${place}"]`)!

  test('a click selects, with Control it toggles, with Shift it extends', async () => {
    const { props } = await show(table)
    await userEvent.click(cell(1, 1))
    expect(props.onPick).toHaveBeenLastCalledWith({ mode: 'one', first: 1, last: 1 })
    cell(3, 1).dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }))
    expect(props.onPick).toHaveBeenLastCalledWith({ mode: 'toggle', first: 3, last: 3 })
    cell(0, 1).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
    expect(props.onPick).toHaveBeenLastCalledWith({ mode: 'range', first: 0, last: 3 })
  })

  test('a click on a band’s label selects its items', async () => {
    const { props } = await show(table)
    const label = [...document.querySelectorAll('[data-band]')].find((each) =>
      each.textContent?.includes('CUSTOMER#1'),
    )!
    await userEvent.click(label)
    const { first, last } = vi.mocked(props.onPick).mock.lastCall![0]
    expect(last - first).toBe(2)
  })

  test('a double click edits the cell', async () => {
    const { props } = await show(table)
    await userEvent.dblClick(cell(0, 2))
    expect(vi.mocked(props.onEditCell).mock.lastCall![0]).toMatchObject({ line: 0, kind: 'attribute' })
  })
})
