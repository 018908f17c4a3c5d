// The items of a table's source lists (its own data and that of its facets): each is repaired, checked
// against the keys of the table and its indexes as PutItem would, and placed; one whose key is taken, or
// that DynamoDB would refuse, is set apart as it stood. The first with a key keeps its place.

import type { CreateTableInput } from '../../engine/api.ts'
import type { AttributeType, Item } from '../../engine/value/attributeValue.ts'
import { equalValues } from '../../engine/value/compareValues.ts'
import type { UnplacedItem } from '../model/design.ts'
import { keyText } from '../model/keyText.ts'
import { elementPath } from '../values/jsonDocument.ts'
import { type ItemRules, itemRulesOf, readItem } from './readItem.ts'
import type { Note } from './report.ts'

export interface ItemList {
  list: unknown[]
  /** JSON path of the list in the source. */
  path: string
  /** The list by names, which stay the same when the design is exported. */
  place: string
  facet?: string
}

export interface PlacedItems {
  /** For each list, the items that stood there first. */
  placed: Item[][]
  unplaced: UnplacedItem[]
}

export function placeItems(
  lists: ItemList[],
  definition: CreateTableInput,
  declaredTypes: ReadonlyMap<string, AttributeType>,
  note: Note,
): PlacedItems {
  const placer = new ItemPlacer(definition, itemRulesOf(definition, declaredTypes), note)
  for (const source of lists) placer.addList(source)
  return placer
}

interface Place {
  /** JSON path of the item in the source. */
  path: string
  list: Item[]
  position: number
}

interface Refusal {
  /** Kept with the design: free of places in the source, which an export changes. */
  reason: string
  /** The same for the report. */
  told?: string
}

class ItemPlacer implements PlacedItems {
  readonly placed: Item[][] = []
  readonly unplaced: UnplacedItem[] = []
  private readonly places = new Map<string, Place>()
  private readonly definition: CreateTableInput
  private readonly rules: ItemRules
  private readonly note: Note

  constructor(definition: CreateTableInput, rules: ItemRules, note: Note) {
    this.definition = definition
    this.rules = rules
    this.note = note
  }

  addList({ list, path: listPath, place, facet }: ItemList): void {
    const items: Item[] = []
    this.placed.push(items)
    list.forEach((json, position) => {
      const path = elementPath(listPath, position)
      const read = readItem(json, path, this.rules, this.note)
      const refusal = 'reason' in read ? { reason: read.reason } : this.add(read.item, path, items)
      if (refusal === undefined) return
      const { reason, told = reason } = refusal
      this.note('kept', path, `Set apart, because ${told}. It is exported again.`)
      this.unplaced.push({ path: place, value: json, reason, ...(facet !== undefined && { facet }) })
    })
  }

  private add(item: Item, path: string, list: Item[]): Refusal | undefined {
    const key = keyText(this.definition, item)
    const taken = this.places.get(key)
    if (taken !== undefined) return this.merge(item, path, list, taken)
    this.places.set(key, { path, list, position: list.length })
    list.push(item)
    return undefined
  }

  // Facets may each show a part of one item; in one list, a second item with the same key is another item.
  private merge(item: Item, path: string, list: Item[], taken: Place): Refusal | undefined {
    const first = taken.list[taken.position]!
    const conflict = Object.keys(item).find((name) => {
      const value = first[name]
      return value === undefined ? list === taken.list : !equalValues(value, item[name]!)
    })
    if (conflict !== undefined) {
      const withAnother = `has the same key, with another ${conflict}`
      return { reason: `an earlier item ${withAnother}`, told: `${taken.path} ${withAnother}` }
    }
    taken.list[taken.position] = Object.assign(first, { ...item, ...first })
    this.note('repaired', path, `The same item as ${taken.path}: the two were read as one.`)
    return undefined
  }
}
