// What the lines of the picture are made of, worked out once an entry: its cells, their widths, its entity.

import type { Item } from '../../../engine/value/attributeValue.ts'
import { classifyItem } from '../../model/classifyItem.ts'
import type { Entity, TableDesign } from '../../model/design.ts'
import type { CollectionEntry } from '../reading/collectionSource.ts'
import type { TableShape } from '../tableShape.ts'
import { CellWidths, ghostWidth } from './cellWidths.ts'
import { type KeyWidths, keyWidths } from './keyWidths.ts'
import { attributeRanks, type LineCell, lineCells } from './lineCells.ts'

export interface BookedLine {
  cells: readonly LineCell[]
  entity: Entity | undefined
  /** Pixels that the cells beside the keys take. */
  width: number
}

type ShownEntry = Pick<CollectionEntry, 'item' | 'dropped' | 'classified'> & { isLeftOut?: boolean }

const CELL_GAP = 4

export class CellBook {
  readonly #shape: TableShape
  readonly #design: TableDesign | undefined
  readonly #widths: CellWidths
  #keyWidths: KeyWidths | undefined
  readonly #lines = new WeakMap<Item, BookedLine>()
  readonly #ranks = new Map<Entity | undefined, (name: string) => number>()

  constructor(shape: TableShape, design: TableDesign | undefined) {
    this.#shape = shape
    this.#design = design
    this.#widths = new CellWidths(shape.primaryKeys.map((key) => key.name))
  }

  /** Takes notice of entries that are about to be shown together. */
  learn(entries: readonly (CollectionEntry | undefined)[]): void {
    const fresh = entries.filter((entry) => entry && !this.#lines.has(entry.item))
    this.#widths.learn(fresh.flatMap((entry) => Object.entries(entry?.item ?? {})))
    const held = entries.filter((entry) => entry !== undefined)
    if (!this.#keyWidths && held.length > 0) {
      this.#keyWidths = keyWidths(this.#shape, held, (entry) => this.#entityOf(entry))
    }
  }

  lineOf(entry: ShownEntry): BookedLine {
    const known = this.#lines.get(entry.item)
    if (known) return known
    const entity = this.#entityOf(entry)
    const cells = lineCells(this.#shape, entry, { rankOf: this.#ranksOf(entity), isLeftOut: entry.isLeftOut })
    const beside = cells.filter((cell) => cell.kind === 'attribute' || cell.kind === 'ghost')
    const width = beside.reduce((sum, cell) => sum + this.widthOf(cell) + CELL_GAP, 0)
    const line = { cells, entity, width }
    this.#lines.set(entry.item, line)
    return line
  }

  get keyWidths(): KeyWidths {
    return this.#keyWidths ?? keyWidths(this.#shape, [], () => undefined)
  }

  #entityOf({ item, classified }: ShownEntry): Entity | undefined {
    return this.#design && classifyItem(this.#design, classified ?? item)
  }

  /** Pixels. */
  widthOf = (cell: LineCell): number => {
    const [name = ''] = cell.names
    return cell.kind === 'ghost' ? ghostWidth(name) : this.#widths.of(name)
  }

  #ranksOf(entity: Entity | undefined): (name: string) => number {
    const known = this.#ranks.get(entity)
    if (known) return known
    const ranks = attributeRanks(this.#design, entity)
    this.#ranks.set(entity, ranks)
    return ranks
  }
}
