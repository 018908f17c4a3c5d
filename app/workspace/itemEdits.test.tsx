import { describe, expect, test } from 'vitest'
import type { CreateTableInput } from '../../engine/api.ts'
import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'
import { call } from './engine.ts'
import { deleteItems, duplicateItems, putItem, putItems, updateAttributes } from './itemEdits.ts'
import { createTable, readAllItems } from './tableEdits.ts'
import { ORDERS, withProject } from './testing/withProject.ts'
import { redo, undo, useUndo } from './undo.ts'

withProject()

const item = (SK: string, rest: Item = {}): Item => ({ PK: { S: 'USER#1' }, SK: { S: SK }, ...rest })
const stored = async () =>
  (await readAllItems('orders'))
    .map((each) =>
      Object.values(each)
        .map((value) => Object.values(value)[0])
        .join(' '),
    )
    .sort()

describe('edits of items', () => {
  test('a new item, taken back and put again', async () => {
    await createTable(ORDERS)
    await putItem('orders', item('a'), { isNew: true })
    expect(useUndo.getState().undoLabel).toBe('add item')
    await undo()
    expect(await stored()).toEqual([])
    await redo()
    expect(await stored()).toEqual(['USER#1 a'])
  })

  test('a new item does not replace one that is there', async () => {
    await createTable(ORDERS)
    await putItem('orders', item('a', { note: { S: 'first' } }))
    await expect(putItem('orders', item('a'), { isNew: true })).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    })
    expect(await stored()).toEqual(['USER#1 a first'])
  })

  test('an edit brings back what really was there, not what was on the screen', async () => {
    await createTable(ORDERS)
    await putItem('orders', item('a', { note: { S: 'shown' } }))
    await call('PutItem', { TableName: 'orders', Item: item('a', { note: { S: 'another tab' } }) })
    await putItem('orders', item('a', { note: { S: 'mine' } }), {
      before: item('a', { note: { S: 'shown' } }),
    })
    await undo()
    expect(await stored()).toEqual(['USER#1 a another tab'])
  })

  test('a change of attributes leaves to the others what another tab wrote, and so does its undo', async () => {
    await createTable(ORDERS)
    await putItem('orders', item('a', { note: { S: 'old' }, gone: { S: 'x' } }))
    const { PK, SK } = item('a') as { PK: AttributeValue; SK: AttributeValue }
    await call('PutItem', {
      TableName: 'orders',
      Item: item('a', { note: { S: 'old' }, gone: { S: 'x' }, theirs: { S: '1' } }),
    })
    const changes = new Map<string, AttributeValue | undefined>([
      ['note', { S: 'new' }],
      ['size', { N: '1' }],
      ['gone', undefined],
    ])
    const changed = await updateAttributes('orders', { PK, SK }, changes, 'edit note')
    expect(changed).toEqual(item('a', { note: { S: 'new' }, size: { N: '1' }, theirs: { S: '1' } }))
    expect(await readAllItems('orders')).toEqual([changed])
    await call('PutItem', { TableName: 'orders', Item: { ...changed, theirs: { S: '2' } } })
    await undo()
    const undone = item('a', { note: { S: 'old' }, gone: { S: 'x' }, theirs: { S: '2' } })
    expect(await readAllItems('orders')).toEqual([undone])
    await redo()
    expect(await readAllItems('orders')).toEqual([{ ...changed, theirs: { S: '2' } }])
  })

  test('a change of attributes makes no item where there is none any more', async () => {
    await createTable(ORDERS)
    const change = updateAttributes('orders', item('a'), new Map([['note', { S: 'x' }]]), 'edit note')
    await expect(change).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
    expect(await stored()).toEqual([])
  })

  test('an edit of the key moves the item, and never onto another', async () => {
    await createTable(ORDERS)
    await putItems('orders', [item('a'), item('b')])
    await putItem('orders', item('c'), { before: item('a') })
    expect(await stored()).toEqual(['USER#1 b', 'USER#1 c'])
    await expect(putItem('orders', item('b'), { before: item('c') })).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    })
    await undo()
    expect(await stored()).toEqual(['USER#1 a', 'USER#1 b'])
    await redo()
    expect(await stored()).toEqual(['USER#1 b', 'USER#1 c'])
  })

  test('many items deleted come back whole', async () => {
    await createTable(ORDERS)
    const items = Array.from({ length: 130 }, (_, place) =>
      item(String(place).padStart(3, '0'), { place: { N: String(place) } }),
    )
    await putItems('orders', items)
    const before = await stored()
    await deleteItems(
      'orders',
      items.map(({ PK, SK }) => ({ PK, SK }) as Item),
    )
    expect(await stored()).toEqual([])
    expect(useUndo.getState().undoLabel).toBe('delete 130 items')
    await undo()
    expect(await stored()).toEqual(before)
  })

  test('a deletion that is cancelled half way puts back what it took', async () => {
    await createTable(ORDERS)
    const items = Array.from({ length: 2_000 }, (_, place) => item(String(place)))
    await putItems('orders', items)
    const abort = new AbortController()
    const options = {
      signal: abort.signal,
      onProgress: (done: number) => done > 300 && abort.abort(new Error('cancelled')),
    }
    await expect(deleteItems('orders', items, options)).rejects.toThrow('cancelled')
    expect(await stored()).toHaveLength(2_000)
    expect(useUndo.getState().undoLabel).toBe('put 2,000 items')
  })

  test('pasted items give back what they replaced and take away what they added', async () => {
    await createTable(ORDERS)
    await putItem('orders', item('a', { note: { S: 'old' } }))
    await putItems('orders', [item('a', { note: { S: 'new' } }), item('b')])
    expect(await stored()).toEqual(['USER#1 a new', 'USER#1 b'])
    await undo()
    expect(await stored()).toEqual(['USER#1 a old'])
  })

  test('copies get free keys', async () => {
    await createTable(ORDERS)
    await putItems('orders', [item('a'), item('a-copy')])
    const copies = await duplicateItems('orders', [item('a'), item('a')])
    expect(copies.map(({ SK }) => SK)).toEqual([{ S: 'a-copy-2' }, { S: 'a-copy-3' }])
    await undo()
    expect(await stored()).toEqual(['USER#1 a', 'USER#1 a-copy'])
  })

  test('keys are compared as values: 1.0 edited to 1 is no move', async () => {
    const counted: CreateTableInput = {
      ...ORDERS,
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'N' },
      ],
    }
    await createTable(counted)
    const numbered = (N: string, rest: Item = {}): Item => ({ PK: { S: 'a' }, SK: { N }, ...rest })
    await putItem('orders', numbered('1'))
    await putItem('orders', numbered('1.0', { note: { S: 'x' } }), { before: numbered('1') })
    expect(await stored()).toEqual(['a 1 x'])
    await putItems('orders', [numbered('2'), numbered('2.00'), numbered('1.0')])
    expect(await stored()).toEqual(['a 1', 'a 2'])
    await undo()
    expect(await stored()).toEqual(['a 1 x'])
  })

  test('a deletion counts what was there, and of nothing there is nothing to undo', async () => {
    await createTable(ORDERS)
    await putItem('orders', item('a'))
    expect(await deleteItems('orders', [item('x'), item('y')])).toEqual({ removed: 0, step: undefined })
    expect(useUndo.getState().undoLabel).toBe('add item')
    expect(await deleteItems('orders', [item('a'), item('a'), item('x')])).toMatchObject({ removed: 1 })
    expect(useUndo.getState().undoLabel).toBe('delete item')
    await undo()
    expect(await stored()).toEqual(['USER#1 a'])
  })

  test('a move whose deletion is refused leaves the item in its place only', async () => {
    await createTable(ORDERS)
    await putItem('orders', item('a'))
    const before = { PK: { S: 'USER#1' }, SK: { S: '' } }
    await expect(putItem('orders', item('b'), { before })).rejects.toMatchObject({
      name: 'ValidationException',
    })
    expect(await stored()).toEqual(['USER#1 a'])
  })
})
