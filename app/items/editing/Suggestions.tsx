import type { AttributeType } from '../../../engine/value/attributeValue.ts'
import type { Entity, TableDesign } from '../../model/design.ts'
import styles from '../ItemInspector.module.css'

/** Attributes of the entity that the item does not have yet. */
export function suggestedAttributes(entity: Entity | undefined, has: (name: string) => boolean): string[] {
  return (entity?.attributes ?? []).filter((name) => !has(name))
}

export function suggestedType(design: TableDesign | undefined, name: string): AttributeType {
  const key = design?.definition.AttributeDefinitions.find((attribute) => attribute.AttributeName === name)
  return key?.AttributeType ?? design?.attributes.find((attribute) => attribute.name === name)?.type ?? 'S'
}

export interface SuggestionsProps {
  names: readonly string[]
  onChoose(name: string): void
}

export function Suggestions({ names, onChoose }: SuggestionsProps) {
  if (names.length === 0) return null
  return (
    <div className={styles.suggestions}>
      {names.map((name) => (
        <button key={name} type="button" className={styles.suggestion} onClick={() => onChoose(name)}>
          + {name}
        </button>
      ))}
    </div>
  )
}
