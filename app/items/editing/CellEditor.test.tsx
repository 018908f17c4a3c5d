import '../../theme/base.css'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import type { AttributeValue } from '../../../engine/value/attributeValue.ts'
import { DynamoDBError } from '../../../engine/value/dynamoDBError.ts'
import { CellEditor, type CellEditorProps } from './CellEditor.tsx'

afterEach(cleanup)

async function edit(value: AttributeValue | undefined, props: Partial<CellEditorProps> = {}) {
  const onSave = vi.fn<CellEditorProps['onSave']>(async () => {})
  const onClose = vi.fn()
  const screen = await render(
    <CellEditor
      anchor={document.body}
      name="total"
      value={value}
      keyType={undefined}
      onSave={onSave}
      onClose={onClose}
      {...props}
    />,
  )
  const input = screen.getByRole('textbox', { name: 'total', exact: true })
  return { screen, input, onSave, onClose }
}

describe('a value that DynamoDB takes', () => {
  test('is saved with Enter', async () => {
    const { input, onSave, onClose } = await edit({ S: 'old' })
    await input.fill('new')
    await userEvent.keyboard('{Enter}')
    expect(onSave).toHaveBeenCalledWith({ S: 'new' })
    await expect.poll(() => onClose.mock.calls.length).toBe(1)
  })

  test('takes several lines with Shift', async () => {
    const { input, onSave } = await edit({ S: 'one' })
    await input.click()
    await userEvent.keyboard('{End}{Shift>}{Enter}{/Shift}two{Enter}')
    expect(onSave).toHaveBeenCalledWith({ S: 'one\ntwo' })
  })

  test('is left as it was with Escape', async () => {
    const { input, onSave, onClose } = await edit({ S: 'old' })
    await input.fill('new')
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalled()
    expect(onSave).not.toHaveBeenCalled()
  })

  test('is not saved again when nothing changed', async () => {
    const { input, onSave, onClose } = await edit({ N: '12.5' })
    await input.click()
    await userEvent.keyboard('{Enter}')
    expect(onSave).not.toHaveBeenCalled()
    expect(onClose).toHaveBeenCalled()
  })

  test('may be given where the item lacks the attribute', async () => {
    const { input, onSave } = await edit(undefined)
    await input.fill('x')
    await userEvent.keyboard('{Enter}')
    expect(onSave).toHaveBeenCalledWith({ S: 'x' })
  })
})

describe('an attribute that the item lacks', () => {
  test('is not made by looking and clicking away', async () => {
    const { onSave, onClose } = await edit(undefined)
    await userEvent.click(document.body, { position: { x: 1, y: 400 } })
    await expect.poll(() => onClose.mock.calls.length).toBe(1)
    expect(onSave).not.toHaveBeenCalled()
  })

  test('is made by clicking away from what was typed', async () => {
    const { input, onSave } = await edit(undefined)
    await input.fill('x')
    await userEvent.click(document.body, { position: { x: 1, y: 400 } })
    await expect.poll(() => onSave.mock.calls).toEqual([[{ S: 'x' }]])
  })

  test('is made of a type without content by choosing the type', async () => {
    const { screen, onSave } = await edit(undefined)
    await screen.getByRole('combobox', { name: 'Type of total' }).selectOptions('Null')
    await userEvent.click(document.body, { position: { x: 1, y: 400 } })
    await expect.poll(() => onSave.mock.calls).toEqual([[{ NULL: true }]])
  })
})

describe('a value that DynamoDB refuses', () => {
  test('is told in its words beside the value, and not saved', async () => {
    const { screen, input, onSave } = await edit({ N: '1' })
    await input.fill('12a')
    const problem = screen.getByText('The parameter cannot be converted to a numeric value: 12a')
    await expect.element(problem).toBeVisible()
    await expect.element(input).toHaveAccessibleDescription(problem.element().textContent ?? '')
    await userEvent.keyboard('{Enter}')
    expect(onSave).not.toHaveBeenCalled()
  })

  test('more than 38 digits', async () => {
    const { screen, input } = await edit({ N: '1' })
    await input.fill('1'.repeat(39))
    await expect.element(screen.getByText(/more than 38 significant digits/)).toBeVisible()
  })

  test('keeps the draft, DynamoDB’s words and what to do', async () => {
    const message = 'The conditional request failed'
    const onSave = vi.fn(async () => {
      throw new DynamoDBError('ConditionalCheckFailedException', message)
    })
    const { screen, input, onClose } = await edit({ S: 'A' }, { onSave, keyType: 'S' })
    await input.fill('B')
    await userEvent.keyboard('{Enter}')
    const alert = screen.getByRole('alert')
    await expect
      .element(alert)
      .toHaveTextContent(/^ConditionalCheckFailedExceptionThe conditional request failed/)
    await expect.element(alert).toHaveTextContent(/Another item is already there/)
    await expect.element(input).toHaveValue('B')
    expect(onClose).not.toHaveBeenCalled()
  })
})

describe('types', () => {
  test('a string becomes a number', async () => {
    const { screen, onSave } = await edit({ S: '42' })
    await screen.getByRole('combobox', { name: 'Type of total' }).selectOptions('Number')
    await screen.getByRole('textbox', { name: 'total' }).click()
    await userEvent.keyboard('{Enter}')
    expect(onSave).toHaveBeenCalledWith({ N: '42' })
  })

  test('a key attribute keeps the type that the table says', async () => {
    const { screen } = await edit({ S: 'A' }, { keyType: 'S' })
    expect(screen.getByRole('combobox').query()).toBeNull()
  })

  test('binary is typed as base64, text or hexadecimal', async () => {
    const { screen, input, onSave } = await edit({ B: 'aGk=' })
    await screen.getByText('Text', { exact: true }).click()
    await expect.element(input).toHaveValue('hi')
    await screen.getByText('Hex', { exact: true }).click()
    await expect.element(input).toHaveValue('68 69')
    await input.fill('68 69 21')
    await userEvent.keyboard('{Enter}')
    expect(onSave).toHaveBeenCalledWith({ B: 'aGkh' })
  })

  test('a set has members that are added and removed', async () => {
    const onSave = vi.fn(async () => {})
    const screen = await render(
      <CellEditor
        anchor={document.body}
        name="tags"
        value={{ SS: ['a', 'b'] }}
        keyType={undefined}
        onSave={onSave}
        onClose={() => {}}
      />,
    )
    await screen.getByRole('button', { name: 'Remove member 1' }).click()
    await screen.getByRole('button', { name: '+ Add member' }).click()
    await userEvent.keyboard('c{Control>}{Enter}{/Control}')
    expect(onSave).toHaveBeenCalledWith({ SS: ['b', 'c'] })
  })

  test('a set without members is refused', async () => {
    const screen = await render(
      <CellEditor
        anchor={document.body}
        name="tags"
        value={{ SS: ['a'] }}
        keyType={undefined}
        onSave={async () => {}}
        onClose={() => {}}
      />,
    )
    await screen.getByRole('button', { name: 'Remove member 1' }).click()
    await expect.element(screen.getByText(/An string set {2}may not be empty/)).toBeVisible()
  })
})
