// The item selected in the results, in the inspector: its entity, its size, and all of it as JSON.

import { useState } from 'react'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { itemSizeBytes } from '../../../engine/value/itemSize.ts'
import { classifyItem } from '../../model/classifyItem.ts'
import type { TableDesign } from '../../model/design.ts'
import { Button } from '../../ui/Button.tsx'
import { EntityChip } from '../../ui/EntityChip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { JsonText } from '../../ui/JsonText.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { printPlainValue } from '../../values/plainJson.ts'
import { copyText } from '../../workspace/copyText.ts'
import { InspectorContent } from '../../workspace/inspectorSlot.tsx'
import { primaryKeyOf } from '../../workspace/itemEdits.ts'
import { plural } from '../../workspace/plural.ts'
import { navigate } from '../../workspace/route.ts'
import { printJson } from '../request/printJson.ts'
import type { TableShape } from '../request/queryTarget.ts'
import { formatBytes } from '../words/amounts.ts'
import styles from './ResultInspector.module.css'

export interface ResultInspectorProps {
  items: readonly Item[]
  table: TableShape
  design: TableDesign | undefined
}

export function ResultInspector({ items, table, design }: ResultInspectorProps) {
  const [item] = items
  const [style, setStyle] = useState<'typed' | 'plain'>('typed')
  if (!item) return null
  const text = style === 'plain' ? printPlainValue({ M: item }) : printJson(item)
  const entity = design && classifyItem(design, item)
  const key = primaryKeyOf(table, item)
  const isWhole = Object.keys(key).length === table.KeySchema.length
  return (
    <InspectorContent>
      <div className={styles.inspector}>
        <header className={styles.head}>
          <h2>{items.length === 1 ? 'Item returned' : `${plural(items.length, 'item')} selected`}</h2>
          {entity && <EntityChip color={entity.color} name={entity.name} />}
        </header>
        <p className={styles.size}>
          {plural(Object.keys(item).length, 'attribute')}, {formatBytes(itemSizeBytes(item))} as returned
        </p>
        <div className={styles.actions}>
          <SegmentedControl
            label="Style of JSON"
            size="small"
            value={style}
            segments={[
              { value: 'typed', label: 'DynamoDB' },
              { value: 'plain', label: 'Plain' },
            ]}
            onValue={(next) => setStyle(next)}
          />
          <Button size="small" tone="quiet" onClick={() => void copyText(text, 'Item')}>
            <Icon name="copy" size={13} />
            Copy
          </Button>
          {isWhole && (
            <Button
              size="small"
              tone="quiet"
              onClick={() => navigate({ view: 'items', index: undefined, key })}
            >
              Open in Items
            </Button>
          )}
        </div>
        <JsonText label="Item as JSON" text={text} />
      </div>
    </InspectorContent>
  )
}
