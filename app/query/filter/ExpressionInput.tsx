// A text area for an expression: its tokens coloured by the engine's lexer, the place of a problem
// underlined. The colours are painted by a copy of the text behind the transparent one that is typed.

import { type ReactNode, useRef } from 'react'
import { readTokens, type Token } from '../../../engine/expression/lexer.ts'
import type { Place } from '../request/locateProblem.ts'
import styles from './ExpressionInput.module.css'

export interface ExpressionInputProps {
  label: string
  value: string
  onValue(text: string): void
  placeholder?: string
  problem?: Place | undefined
  invalid?: boolean
  describedBy?: string | undefined
}

export function ExpressionInput(props: ExpressionInputProps) {
  const { label, value, onValue, placeholder, problem, invalid, describedBy } = props
  const painted = useRef<HTMLPreElement>(null)
  return (
    <div className={styles.box}>
      <pre ref={painted} className={styles.painted} aria-hidden="true">
        {paint(value, problem)}
        {'\n'}
      </pre>
      <textarea
        className={styles.typed}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        spellCheck={false}
        autoComplete="off"
        rows={Math.min(6, Math.max(2, value.split('\n').length))}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        onScroll={(event) => {
          if (painted.current) painted.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}

const keywords = new Set(['AND', 'OR', 'NOT', 'BETWEEN', 'IN'])

function paint(text: string, problem: Place | undefined): ReactNode[] {
  const tokens = readTokens(text).filter(({ type }) => type !== 'end')
  const parts: ReactNode[] = []
  let end = 0
  tokens.forEach((token, index) => {
    parts.push(text.slice(end, token.start))
    parts.push(
      <span
        key={token.start}
        data-kind={kindOf(token, tokens[index + 1])}
        data-wrong={(problem && overlaps(token, problem)) || undefined}
      >
        {token.text}
      </span>,
    )
    end = token.end
  })
  parts.push(text.slice(end))
  return parts
}

function kindOf({ type, text }: Token, next: Token | undefined): string {
  if (type !== 'word') return type === 'name' || type === 'value' ? type : 'sign'
  if (keywords.has(text.toUpperCase())) return 'keyword'
  return next?.type === '(' ? 'function' : 'attribute'
}

function overlaps(token: Place, place: Place): boolean {
  return token.start < place.end && place.start < token.end
}
