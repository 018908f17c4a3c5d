import '../../theme/base.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { KeyText } from './KeyText.tsx'

test('a key that is too long is cut in the middle, and is one text all the same', async () => {
  const key = 'ORDER#2026-03-02T10:15:08Z#o-5001'
  const { container } = await render(
    <div style={{ width: 130, overflow: 'hidden', font: '12px monospace', whiteSpace: 'pre' }}>
      <KeyText text={key} />
    </div>,
  )
  const box = container.firstElementChild as HTMLElement
  expect(box.innerText).toBe(key)
  const [start, end] = [...box.children] as [HTMLElement, HTMLElement]
  expect(start.scrollWidth).toBeGreaterThan(start.clientWidth)
  expect(end.getBoundingClientRect().right).toBeLessThanOrEqual(box.getBoundingClientRect().right + 1)
  expect(end.getBoundingClientRect().top).toBeCloseTo(start.getBoundingClientRect().top, -1)
})
