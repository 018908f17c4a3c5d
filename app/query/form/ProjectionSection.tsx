import { type KeyboardEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { parsePathText, printPathText } from '../request/documentPathText.ts'
import { FormSection } from './FormSection.tsx'
import styles from './ProjectionSection.module.css'
import { useQueryEditing } from './queryEditing.ts'
import { SuggestingInput } from './SuggestingInput.tsx'

/** The attributes to return, picked one by one; none picked returns what Select says. */
export function ProjectionSection() {
  const { form, edit, sample } = useQueryEditing()
  const [typed, setTyped] = useState('')
  const { projection } = form
  const path = parsePathText(typed)
  const add = () => {
    if (!path) return
    edit({ projection: [...new Set([...projection, printPathText(path)])] })
    setTyped('')
  }
  const remove = (text: string) => edit({ projection: projection.filter((each) => each !== text) })
  const onKeyDown = (event: KeyboardEvent) => {
    const isAdding = (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === ','
    if (isAdding && typed.trim() !== '') {
      event.preventDefault()
      add()
    }
    const last = projection.at(-1)
    if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last)
  }
  return (
    <FormSection title="Projection" parts={['projection']}>
      <div className={styles.box}>
        {projection.map((text) => (
          <PickedPath key={text} text={text} onRemove={() => remove(text)} />
        ))}
        <SuggestingInput
          mono
          className={styles.input}
          aria-label="Attribute to return"
          placeholder={projection.length === 0 ? 'all attributes, or pick some' : 'add an attribute'}
          value={typed}
          invalid={typed !== '' && path === undefined}
          suggestions={sample.attributeNames.filter((name) => !projection.includes(printPathText([name])))}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {path && (
          <Button size="small" onClick={add}>
            Add
          </Button>
        )}
      </div>
    </FormSection>
  )
}

function PickedPath({ text, onRemove }: { text: string; onRemove(): void }) {
  return (
    <span className={styles.path}>
      <code>{text}</code>
      <button type="button" className={styles.remove} aria-label={`Leave out ${text}`} onClick={onRemove}>
        <Icon name="close" size={12} />
      </button>
    </span>
  )
}
