// Monaco takes its colours as hex numbers, once for light and once for dark: both themes are read from the
// tokens, so that an editor looks like what stands around it and follows the page's theme.

import { monaco } from './monaco.ts'

type ColorScheme = 'light' | 'dark'

const THEMES: Record<ColorScheme, string> = { light: 'sortkey-light', dark: 'sortkey-dark' }

let areDefined = false

/** Defines the themes on first use, and uses the one of the page; until the returned function is called. */
export function followPageTheme(): () => void {
  if (!areDefined) defineThemes()
  areDefined = true
  const apply = () => monaco.editor.setTheme(THEMES[pageScheme()])
  apply()
  const media = matchMedia('(prefers-color-scheme: dark)')
  media.addEventListener('change', apply)
  const observer = new MutationObserver(apply)
  observer.observe(document.documentElement, { attributes: true })
  return () => {
    media.removeEventListener('change', apply)
    observer.disconnect()
  }
}

function pageScheme(): ColorScheme {
  const scheme = getComputedStyle(document.documentElement).colorScheme
  if (scheme === 'light' || scheme === 'dark') return scheme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function defineThemes(): void {
  for (const scheme of ['light', 'dark'] as const) {
    const read = createColorReader(scheme)
    monaco.editor.defineTheme(THEMES[scheme], {
      base: scheme === 'dark' ? 'vs-dark' : 'vs',
      inherit: true,
      rules: tokenRules(read.color),
      colors: editorColors(read.color),
    })
    read.dispose()
  }
}

type ReadColor = (token: string, opacity?: number) => string

function tokenRules(color: ReadColor) {
  const rule = (token: string, foreground: string) => ({ token, foreground: color(foreground).slice(1, 7) })
  return [
    rule('', '--text'),
    rule('string.key.json', '--code-name'),
    rule('string.value.json', '--code-string'),
    rule('number.json', '--code-number'),
    rule('keyword.json', '--code-word'),
    rule('delimiter', '--text-muted'),
    rule('comment', '--text-muted'),
  ]
}

function editorColors(color: ReadColor): Record<string, string> {
  return {
    'editor.background': color('--surface-raised'),
    'editor.foreground': color('--text'),
    'editor.lineHighlightBackground': color('--surface-hover'),
    'editor.lineHighlightBorder': '#00000000',
    'editor.selectionBackground': color('--accent', 0.25),
    'editor.inactiveSelectionBackground': color('--accent', 0.14),
    'editorLineNumber.foreground': color('--text-muted'),
    'editorLineNumber.activeForeground': color('--text'),
    'editorGutter.background': color('--surface-raised'),
    'editorCursor.foreground': color('--accent'),
    'editorBracketMatch.background': color('--accent', 0.15),
    'editorBracketMatch.border': color('--accent', 0.4),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, color('--text-muted')]),
    ),
    'editorBracketHighlight.unexpectedBracket.foreground': color('--danger'),
    'editorError.foreground': color('--danger'),
    'editorWarning.foreground': color('--warning'),
    'editorWidget.background': color('--surface-raised'),
    'editorWidget.border': color('--border-control'),
    'editorHoverWidget.background': color('--surface-raised'),
    'editorHoverWidget.border': color('--border-control'),
    'editorSuggestWidget.background': color('--surface-raised'),
    'editorSuggestWidget.border': color('--border-control'),
    'editorSuggestWidget.selectedBackground': color('--accent', 0.16),
    'editorSuggestWidget.selectedForeground': color('--text'),
    'editorSuggestWidget.highlightForeground': color('--accent'),
    'editorSuggestWidget.focusHighlightForeground': color('--accent'),
    'input.background': color('--surface-sunken'),
    'input.border': color('--border-control'),
    focusBorder: color('--focus'),
    'scrollbar.shadow': '#00000000',
    'scrollbarSlider.background': color('--text-muted', 0.25),
    'scrollbarSlider.hoverBackground': color('--text-muted', 0.4),
    'editorOverviewRuler.border': '#00000000',
  }
}

/** Any CSS colour becomes the pixel that it paints: tokens hold light-dark() and color-mix(). */
function createColorReader(scheme: ColorScheme): { color: ReadColor; dispose(): void } {
  const probe = document.createElement('span')
  probe.style.colorScheme = scheme
  document.body.append(probe)
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const color: ReadColor = (token, opacity = 1) => {
    probe.style.color = `var(${token})`
    if (!canvas) return '#808080'
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = getComputedStyle(probe).color
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data
    const bytes = [red, green, blue, Math.round(alpha * opacity)]
    return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  }
  return { color, dispose: () => probe.remove() }
}
