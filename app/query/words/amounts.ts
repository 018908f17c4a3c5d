// Sizes, counts and capacity units as people read them. KB and MB are binary, as DynamoDB counts them.

const whole = new Intl.NumberFormat('en')
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export function formatCount(count: number): string {
  return whole.format(count)
}

export function formatUnits(units: number): string {
  return short.format(units)
}

export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${whole.format(sizeBytes)} B`
  if (sizeBytes < 1024 * 1024) return `${short.format(sizeBytes / 1024)} KB`
  return `${short.format(sizeBytes / 1024 / 1024)} MB`
}

export function formatDuration(durationMs: number): string {
  if (durationMs < 10) return `${short.format(durationMs)} ms`
  const roundedMs = Math.round(durationMs)
  return roundedMs < 1000 ? `${roundedMs} ms` : `${short.format(durationMs / 1000)} s`
}
