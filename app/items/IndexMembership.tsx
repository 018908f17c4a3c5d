import type { Item } from '../../engine/value/attributeValue.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './ItemInspector.module.css'
import { isProjected, leftOutReason } from './reading/indexMembership.ts'
import type { TableShape } from './tableShape.ts'

export interface IndexMembershipProps {
  indexes: readonly TableShape[]
  item: Item
  onOpen(indexName: string): void
}

/** In which indexes the item is, and why not in the others. */
export function IndexMembership({ indexes, item, onOpen }: IndexMembershipProps) {
  return (
    <ul>
      {indexes.map((shape) => {
        const reason = leftOutReason(shape, item)
        const name = shape.indexName ?? ''
        return (
          <li key={name} className={styles.index} data-absent={reason ? true : undefined}>
            <Icon name={reason ? 'remove' : 'check'} size={13} />
            <button type="button" className={styles.indexName} onClick={() => onOpen(name)}>
              {name}
            </button>
            <span className={styles.muted}>{reason ?? droppedText(shape, item)}</span>
          </li>
        )
      })}
    </ul>
  )
}

function droppedText(shape: TableShape, item: Item): string {
  const dropped = Object.keys(item).filter((name) => !isProjected(shape, name)).length
  if (dropped === 0) return 'whole'
  return `without ${dropped} ${dropped === 1 ? 'attribute' : 'attributes'}`
}
