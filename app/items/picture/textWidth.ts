// How wide a text will be, before it is laid out: lines of fixed height need cells of known width.

const FONTS = {
  value: '13px "Inter Variable", system-ui, sans-serif',
  name: '11px "Inter Variable", system-ui, sans-serif',
  mono: '12.5px "JetBrains Mono Variable", ui-monospace, monospace',
} as const

let context: CanvasRenderingContext2D | null | undefined

/** Pixels, rounded up. */
export function textWidth(text: string, font: keyof typeof FONTS): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length * 8
  if (context.font !== FONTS[font]) context.font = FONTS[font]
  return Math.ceil(context.measureText(text).width)
}
