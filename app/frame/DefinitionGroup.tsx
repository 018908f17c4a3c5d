import { useState } from 'react'
import type { TableDescription } from '../../engine/api.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { JsonText } from '../ui/JsonText.tsx'
import { copyText } from '../workspace/copyText.ts'
import { definitionOf } from '../workspace/definitionOf.ts'
import styles from './DefinitionGroup.module.css'
import { formatCount } from './format.ts'
import { Facts, InspectorGroup } from './InspectorParts.tsx'

/** Billing, and the table as CreateTable takes it. */
export function DefinitionGroup({ table }: { table: TableDescription }) {
  const [shown, setShown] = useState(false)
  const text = JSON.stringify(definitionOf(table), undefined, 2)
  return (
    <InspectorGroup title="Definition">
      <Facts facts={billingFacts(table)} />
      <div className={styles.actions}>
        <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'} CreateTable
        </Button>
        <IconButton
          icon="copy"
          size="small"
          label="Copy the CreateTable JSON"
          onClick={() => void copyText(text, 'CreateTable JSON')}
        />
      </div>
      {shown && (
        <div className={styles.json}>
          <JsonText text={text} label="CreateTable request" />
        </div>
      )}
    </InspectorGroup>
  )
}

function billingFacts(table: TableDescription): [string, string][] {
  if (table.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST') return [['Billing', 'On demand']]
  const { ReadCapacityUnits, WriteCapacityUnits } = table.ProvisionedThroughput
  return [
    ['Billing', 'Provisioned'],
    ['Capacity', `${formatCount(ReadCapacityUnits)} read, ${formatCount(WriteCapacityUnits)} write units`],
  ]
}
