// The items that came back as JSON, a page at a time: DynamoDB JSON with its types, or plain.

import { lazy, Suspense, useMemo, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { printPlainItems } from '../../values/plainJson.ts'
import { copyText } from '../../workspace/copyText.ts'
import { plural } from '../../workspace/plural.ts'
import { printJson } from '../request/printJson.ts'
import { formatCount } from '../words/amounts.ts'
import styles from './ResultJson.module.css'
import type { ReadPage } from './readPage.ts'

const JsonEditor = lazy(() =>
  import('../../editor/JsonEditor.tsx').then((module) => ({ default: module.JsonEditor })),
)

export function ResultJson({ pages }: { pages: readonly ReadPage[] }) {
  const [style, setStyle] = useState<'typed' | 'plain'>('typed')
  const [shown, setShown] = useState(0)
  const page = pages[Math.min(shown, pages.length - 1)]
  const text = useMemo(() => (page ? printPage(page, style) : ''), [page, style])
  return (
    <div className={styles.json}>
      <div className={styles.bar}>
        <SegmentedControl
          label="Style of JSON"
          size="small"
          value={style}
          segments={[
            { value: 'typed', label: 'DynamoDB JSON' },
            { value: 'plain', label: 'Plain JSON' },
          ]}
          onValue={(next) => setStyle(next)}
        />
        {pages.length > 1 && (
          <Select
            size="small"
            aria-label="Page shown"
            value={String(shown)}
            options={pages.map(({ count }, index) => ({
              value: String(index),
              label: `Page ${formatCount(index + 1)}, ${plural(count, 'item')}`,
            }))}
            onValue={(value) => setShown(Number(value))}
          />
        )}
        <Button size="small" tone="quiet" onClick={() => void copyText(text, 'Items')}>
          <Icon name="copy" size={13} />
          Copy
        </Button>
      </div>
      <div className={styles.text}>
        <Suspense>
          <JsonEditor label="Items returned, as JSON" value={text} />
        </Suspense>
      </div>
    </div>
  )
}

function printPage(page: ReadPage, style: 'typed' | 'plain'): string {
  return style === 'plain' ? printPlainItems(page.items) : printJson(page.items)
}
