// The filter as an expression, checked while it is typed by the engine's own parser, the place of the
// first problem marked; below, what its placeholders stand for.

import { useId } from 'react'
import { Select } from '../../ui/Select.tsx'
import { ATTRIBUTE_TYPES, TYPE_NAMES } from '../../values/attributeTypes.ts'
import { useQueryEditing } from '../form/queryEditing.ts'
import { SuggestingInput } from '../form/SuggestingInput.tsx'
import { ValueInput } from '../form/ValueInput.tsx'
import { explainError } from '../request/explainError.ts'
import { textPlaceholders } from '../request/filterExpression.ts'
import { locateProblem } from '../request/locateProblem.ts'
import type { FilterText } from '../request/queryForm.ts'
import { ExpressionInput } from './ExpressionInput.tsx'
import styles from './FilterTextEditor.module.css'
import { findTextProblem, withText } from './filterModes.ts'

export function FilterTextEditor({ filter }: { filter: FilterText }) {
  const { form, edit, refusal } = useQueryEditing()
  const noteId = useId()
  const problem = findTextProblem(filter)
  const advice =
    problem && explainError({ name: 'ValidationException', message: problem }, form.operation).advice
  return (
    <div className={styles.box}>
      <ExpressionInput
        label="Filter expression"
        placeholder="attribute_exists(paidAt) AND size(#tags) > :n"
        value={filter.text}
        problem={problem === undefined ? undefined : locateProblem(filter.text, problem)}
        invalid={problem !== undefined}
        describedBy={problem ? noteId : undefined}
        onValue={(text) => edit({ filter: withText(filter, text) })}
      />
      {problem && refusal?.part !== 'filter' && (
        <p id={noteId} className={styles.problem}>
          {problem}
          {advice && <span className={styles.advice}>{advice}</span>}
        </p>
      )}
      <Placeholders filter={filter} />
    </div>
  )
}

function Placeholders({ filter }: { filter: FilterText }) {
  const { edit, sample } = useQueryEditing()
  const used = new Set(textPlaceholders(filter))
  const names = filter.names.filter(({ placeholder }) => used.has(placeholder))
  const values = filter.values.filter(({ placeholder }) => used.has(placeholder))
  const changeName = (placeholder: string, name: string) =>
    edit({ filter: { ...filter, names: withEntry(filter.names, { placeholder, name }) } })
  const changeValue = (entry: FilterText['values'][number]) =>
    edit({ filter: { ...filter, values: withEntry(filter.values, entry) } })
  if (names.length + values.length === 0) return null
  return (
    <div className={styles.placeholders}>
      {names.map(({ placeholder, name }) => (
        <div key={placeholder} className={styles.line}>
          <code className={styles.placeholder}>{placeholder}</code>
          <span className={styles.kind}>attribute</span>
          <SuggestingInput
            mono
            aria-label={`Attribute that ${placeholder} stands for`}
            value={name}
            suggestions={sample.attributeNames}
            onChange={(event) => changeName(placeholder, event.target.value)}
          />
        </div>
      ))}
      {values.map(({ placeholder, value }) => (
        <div key={placeholder} className={styles.line}>
          <code className={styles.placeholder}>{placeholder}</code>
          <Select
            aria-label={`Type of ${placeholder}`}
            value={value.type}
            options={ATTRIBUTE_TYPES.map((type) => ({ value: type, label: TYPE_NAMES[type] }))}
            onValue={(type) => changeValue({ placeholder, value: { type, text: value.text } })}
          />
          <ValueInput
            label={`Value of ${placeholder}`}
            value={value}
            onValue={(next) => changeValue({ placeholder, value: next })}
          />
        </div>
      ))}
    </div>
  )
}

function withEntry<Entry extends { placeholder: string }>(entries: readonly Entry[], entry: Entry): Entry[] {
  return entries.map((each) => (each.placeholder === entry.placeholder ? entry : each))
}
