import '../../theme/base.css'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { DynamoDBError } from '../../../engine/value/dynamoDBError.ts'
import { useItemsState } from '../itemsState.ts'
import { type TableShape, tableShapes } from '../tableShape.ts'
import { ordersDefinition, ordersDesign } from '../testing/ordersTable.ts'
import { ItemEditor, type ItemEditorProps } from './ItemEditor.tsx'

afterEach(async () => {
  await cleanup()
  useItemsState.setState({ itemDrafts: new Map() })
})

const [shape] = tableShapes(ordersDefinition) as [TableShape]
const stored: Item = {
  PK: { S: 'CUSTOMER#1' },
  SK: { S: 'PROFILE' },
  name: { S: 'Ada' },
  visits: { N: '3' },
  address: { M: { city: { S: 'Oslo' }, lines: { L: [{ S: 'first' }, { S: 'second' }] } } },
}

async function open(item: Item = stored, props: Partial<ItemEditorProps> = {}) {
  const onSave = vi.fn<ItemEditorProps['onSave']>(async () => {})
  const screen = await render(
    <div style={{ width: 320, height: 800, overflow: 'auto' }}>
      <ItemEditor
        shape={shape}
        design={ordersDesign}
        entity={ordersDesign.entities[0]}
        item={item}
        onSave={onSave}
        {...props}
      />
    </div>,
  )
  const input = (name: string) => screen.getByRole('textbox', { name, exact: true })
  return { screen, input, onSave }
}

async function choose(screen: Awaited<ReturnType<typeof open>>['screen'], of: string, action: string) {
  await screen.getByRole('button', { name: `Actions for ${of}`, exact: true }).click()
  await screen.getByRole('menuitem', { name: action }).click()
}

test('each edit is saved when it is done, with the attribute that it was made to', async () => {
  const { input, onSave } = await open()
  await input('name').fill('Ada L.')
  await userEvent.keyboard('{Enter}')
  expect(onSave).toHaveBeenCalledTimes(1)
  expect(onSave).toHaveBeenCalledWith({ ...stored, name: { S: 'Ada L.' } }, stored, 'name')
})

test('leaving an input that was not changed saves nothing', async () => {
  const { input, onSave } = await open()
  await input('name').click()
  await userEvent.keyboard('{Tab}{Tab}')
  expect(onSave).not.toHaveBeenCalled()
})

test('a wrong value is told under it and stays a draft; revert gives up on it', async () => {
  const { screen, input, onSave } = await open()
  await input('visits').fill('three')
  await userEvent.keyboard('{Enter}')
  await expect
    .element(screen.getByText('The parameter cannot be converted to a numeric value: three'))
    .toBeVisible()
  expect(onSave).not.toHaveBeenCalled()
  await screen.getByRole('button', { name: 'Revert' }).click()
  await expect.element(input('visits')).toHaveValue('3')
})

test('a refusal stands beside what was edited, and the draft is kept', async () => {
  const onSave = vi.fn(async () => {
    throw new DynamoDBError('ValidationException', 'Item size has exceeded the maximum allowed size')
  })
  const { screen, input } = await open(stored, { onSave })
  await input('name').fill('Bob')
  await userEvent.keyboard('{Enter}')
  const alert = screen.getByRole('alert')
  await expect.element(alert).toHaveTextContent(/Item size has exceeded/)
  expect(alert.element().closest('li')?.textContent).not.toContain('visits')
  await expect.element(input('name')).toHaveValue('Bob')
})

describe('nested values', () => {
  test('are edited at any depth', async () => {
    const { input, onSave } = await open()
    await input('city').fill('Bergen')
    await userEvent.keyboard('{Enter}')
    const saved = onSave.mock.lastCall![0] as { address: { M: Item } }
    expect(saved.address.M.city).toEqual({ S: 'Bergen' })
    expect(onSave.mock.lastCall![2]).toBe('address')
  })

  test('elements of a list are moved and removed', async () => {
    const { screen, onSave } = await open()
    await choose(screen, 'Element 1', 'Move up')
    const list = () => (onSave.mock.lastCall![0] as { address: { M: { lines: unknown } } }).address.M.lines
    expect(list()).toEqual({ L: [{ S: 'second' }, { S: 'first' }] })
    await choose(screen, 'Element 0', 'Remove')
    expect(list()).toEqual({ L: [{ S: 'first' }] })
  })

  test('attributes are renamed, added and given another type', async () => {
    const { screen, input, onSave } = await open()
    await input('Name of city').fill('town')
    await userEvent.keyboard('{Enter}')
    const address = () => (onSave.mock.lastCall![0] as { address: { M: Item } }).address.M
    expect(Object.keys(address())).toEqual(['town', 'lines'])
    await screen.getByRole('combobox', { name: 'Type of town' }).selectOptions('String set')
    expect(address().town).toEqual({ SS: ['Oslo'] })
  })
})

test('an attribute is added by name, its value follows', async () => {
  const { screen, input, onSave } = await open()
  await screen.getByRole('button', { name: '+ Add attribute' }).last().click()
  await input('Name of the new attribute').fill('city')
  await userEvent.keyboard('{Tab}')
  await screen.getByRole('textbox', { name: 'city', exact: true }).last().fill('Oslo')
  await userEvent.keyboard('{Enter}')
  expect(onSave.mock.lastCall![0]).toEqual({ ...stored, city: { S: 'Oslo' } })
})

