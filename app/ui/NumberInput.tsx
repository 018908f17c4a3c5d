import { useEffect, useState } from 'react'
import { TextInput, type TextInputProps } from './TextInput.tsx'

export interface NumberInputProps
  extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'min' | 'max'> {
  value: number | undefined
  /** Called with each whole number typed, or undefined when the input is empty. */
  onValue(value: number | undefined): void
  min?: number
  max?: number
}

/** A whole number that may be left empty. Arrow keys step by one, with Shift by ten. */
export function NumberInput({
  value,
  onValue,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  ...rest
}: NumberInputProps) {
  const [text, setText] = useState(value === undefined ? '' : String(value))
  useEffect(() => setText((shown) => (parseWhole(shown) === value ? shown : String(value ?? ''))), [value])
  const take = (next: string) => {
    setText(next)
    const parsed = parseWhole(next)
    if (next.trim() === '') onValue(undefined)
    else if (parsed !== undefined) onValue(Math.min(max, Math.max(min, parsed)))
  }
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      value={text}
      onChange={(event) => take(event.target.value)}
      onBlur={(event) => {
        setText(String(value ?? ''))
        rest.onBlur?.(event)
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (step !== 0) {
          event.preventDefault()
          take(String(Math.min(max, Math.max(min, (value ?? min) + step * (event.shiftKey ? 10 : 1)))))
        }
        rest.onKeyDown?.(event)
      }}
    />
  )
}

function parseWhole(text: string): number | undefined {
  return /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : undefined
}
