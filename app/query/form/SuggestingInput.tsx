import { useId } from 'react'
import { TextInput, type TextInputProps } from '../../ui/TextInput.tsx'

export interface SuggestingInputProps extends TextInputProps {
  /** Offered while typing; anything else may be typed. */
  suggestions?: readonly string[] | undefined
}

/** A text input that offers what is known, by the platform's own list. */
export function SuggestingInput({ suggestions = [], ...rest }: SuggestingInputProps) {
  const listId = useId()
  if (suggestions.length === 0) return <TextInput {...rest} />
  return (
    <>
      <TextInput {...rest} list={listId} />
      <datalist id={listId}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  )
}
