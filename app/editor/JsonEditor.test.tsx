import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../theme/base.css'
import { JsonEditor, type JsonEditorProps } from './JsonEditor.tsx'
import type { EditorProblem } from './jsonModel.ts'

const schema = {
  uri: 'inmemory://schema/test',
  schema: {
    type: 'object',
    properties: { TableName: { type: 'string' }, Limit: { type: 'integer', minimum: 1 } },
    required: ['TableName'],
    additionalProperties: false,
  },
}

function Editor({ value: initial, ...rest }: Partial<JsonEditorProps>) {
  const [value, setValue] = useState(initial ?? '{}')
  const change = (text: string) => {
    setValue(text)
    rest.onValue?.(text)
  }
  return (
    <div style={{ width: 600 }}>
      <button type="button" onClick={() => setValue('{"TableName":"Other"}')}>
        before
      </button>
      <div style={{ height: 240 }}>
        <JsonEditor label="Request" {...rest} value={value} onValue={change} />
      </div>
      <button type="button">after</button>
    </div>
  )
}

/** The JSON worker is started by the first text, and the machine may be busy. */
const WORKER_ANSWERS_MS = 20_000
vi.setConfig({ testTimeout: 60_000 })

const editor = () => page.getByRole('textbox', { name: 'Request' })

afterEach(() => {
  delete document.documentElement.dataset.theme
})

async function type(text: string) {
  ;(editor().element() as HTMLElement).focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await userEvent.keyboard(text.replaceAll('{', '{{').replaceAll('[', '[['))
}

test('tells what is typed, and what is wrong with it at line and column', async () => {
  const onValue = vi.fn()
  const onProblems = vi.fn<(problems: EditorProblem[]) => void>()
  await render(
    <Editor value={'{\n  "TableName": "T",\n  "Limit": 0\n}'} {...{ schema, onValue, onProblems }} />,
  )
  await expect
    .poll(() => onProblems.mock.lastCall?.[0], { timeout: WORKER_ANSWERS_MS })
    .toMatchObject([{ severity: 'warning', line: 3, column: 12 }])
  await type('[1,')
  await expect.poll(() => onValue.mock.lastCall?.[0]).toContain('[1,')
  await expect
    .poll(() =>
      onProblems.mock.lastCall?.[0].some(({ severity, line }) => severity === 'error' && line === 1),
    )
    .toBe(true)
})

test('shows another text when it is given one', async () => {
  await render(<Editor value="{}" />)
  await page.getByRole('button', { name: 'before' }).click()
  await expect.element(page.getByText('"Other"')).toBeVisible()
})

test('Tab indents, Escape and Tab leaves', async () => {
  await render(<Editor value="" />)
  ;(editor().element() as HTMLElement).focus()
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(editor().element())
  await userEvent.keyboard('{Escape}{Tab}')
  await expect.element(page.getByRole('button', { name: 'after' })).toHaveFocus()
})

test('Control-Enter runs', async () => {
  const onRun = vi.fn()
  await render(<Editor onRun={onRun} />)
  ;(editor().element() as HTMLElement).focus()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(onRun).toHaveBeenCalledOnce()
})

test('follows the theme of the page', async () => {
  document.documentElement.dataset.theme = 'dark'
  const screen = await render(<Editor />)
  const background = () =>
    getComputedStyle(screen.container.querySelector('.monaco-editor-background') ?? document.body)
      .backgroundColor
  await expect.poll(background).toBe('rgb(30, 32, 37)')
  document.documentElement.dataset.theme = 'light'
  await expect.poll(background).toBe('rgb(255, 255, 255)')
})
