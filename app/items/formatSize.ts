const count = new Intl.NumberFormat('en')

export function formatCount(number: number): string {
  return count.format(number)
}

/** '1 item', '2,000 items'. */
export function formatItems(number: number): string {
  return `${count.format(number)} ${number === 1 ? 'item' : 'items'}`
}

/** Bytes as DynamoDB's limits count them: 1 KB is 1,024 bytes. */
export function formatSize(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`
  const units = ['KB', 'MB', 'GB']
  let size = sizeBytes / 1024
  let place = 0
  while (size >= 1024 && place < units.length - 1) {
    size /= 1024
    place++
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[place]}`
}
