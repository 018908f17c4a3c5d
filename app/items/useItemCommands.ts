import { useEffect, useRef } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { type Command, registerCommands } from '../workspace/commands.ts'
import { copyText } from '../workspace/copyText.ts'
import { useInspectorSlot } from '../workspace/inspectorSlot.tsx'
import { printDynamoDBJson } from './cellMenu.ts'
import { copyItems, removeItems } from './itemActions.ts'
import { selectNothing } from './selecting.ts'
import type { TableShape } from './tableShape.ts'

/** Keys pressed on a button of a dialog or in a menu are not meant for the items behind it. */
function isInPopup(focused: Element | null): boolean {
  return (
    focused?.matches(':is([role=dialog], [role=alertdialog], [role=menu]) :not(input, textarea)') ?? false
  )
}

/** Delete acts on what one looks at: the items, the inspector, the palette that finds it, or nothing at all. */
function isAtItems(focused: Element | null): boolean {
  if (!focused || focused === document.body) return true
  const inspector = useInspectorSlot.getState().element
  return inspector?.contains(focused) || focused.closest('[role=grid], [role=dialog]') !== null
}

/** Puts what can be done with the selected items into the registry of commands. */
export function useItemCommands(shape: TableShape, items: readonly Item[], add: () => void): void {
  const latest = useRef({ items, add })
  latest.current = { items, add }
  useEffect(() => {
    const hasItems = () => latest.current.items.length > 0 && !isInPopup(document.activeElement)
    const commands: Command[] = [
      {
        name: 'items.add',
        label: 'Add an item',
        keywords: 'new put create',
        keys: 'N',
        run: () => latest.current.add(),
      },
      {
        name: 'items.duplicate',
        label: 'Duplicate the selected items',
        keys: 'Mod+D',
        when: hasItems,
        run: () => copyItems(shape, latest.current.items),
      },
      {
        name: 'items.delete',
        label: 'Delete the selected items',
        keys: 'Delete',
        when: () => hasItems() && isAtItems(document.activeElement),
        run: () => removeItems(shape, latest.current.items),
      },
      {
        name: 'items.copy',
        label: 'Copy the selected items as DynamoDB JSON',
        when: hasItems,
        run: () => copyText(printDynamoDBJson(latest.current.items), 'DynamoDB JSON'),
      },
      {
        name: 'items.deselect',
        label: 'Select nothing',
        keys: 'Escape',
        when: hasItems,
        run: () => selectNothing(),
      },
    ]
    return registerCommands(commands.map((command) => ({ ...command, group: 'Items' })))
  }, [shape])
}
