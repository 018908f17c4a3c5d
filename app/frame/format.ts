const whole = new Intl.NumberFormat('en')
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** 1,204 */
export function formatCount(count: number): string {
  return whole.format(count)
}

/** 1,204 below ten thousand, then 12.3K: for narrow places. */
export function formatShortCount(count: number): string {
  return count < 10_000 ? whole.format(count) : compact.format(count)
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const

/** In steps of 1,024, as DynamoDB counts: 340 bytes, 12.4 KB. */
export function formatBytes(sizeBytes: number): string {
  let size = sizeBytes
  let unit = 0
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024
    unit++
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1
  return `${size.toLocaleString('en', { maximumFractionDigits: digits })} ${UNITS[unit]}`
}

export function formatDuration(durationMs: number): string {
  if (durationMs < 1) return `${durationMs.toFixed(2)} ms`
  if (durationMs < 100) return `${durationMs.toFixed(1)} ms`
  if (durationMs < 1_000) return `${Math.round(durationMs)} ms`
  return `${(durationMs / 1_000).toFixed(1)} s`
}

const time = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

export function formatTime(atMs: number): string {
  return time.format(atMs)
}
