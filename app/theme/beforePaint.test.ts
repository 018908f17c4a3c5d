import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')

test('the script that sets the theme before the first paint is the one that the policy allows', () => {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)]
  expect(scripts).toHaveLength(1)
  const hash = createHash('sha256')
    .update(scripts[0]?.[1] ?? '')
    .digest('base64')
  expect(html).toContain(`'sha256-${hash}'`)
})
