// The key condition: every partition key attribute by =, then the sort key attributes from left to right,
// each offered once the one before is fixed by =. For GetItem, the values of the primary key.

import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { TYPE_NAMES } from '../../values/attributeTypes.ts'
import { findKeyCondition, fitOperands, type KeyCondition, type KeyOperator } from '../request/queryForm.ts'
import { partitionKeysOf, sortKeysOf, type TargetKey } from '../request/queryTarget.ts'
import type { TypedText } from '../request/typedText.ts'
import { FormSection } from './FormSection.tsx'
import styles from './KeySection.module.css'
import { useQueryEditing } from './queryEditing.ts'
import { ValueInput } from './ValueInput.tsx'

export function KeySection() {
  const { form, target } = useQueryEditing()
  const isGet = form.operation === 'GetItem'
  const keys = isGet ? target.tableKeys : [...partitionKeysOf(target), ...openSortKeys()]
  function openSortKeys(): TargetKey[] {
    const sortKeys = sortKeysOf(target)
    const open = sortKeys.findIndex(({ name }) => findKeyCondition(form, name)?.operator !== '=')
    return open < 0 ? sortKeys : sortKeys.slice(0, open + 1)
  }
  return (
    <FormSection title={isGet ? 'Key' : 'Key condition'} parts={['key']}>
      <div className={styles.keys} data-keys>
        {keys.map((key) => (
          <KeyLine key={key.name} attribute={key} hasOperator={!isGet && key.keyType === 'RANGE'} />
        ))}
      </div>
    </FormSection>
  )
}

const operators: Record<KeyOperator, string> = {
  any: 'any value',
  '=': '=',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  BETWEEN: 'between',
  begins_with: 'begins with',
}

/** begins_with looks at text and bytes only. */
function operatorsFor({ type }: TargetKey): { value: KeyOperator; label: string }[] {
  return (Object.keys(operators) as KeyOperator[])
    .filter((operator) => operator !== 'begins_with' || type !== 'N')
    .map((operator) => ({ value: operator, label: operators[operator] }))
}

/** The condition on one key attribute as the form has it, and how to change it. */
function useKeyCondition({ name, type }: TargetKey, hasOperator: boolean) {
  const { form, edit } = useQueryEditing()
  const filler: TypedText = { type, text: '' }
  const known = findKeyCondition(form, name)
  const operator: KeyOperator = hasOperator ? (known?.operator ?? 'any') : '='
  // Values that this operator does not use are kept for the one that does.
  const kept = known?.values ?? []
  const change = (next: Partial<KeyCondition>) => {
    const condition: KeyCondition = { name, operator, values: kept, ...next }
    edit({ keys: [...form.keys.filter((each) => each.name !== name), condition] })
  }
  return {
    operator,
    values: fitOperands(kept, operator, filler),
    changeOperator: (next: KeyOperator) => change({ operator: next }),
    changeValue: (index: number, value: TypedText) =>
      change({ values: fitOperands(kept, 'BETWEEN', filler).with(index, value) }),
  }
}

function KeyLine({ attribute, hasOperator }: { attribute: TargetKey; hasOperator: boolean }) {
  const { sample, refusal } = useQueryEditing()
  const { name, keyType } = attribute
  const { operator, values, changeOperator, changeValue } = useKeyCondition(attribute, hasOperator)
  const placeholder = keyType === 'HASH' ? 'partition key value' : 'sort key value'
  return (
    <div className={styles.line}>
      <KeyName attribute={attribute} />
      {hasOperator ? (
        <Select
          aria-label={`${name}, operator`}
          className={styles.operator}
          value={operator}
          options={operatorsFor(attribute)}
          onValue={changeOperator}
        />
      ) : (
        <span className={styles.equals}>=</span>
      )}
      <div className={styles.values}>
        {values.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lower and upper bound are told apart by their place.
          <div key={index} className={styles.value}>
            {index > 0 && <span className={styles.and}>and</span>}
            <ValueInput
              label={valueLabel(name, operator, index)}
              value={value}
              suggestions={sample.keyValues.get(name)}
              placeholder={hasOperator ? '' : placeholder}
              invalid={refusal?.part === 'key' && refusal.keyName === name}
              onValue={(next) => changeValue(index, next)}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

function KeyName({ attribute: { name, type, keyType } }: { attribute: TargetKey }) {
  return (
    <span className={styles.name}>
      <Icon name={keyType === 'HASH' ? 'key' : 'sort'} size={13} />
      <code>{name}</code>
      <Chip mono tip={TYPE_NAMES[type]}>
        {type}
      </Chip>
    </span>
  )
}

function valueLabel(name: string, operator: KeyOperator, index: number): string {
  if (operator !== 'BETWEEN') return `${name}, value`
  return `${name}, ${index === 0 ? 'lowest value' : 'highest value'}`
}
