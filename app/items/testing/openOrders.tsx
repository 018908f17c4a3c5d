// A project with the table of orders, on the real engine in its worker, as component tests need it.

import '../../theme/base.css'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { createTableDesign } from '../../model/design.ts'
import { watchChanges } from '../../workspace/changes.ts'
import { call } from '../../workspace/engine.ts'
import { offerInspectorSlot } from '../../workspace/inspectorSlot.tsx'
import { changeDesign } from '../../workspace/project.ts'
import { createProject } from '../../workspace/projects.ts'
import { navigate } from '../../workspace/route.ts'
import { refreshTables, watchTables } from '../../workspace/tables.ts'
import { ItemsView } from '../ItemsView.tsx'
import { ordersDefinition, ordersDesign } from './ordersTable.ts'

let isWatching = false

/** Opens a new project with the table and these items, in view. */
export async function openOrders(items: readonly Item[]): Promise<void> {
  if (!isWatching) {
    isWatching = true
    watchChanges()
    watchTables()
  }
  await createProject('Orders')
  await call('CreateTable', ordersDefinition)
  for (const item of items) await call('PutItem', { TableName: 'Orders', Item: item })
  await changeDesign((design) => ({
    ...design,
    tables: [{ ...createTableDesign(ordersDefinition), entities: ordersDesign.entities }],
  }))
  await refreshTables()
  navigate({ view: 'items', table: 'Orders', index: undefined, key: undefined, layout: undefined })
}

/** The view between the panes that it fills. */
export function ItemsStage() {
  return (
    <div style={{ display: 'flex', width: 1200, height: 700 }}>
      <div style={{ width: 880 }}>
        <ItemsView />
      </div>
      <aside ref={offerInspectorSlot} aria-label="Inspector" style={{ width: 320, overflow: 'auto' }} />
    </div>
  )
}
