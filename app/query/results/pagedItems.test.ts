import { expect, test } from 'vitest'
import { createPagedItems } from './pagedItems.ts'
import { createReadPage } from './readPage.ts'

function page(...names: string[]) {
  const Items = names.map((name) => ({ PK: { S: name } }))
  const output = { Items, Count: Items.length, ScannedCount: Items.length }
  return createReadPage({ operation: 'Scan', input: { TableName: 'T' } }, output, 1)
}

function lines(...pages: ReturnType<typeof page>[]) {
  const paged = createPagedItems(pages)
  return Array.from({ length: paged.count }, (_, position) => {
    const item = paged.itemAt(position)
    const heading = item && paged.pageHeadedBy(item)
    return heading ? `page ${heading.number}` : (item?.PK as { S: string } | undefined)?.S
  })
}

test('pages follow each other, each after the first under its heading', () => {
  expect(lines(page('a', 'b'), page('c'), page(), page('d', 'e'))).toEqual([
    ...['a', 'b'],
    ...['page 2', 'c'],
    'page 3',
    ...['page 4', 'd', 'e'],
  ])
})

test('a first page without items has no line', () => {
  expect(lines(page(), page('a'))).toEqual(['page 2', 'a'])
  expect(lines()).toEqual([])
})