test('a new attribute without a name is given up with Escape', async () => {
  const { screen, input, onSave } = await open()
  const add = screen.getByRole('button', { name: '+ Add attribute' }).last()
  await add.click()
  await expect.element(input('Name of the new attribute')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(input('Name of the new attribute')).not.toBeInTheDocument()
  await expect.element(add).toHaveFocus()
  expect(onSave).not.toHaveBeenCalled()
})

test('attributes that the entity has and the item lacks are suggested', async () => {
  const { screen, input, onSave } = await open()
  await screen.getByRole('button', { name: '+ email' }).click()
  await input('email').fill('ada@example.com')
  await userEvent.keyboard('{Enter}')
  expect(onSave.mock.lastCall![0]).toEqual({ ...stored, email: { S: 'ada@example.com' } })
})

test('keys have the type of the table and cannot be removed', async () => {
  const { screen } = await open()
  expect(screen.getByRole('button', { name: 'Actions for PK' }).query()).toBeNull()
  expect(screen.getByRole('combobox', { name: 'Type of PK' }).query()).toBeNull()
})

test('says how large the item is while it is typed', async () => {
  const { screen, input } = await open({ PK: { S: 'A' }, SK: { S: 'B' } })
  await expect.element(screen.getByText('6 B', { exact: true }).first()).toBeVisible()
  await input('SK').fill('B'.repeat(1000))
  await expect.element(screen.getByText('1005 B', { exact: true }).first()).toBeVisible()
})

test('what was changed elsewhere is shown, but not over what is being typed', async () => {
  const { screen, input } = await open()
  const props = { shape, design: ordersDesign, entity: undefined, onSave: async () => {} }
  await screen.rerender(<ItemEditor {...props} item={{ ...stored, name: { S: 'Bea' } }} />)
  await expect.element(input('name')).toHaveValue('Bea')
  await input('name').fill('typing')
  await screen.rerender(<ItemEditor {...props} item={{ ...stored, name: { S: 'Cleo' } }} />)
  await expect.element(input('name')).toHaveValue('typing')
})

describe('what is not saved', () => {
  test('is there again when the item is looked at again, and can be given up', async () => {
    const first = await open()
    await first.input('visits').fill('three')
    await first.screen.unmount()
    const { screen, input } = await open()
    await expect.element(input('visits')).toHaveValue('three')
    await expect.element(screen.getByText('Not saved yet')).toBeVisible()
    await screen.getByRole('button', { name: 'Revert' }).click()
    await expect.element(input('visits')).toHaveValue('3')
    await screen.unmount()
    await expect.element((await open()).input('visits')).toHaveValue('3')
  })

  test('stays through a look at another form, and is told there', async () => {
    const { screen, input } = await open()
    await input('visits').fill('three')
    await screen.getByRole('tab', { name: 'JSON', exact: true }).click()
    await screen.getByRole('button', { name: 'Not saved yet: Attributes' }).click()
    await expect.element(input('visits')).toHaveValue('three')
  })

  test('belongs to its item alone', async () => {
    const first = await open()
    await first.input('visits').fill('three')
    await first.screen.unmount()
    const { screen, input } = await open({ ...stored, SK: { S: 'OTHER' } })
    await expect.element(input('visits')).toHaveValue('3')
    expect(screen.getByText('Not saved yet').query()).toBeNull()
  })

  test('of a save that failed after the item was left', async () => {
    let fail = (_: Error) => {}
    const onSave = () => new Promise<void>((_, reject) => (fail = reject))
    const first = await open(stored, { onSave })
    await first.input('name').fill('Ada L.')
    await userEvent.keyboard('{Enter}')
    await first.screen.unmount()
    fail(new Error('the disk is full'))
    const { screen, input, onSave: save } = await open()
    await expect.element(input('name')).toHaveValue('Ada L.')
    await screen.getByRole('button', { name: 'Save', exact: true }).click()
    expect(save).toHaveBeenCalledWith({ ...stored, name: { S: 'Ada L.' } }, stored, '')
  })

  test('takes in what was changed elsewhere meanwhile', async () => {
    const first = await open()
    await first.input('visits').fill('4')
    await first.screen.unmount()
    const now = { ...stored, name: { S: 'Bea' } }
    const { input, onSave } = await open(now)
    await expect.element(input('name')).toHaveValue('Bea')
    await input('visits').click()
    await userEvent.keyboard('{Enter}')
    expect(onSave).toHaveBeenCalledWith({ ...now, visits: { N: '4' } }, now, 'visits')
  })

  test('as text is there again too, in its form', async () => {
    const first = await open()
    await first.screen.getByRole('tab', { name: 'DynamoDB JSON' }).click()
    const text = () => first.screen.getByRole('textbox', { name: 'Item as DynamoDB JSON' })
    await expect.element(text(), { timeout: 20_000 }).toBeVisible()
    ;(text().element() as HTMLElement).focus()
    await userEvent.keyboard('{Control>}{Home}{/Control}half')
    await expect.element(first.screen.getByText('Not saved yet')).toBeVisible()
    await first.screen.unmount()
    const { screen, onSave } = await open()
    await expect.element(screen.getByRole('button', { name: 'Save item' }), { timeout: 20_000 }).toBeEnabled()
    await screen.getByRole('button', { name: 'Save item' }).click()
    await expect.element(screen.getByText(/Not valid JSON: expected a value/).first()).toBeVisible()
    expect(onSave).not.toHaveBeenCalled()
    await screen.getByRole('button', { name: 'Revert' }).click()
    await expect.element(screen.getByRole('button', { name: 'Save item' })).toBeDisabled()
  }, 60_000)
})
