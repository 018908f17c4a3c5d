// The cells of one item's line: the keys of the table or index shown, then the item's other attributes in an
// order that items of one entity share, then ghosts of the attributes that the index's projection drops.

import type { AttributeValue, Item } from '../../../engine/value/attributeValue.ts'
import type { Entity, TableDesign } from '../../model/design.ts'
import type { CollectionEntry } from '../reading/collectionSource.ts'
import type { TableShape } from '../tableShape.ts'

export interface LineCell {
  kind: 'hash' | 'range' | 'attribute' | 'ghost'
  /** Attribute names: several for a key of several attributes. */
  names: readonly string[]
  /** Undefined for a ghost and for a key of several attributes. */
  value: AttributeValue | undefined
  /** Belongs to the table's primary key. */
  isPrimaryKey: boolean
}

export interface CellsOptions {
  /** The place of an attribute among the others. */
  rankOf(name: string): number
  /** The index leaves the item out: its partition key is told among the attributes. */
  isLeftOut?: boolean | undefined
}

export function lineCells(
  shape: TableShape,
  { item, dropped }: Pick<CollectionEntry, 'item' | 'dropped'>,
  { rankOf, isLeftOut }: CellsOptions,
): LineCell[] {
  const leading = [keyCell(shape, 'hash', item)]
  if (shape.rangeKeys.length > 0) leading.push(keyCell(shape, 'range', item))
  const shown = new Set(leading.flatMap((cell) => (isLeftOut && cell.kind === 'hash' ? [] : cell.names)))
  const primary = shape.primaryKeys.map((key) => key.name)
  const rank = (name: string) =>
    primary.includes(name) ? primary.indexOf(name) - primary.length : rankOf(name)
  const names = Object.keys(item).filter((name) => !shown.has(name))
  names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return [
    ...leading,
    ...names.map((name) => attributeCell(name, item[name], primary.includes(name))),
    ...dropped.map(
      ({ name }): LineCell => ({ kind: 'ghost', names: [name], value: undefined, isPrimaryKey: false }),
    ),
  ]
}

function keyCell(shape: TableShape, kind: 'hash' | 'range', item: Item): LineCell {
  const keys = kind === 'hash' ? shape.hashKeys : shape.rangeKeys
  const names = keys.map((key) => key.name)
  const [only] = names
  return {
    kind,
    names,
    value: names.length === 1 && only !== undefined ? item[only] : undefined,
    isPrimaryKey: names.some((name) => shape.primaryKeys.some((key) => key.name === name)),
  }
}

function attributeCell(name: string, value: AttributeValue | undefined, isPrimaryKey: boolean): LineCell {
  return { kind: 'attribute', names: [name], value, isPrimaryKey }
}

/** The order of attributes: as the entity lists them, then as the design knows them, then the others. */
export function attributeRanks(
  design: TableDesign | undefined,
  entity: Entity | undefined,
): (name: string) => number {
  const ranks = new Map<string, number>()
  const listed = [
    ...(entity?.attributes ?? []),
    ...(design?.attributes ?? []).map((attribute) => attribute.name),
  ]
  for (const name of listed) if (!ranks.has(name)) ranks.set(name, ranks.size)
  return (name) => ranks.get(name) ?? Number.MAX_SAFE_INTEGER
}
