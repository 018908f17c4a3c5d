import { afterEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { useNotices } from '../workspace/notify.ts'
import { withProject } from '../workspace/testing/withProject.ts'
import { DropTarget } from './DropTarget.tsx'
import { endImport, useImport } from './importSession.ts'

withProject()
afterEach(endImport)

test('of several dropped files the first is taken, and that is said', async () => {
  await render(<DropTarget />)
  const dataTransfer = new DataTransfer()
  for (const name of ['one.json', 'two.json', 'three.json'])
    dataTransfer.items.add(new File(['{'], name, { type: 'application/json' }))
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  await expect.poll(() => useImport.getState().state).toMatchObject({ phase: 'failed', fileName: 'one.json' })
  expect(useNotices.getState().notices.map(({ title }) => title)).toContain('One file at a time')
})
