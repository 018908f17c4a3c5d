// Brings an item into view: the one that the address names, one that was just added or moved, one found.

import { type RefObject, useEffect, useRef } from 'react'
import type { AttributeMap } from '../../engine/value/attributeValue.ts'
import { itemKeyText } from '../grid/itemKeyText.ts'
import { notifyError } from '../workspace/notify.ts'
import { useRoute } from '../workspace/route.ts'
import { selectItems, useSelection } from '../workspace/selection.ts'
import { readItem } from './itemActions.ts'
import { revealItem, useItemsState } from './itemsState.ts'
import type { PictureHandle } from './picture/pictureProps.ts'
import type { CollectionSource } from './reading/collectionSource.ts'
import { findPosition, orderingKey } from './reading/readOrder.ts'
import { primaryKeyOf, type TableShape } from './tableShape.ts'

export function useReveal(
  shape: TableShape,
  source: CollectionSource,
  picture: RefObject<PictureHandle | null>,
): void {
  useRouteKey(shape)
  const wanted = useItemsState((state) =>
    state.reveal?.table === shape.tableName ? state.reveal : undefined,
  )
  useEffect(() => {
    if (!wanted) return
    revealPosition(shape, source, wanted.key).then(
      (position) => {
        if (useItemsState.getState().reveal !== wanted) return
        useItemsState.setState({ reveal: undefined })
        if (position === undefined) return
        picture.current?.reveal(position)
        // What had the focus, such as the button that added the item, may be gone.
        if (document.activeElement === document.body) picture.current?.focus()
      },
      (error: unknown) => notifyError('Could not show the item', error),
    )
  }, [wanted, shape, source, picture])
}

async function revealPosition(
  shape: TableShape,
  source: CollectionSource,
  key: AttributeMap,
): Promise<number | undefined> {
  const isWhole = [...shape.hashKeys, ...shape.rangeKeys].every(({ name }) => key[name])
  const item = isWhole ? key : await readItem(shape.tableName, primaryKeyOf(shape, key))
  return item && findPosition(source, shape, orderingKey(shape, item))
}

/** Selects the item that the address names, unless it is selected already. */
function useRouteKey(shape: TableShape): void {
  const { key, table } = useRoute()
  const handled = useRef('')
  useEffect(() => {
    if (!key || table !== shape.tableName) return
    const keyNames = shape.primaryKeys.map(({ name }) => name)
    const text = itemKeyText(key, keyNames)
    if (handled.current === text) return
    handled.current = text
    const selection = useSelection.getState()
    const isSelected =
      selection.table === table && selection.items.some((item) => itemKeyText(item.key, keyNames) === text)
    if (isSelected) return
    readItem(table, key).then(
      (item) => {
        if (!item) return
        selectItems(table, [{ key, item }])
        revealItem(table, item)
      },
      () => {
        // A link to a key that this table cannot have.
      },
    )
  }, [key, table, shape])
}
