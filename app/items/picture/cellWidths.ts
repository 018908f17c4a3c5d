// How wide cells are: by the values that were seen first, the same for all items, so that items of one
// entity stand in columns without a table, and nothing moves while more items load.

import type { AttributeValue } from '../../../engine/value/attributeValue.ts'
import { typeMark, valueSummary } from '../../grid/valueSummary.ts'
import { textWidth } from './textWidth.ts'

const NARROWEST = 56
const NARROWEST_VALUE = 32
const WIDEST = 300
const PADDING = 17
const GAP = 6
const MARK = 26
const KEY = 16
const SLANT = 5

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
  return textWidth(name, 'name') + PADDING + 2
}

function widthOf(name: string, value: AttributeValue, isKey: boolean): number {
  const isMono = isKey || 'N' in value || 'B' in value || 'NS' in value || 'BS' in value
  const text = Math.max(NARROWEST_VALUE, textWidth(valueSummary(value, 40), isMono ? 'mono' : 'value'))
  const signs =
    (typeMark(value) ? MARK : 0) + (isKey ? KEY : 0) + ('BOOL' in value || 'NULL' in value ? SLANT : 0)
  const width = textWidth(name, 'name') + GAP + text + PADDING + signs
  return Math.min(WIDEST, Math.max(NARROWEST, width))
}
