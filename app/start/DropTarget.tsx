import { useEffect, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { notify, notifyError } from '../workspace/notify.ts'
import styles from './DropTarget.module.css'

/** A file dropped anywhere on the window is imported; while one hovers, the window says so. */
export function DropTarget() {
  const [hovering, setHovering] = useState(false)
  useEffect(() => watchDrops(setHovering), [])
  if (!hovering) return null
  return (
    <div className={styles.overlay} aria-hidden>
      <div className={styles.box}>
        <Icon name="import" size={26} />
        <strong>Drop to import</strong>
        <span>A NoSQL Workbench model, or the JSON of CreateTable or DescribeTable</span>
      </div>
    </div>
  )
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

function watchDrops(show: (hovering: boolean) => void): () => void {
  const stop = new AbortController()
  const listen = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
    addEventListener(name, (event) => hasFiles(event) && act(event), { signal: stop.signal })
  listen('dragenter', () => show(true))
  listen('dragover', (event) => {
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
  })
  // Leaving the window has no element to go to; moving over its elements has.
  listen('dragleave', (event) => event.relatedTarget === null && show(false))
  listen('drop', (event) => {
    event.preventDefault()
    show(false)
    const [file, ...others] = event.dataTransfer?.files ?? []
    if (others.length > 0) notify(onlyOne(others.length))
    if (file)
      void importDropped(file).catch((error: unknown) => notifyError('The file was not imported', error))
  })
  return () => stop.abort()
}

function onlyOne(others: number): Parameters<typeof notify>[0] {
  return {
    tone: 'warning',
    title: 'One file at a time',
    detail: `The first is imported; drop the other ${others === 1 ? 'one' : others} after it.`,
  }
}

async function importDropped(file: File): Promise<void> {
  const { importFile } = await import('./importSession.ts')
  await importFile({ name: file.name, file })
}
