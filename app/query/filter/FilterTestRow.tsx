import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { ATTRIBUTE_TYPES, TYPE_NAMES } from '../../values/attributeTypes.ts'
import { useQueryEditing } from '../form/queryEditing.ts'
import { SuggestingInput } from '../form/SuggestingInput.tsx'
import { ValueInput } from '../form/ValueInput.tsx'
import { parsePathText } from '../request/documentPathText.ts'
import type { FilterGroup, FilterTest, Operand } from '../request/queryForm.ts'
import styles from './FilterTestRow.module.css'
import { choiceOf, filterChoices, withChoice } from './filterChoices.ts'
import { removeNode, replaceNode } from './filterEdits.ts'

export interface FilterTestRowProps {
  root: FilterGroup
  test: FilterTest
  at: readonly number[]
}

/** One test: attribute, operator, what it is compared with. */
export function FilterTestRow({ root, test, at }: FilterTestRowProps) {
  const { edit, sample, problems } = useQueryEditing()
  const change = (next: Partial<FilterTest>) => edit({ filter: replaceNode(root, at, { ...test, ...next }) })
  const problem = problems.find((each) => each.at.part === 'filter' && each.at.at.join() === at.join())
  const subject = test.path === '' ? 'attribute' : test.path
  return (
    <div className={styles.row}>
      <Button
        size="small"
        tone="quiet"
        className={styles.not}
        aria-pressed={test.negated}
        aria-label={`Not: turn the condition on ${subject} round`}
        onClick={() => change({ negated: !test.negated })}
      >
        not
      </Button>
      <SuggestingInput
        mono
        className={styles.path}
        aria-label="Attribute"
        placeholder="attribute"
        value={test.path}
        suggestions={sample.attributeNames}
        invalid={test.path !== '' && parsePathText(test.path) === undefined}
        onChange={(event) => change({ path: event.target.value })}
      />
      <Select
        className={styles.operator}
        aria-label={`${subject}, operator`}
        value={choiceOf(test)}
        options={filterChoices}
        onValue={(choice) => change(withChoice(test, choice))}
      />
      <Operands test={test} subject={subject} change={change} />
      <IconButton
        size="small"
        icon="close"
        label={`Remove the condition on ${subject}`}
        onClick={() => edit({ filter: removeNode(root, at) })}
      />
      {problem && <p className={styles.problem}>{problem.message}</p>}
    </div>
  )
}

interface OperandsProps {
  test: FilterTest
  subject: string
  change(next: Partial<FilterTest>): void
}

function Operands({ test, subject, change }: OperandsProps) {
  const { operands, operator } = test
  if (operator === 'attribute_type') return <TypeOperand {...{ test, subject, change }} />
  const replace = (index: number, operand: Operand) => change({ operands: operands.with(index, operand) })
  return (
    <div className={styles.operands}>
      {operands.map((operand, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: operands are told apart by their place.
        <div key={index} className={styles.operand}>
          {index > 0 && <span className={styles.joint}>{operator === 'IN' ? 'or' : 'and'}</span>}
          <OperandInput {...{ operand, subject, index }} onOperand={(next) => replace(index, next)} />
          {operator === 'IN' && operands.length > 1 && (
            <IconButton
              size="small"
              icon="remove"
              label={`Remove value ${index + 1}`}
              onClick={() => change({ operands: operands.toSpliced(index, 1) })}
            />
          )}
        </div>
      ))}
      {operator === 'IN' && (
        <IconButton
          size="small"
          icon="add"
          label="Add a value"
          onClick={() =>
            change({ operands: [...operands, { type: operands.at(-1)?.type ?? 'S', text: '' }] })
          }
        />
      )}
    </div>
  )
}

function TypeOperand({ test, subject, change }: OperandsProps) {
  return (
    <Select
      className={styles.typeOperand}
      aria-label={`${subject}, type`}
      value={test.operands[0]?.text ?? 'S'}
      options={ATTRIBUTE_TYPES.map((type) => ({ value: type as string, label: TYPE_NAMES[type] }))}
      onValue={(text) => change({ operands: [{ type: 'S', text }] })}
    />
  )
}

const operandTypes: { value: Operand['type']; label: string }[] = [
  ...ATTRIBUTE_TYPES.map((type) => ({ value: type, label: TYPE_NAMES[type] })),
  { value: 'path', label: 'Attribute' },
]

interface OperandInputProps {
  operand: Operand
  subject: string
  index: number
  onOperand(operand: Operand): void
}

function OperandInput({ operand, subject, index, onOperand }: OperandInputProps) {
  const { sample } = useQueryEditing()
  const place = index === 0 ? '' : ` ${index + 1}`
  const changeType = (type: Operand['type']) => onOperand({ type, text: operand.text })
  return (
    <>
      <Select
        className={styles.type}
        aria-label={`${subject}, type of value${place}`}
        value={operand.type}
        options={operandTypes}
        onValue={changeType}
      />
      {operand.type === 'path' ? (
        <SuggestingInput
          mono
          className={styles.otherPath}
          aria-label={`${subject}, compared with attribute${place}`}
          placeholder="attribute"
          value={operand.text}
          suggestions={sample.attributeNames}
          onChange={(event) => onOperand({ type: 'path', text: event.target.value })}
        />
      ) : (
        <ValueInput
          label={`${subject}, value${place}`}
          value={operand}
          suggestions={sample.keyValues.get(subject)}
          onValue={onOperand}
        />
      )}
    </>
  )
}
