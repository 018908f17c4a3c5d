/** Saves a file to where the browser puts downloads. */
export function downloadFile(name: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the content by the next task; a while longer does not hurt.
  setTimeout(() => URL.revokeObjectURL(url), 30_000)
}

/** A name that every file system takes. */
export function fileNameOf(name: string, ending: string): string {
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim() || 'untitled'}${ending}`
}
