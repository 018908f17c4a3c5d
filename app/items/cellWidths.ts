// How wide an attribute's cells are: by the values of it that were seen first, the same for all items, so
// that items of one entity stand in columns without a table, and nothing moves while more items load.

import type { AttributeValue } from '../../engine/value/attributeValue.ts'
import { typeMark, valueSummary } from '../grid/valueSummary.ts'

const NARROWEST = 64
const WIDEST = 300
const PADDING = 20
const GAP = 6
const NAME_CHARACTER = 6.1
const TEXT_CHARACTER = 7.2
const MONO_CHARACTER = 7.6
const MARK = 24
const KEY = 16

export class CellWidths {
  readonly #widths = new Map<string, number>()
  readonly #keyNames: ReadonlySet<string>

  /** Values of these are monospaced and marked with a key. */
  constructor(keyNames: Iterable<string>) {
    this.#keyNames = new Set(keyNames)
  }

  /** Takes notice of values before they are shown; what was seen earlier keeps its width. */
  learn(values: Iterable<readonly [name: string, value: AttributeValue]>): void {
    const fresh = new Map<string, number>()
    for (const [name, value] of values) {
      if (this.#widths.has(name)) continue
      fresh.set(name, Math.max(fresh.get(name) ?? 0, widthOf(name, value, this.#keyNames.has(name))))
    }
    for (const [name, width] of fresh) this.#widths.set(name, width)
  }

  /** Pixels. */
  of(name: string): number {
    return this.#widths.get(name) ?? NARROWEST
  }
}

export function ghostWidth(name: string): number {
  return Math.round(name.length * NAME_CHARACTER + PADDING)
}

function widthOf(name: string, value: AttributeValue, isKey: boolean): number {
  const isMono = isKey || 'N' in value || 'B' in value || 'NS' in value || 'BS' in value
  const text = valueSummary(value, 40).length * (isMono ? MONO_CHARACTER : TEXT_CHARACTER)
  const width =
    name.length * NAME_CHARACTER + GAP + text + PADDING + (typeMark(value) ? MARK : 0) + (isKey ? KEY : 0)
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
}
