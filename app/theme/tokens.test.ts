// The promises of tokens.css, measured: text reaches 4.5:1 on every surface in both themes, entity marks
// 3:1, and any two entity colours stay apart for people who see all colours or lack one kind of cone.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Rgb = [red: number, green: number, blue: number]
type Theme = 'light' | 'dark'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const THEMES: readonly Theme[] = ['light', 'dark']
const SURFACES = ['surface', 'surface-raised', 'surface-sunken']
const TEXTS = [
  'text',
  'text-muted',
  'accent',
  'danger',
  'warning',
  'ok',
  'code-string',
  'code-number',
  'code-word',
]

function token(name: string, theme: Theme): Rgb {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  const hex = pair?.[theme === 'light' ? 1 : 2]
  if (!hex) throw new Error(`--${name} is no light-dark() of two hex colours`)
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb
}

const linear = (rgb: Rgb) => rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as Rgb

function luminance(rgb: Rgb): number {
  const [r, g, b] = linear(rgb)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function mix(one: Rgb, share: number, other: Rgb): Rgb {
  return one.map((c, at) => c * share + (other[at] ?? 0) * (1 - share)) as Rgb
}

// Linear-light simulation after Viénot, Brettel and Mollon (1999); tritanopia after Brettel (1997), one plane.
const SIGHTS: Record<string, readonly (readonly number[])[]> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.10889, 0.89111, 0],
    [0.10889, 0.89111, 0],
    [0.00447, -0.00447, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  tritanopia: [
    [1, 0.15236, -0.15236],
    [0, 0.86717, 0.13283],
    [0, 0.86717, 0.13283],
  ],
}

function see(rgb: Rgb, matrix: readonly (readonly number[])[]): Rgb {
  const from = linear(rgb)
  return matrix.map((row) =>
    Math.max(
      0,
      row.reduce((sum, weight, at) => sum + weight * (from[at] ?? 0), 0),
    ),
  ) as Rgb
}

/** CIE L*a*b* of linear sRGB. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const distance = (one: Rgb, other: Rgb) => Math.hypot(...one.map((c, at) => c - (other[at] ?? 0)))

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(TEXTS)('--%s reads on every surface', (name) => {
    for (const surface of SURFACES) {
      expect(contrast(token(name, theme), token(surface, theme)), surface).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('text on a fill reads', () => {
    for (const fill of ['accent', 'accent-hover', 'danger', 'danger-hover']) {
      expect(contrast(token('on-accent', theme), token(fill, theme)), fill).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('each entity colour is seen on every surface, and text reads on its soft twin', () => {
    for (let place = 0; place < 10; place++) {
      const color = token(`entity-${place}`, theme)
      for (const surface of SURFACES)
        expect(contrast(color, token(surface, theme)), `${place}`).toBeGreaterThanOrEqual(3)
      const soft = mix(color, 0.2, token('surface-raised', theme))
      expect(contrast(token('text', theme), soft), `${place}`).toBeGreaterThanOrEqual(4.5)
      expect(
        contrast(token('text-muted', theme), mix(color, 0.12, token('surface-raised', theme))),
        `muted ${place}`,
      ).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each(Object.keys(SIGHTS))('entity colours stay apart for %s', (sight) => {
    const colors = Array.from({ length: 10 }, (_, place) =>
      lab(see(token(`entity-${place}`, theme), SIGHTS[sight] ?? [])),
    )
    const close: string[] = []
    for (const [one, color] of colors.entries()) {
      for (const [other, next] of colors.entries()) {
        if (other > one && distance(color, next) < 10)
          close.push(`${one}-${other}: ${distance(color, next).toFixed(1)}`)
      }
    }
    expect(close).toEqual([])
  })
})
