import { afterEach, expect, test } from 'vitest'
import { keepFocus } from './keepFocus.ts'

let stop = () => {}
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

function open(html: string): HTMLButtonElement {
  document.body.innerHTML = html
  stop = keepFocus()
  const button = document.querySelector('button') as HTMLButtonElement
  button.focus()
  return button
}

test('what held the focus is taken away: the grid gets it', async () => {
  open('<button></button><main><div role="grid" tabindex="0"></div></main>').remove()
  await expect.poll(() => document.activeElement?.role).toBe('grid')
})

test('where there is no grid, the view gets it, for as long as it has it', async () => {
  open('<button></button><main></main>').remove()
  await expect.poll(() => document.activeElement?.localName, { timeout: 5_000 }).toBe('main')
  ;(document.activeElement as HTMLElement).blur()
  expect(document.querySelector('main')?.hasAttribute('tabindex')).toBe(false)
})
