import { useMemo } from 'react'
import styles from './JsonText.module.css'

export interface JsonTextProps {
  /** JSON, already laid out in lines. */
  text: string
  label: string
}

/** Longer texts are shown without colours: colouring makes an element for each token. */
const MOST_COLOURED = 60_000

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g

/** JSON to read and select, not to edit. */
export function JsonText({ text, label }: JsonTextProps) {
  const parts = useMemo(() => (text.length > MOST_COLOURED ? [text] : colour(text)), [text])
  return (
    // Long JSON scrolls, so the keyboard must reach it.
    <pre className={styles.json} role="region" tabIndex={0} aria-label={label}>
      {parts}
    </pre>
  )
}

function colour(text: string) {
  const parts: (string | React.ReactElement)[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon, word] = match
    parts.push(text.slice(end, match.index))
    const kind = string ? (colon ? 'name' : 'string') : word ? 'word' : 'number'
    parts.push(
      <span key={match.index} className={styles[kind]}>
        {string ?? whole}
      </span>,
    )
    if (colon) parts.push(colon)
    end = match.index + whole.length
  }
  parts.push(text.slice(end))
  return parts
}
