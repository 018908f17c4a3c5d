// The input of a text that has line breaks, which a one-line input would drop without a word.

import { type ComponentProps, useEffect, useRef } from 'react'
import styles from './LinesInput.module.css'

export interface LinesInputProps
  extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'aria-invalid'> {
  value: string
  onValue(text: string): void
  invalid?: boolean | undefined
  /** It takes the place of an input that had the focus. */
  takesFocus: boolean
}

const MOST_LINES = 8

export function LinesInput({ value, onValue, invalid, takesFocus, ...rest }: LinesInputProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const takes = useRef(takesFocus)
  useEffect(() => {
    if (!takes.current || !area.current) return
    area.current.focus()
    area.current.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [])
  return (
    <textarea
      ref={area}
      spellCheck={false}
      {...rest}
      aria-invalid={invalid || undefined}
      className={styles.lines}
      rows={Math.min(MOST_LINES, value.split(/\r\n|\r|\n/).length)}
      value={value}
      onChange={(event) => onValue(withBreaksOf(value, event.target.value))}
    />
  )
}

export function hasLineBreak(text: string): boolean {
  return /[\r\n]/.test(text)
}

/** Textareas tell every break as \n: a text whose breaks are \r\n keeps them so. */
function withBreaksOf(before: string, after: string): string {
  return before.includes('\r\n') ? after.replaceAll('\n', '\r\n') : after
}
