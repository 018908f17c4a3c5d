// What the placeholders of one expression stand for. The placeholders of a parsed text are numbered once
// ("slots"), in the order of the text; a request binds an attribute name or a value to each slot. So a text
// is compiled once and run for many requests.

import type { AttributeValue } from '../value/attributeValue.ts'
import type { PathNode } from './ast.ts'
import type { DocumentPath } from './documentPath.ts'

export interface Bindings {
  /** By slot; undefined where the request does not define the placeholder. */
  readonly names: readonly (string | undefined)[]
  readonly values: readonly (AttributeValue | undefined)[]
}

export class Slots {
  readonly names = new Map<string, number>()
  readonly values = new Map<string, number>()

  ofName(placeholder: string): number {
    return slotOf(this.names, placeholder)
  }

  ofValue(placeholder: string): number {
    return slotOf(this.values, placeholder)
  }
}

function slotOf(slots: Map<string, number>, placeholder: string): number {
  const slot = slots.get(placeholder) ?? slots.size
  slots.set(placeholder, slot)
  return slot
}

export function bindSlots(
  slots: Slots,
  names: Record<string, string> | undefined,
  values: Record<string, AttributeValue> | undefined,
): Bindings {
  return { names: lookUp(slots.names, names), values: lookUp(slots.values, values) }
}

function lookUp<Meaning>(
  slots: Map<string, number>,
  meanings: Record<string, Meaning> | undefined,
): readonly (Meaning | undefined)[] {
  if (slots.size === 0) return none
  const found: (Meaning | undefined)[] = []
  for (const placeholder of slots.keys()) found.push(meanings?.[placeholder])
  return found
}

const none: readonly never[] = []

/** A path of an expression: the document path itself, or steps of which some are slots of names. */
export interface PathReference {
  readonly literal: DocumentPath | undefined
  readonly steps: readonly (string | number | { slot: number })[]
}

export function referPath(path: PathNode, slots: Slots): PathReference {
  const steps = path.elements.map((element) => {
    if (element.kind === 'name') return element.name
    return element.kind === 'index' ? element.index : { slot: slots.ofName(element.placeholder) }
  })
  const isLiteral = steps.every((step) => typeof step !== 'object')
  return { literal: isLiteral ? (steps as DocumentPath) : undefined, steps }
}

/** To call once undefined placeholders have been ruled out. */
export function resolvePath({ literal, steps }: PathReference, bindings: Bindings): DocumentPath {
  if (literal !== undefined) return literal
  return steps.map((step) => (typeof step === 'object' ? (bindings.names[step.slot] as string) : step))
}

/** To call once undefined placeholders have been ruled out. */
export function valueAt(bindings: Bindings, slot: number): AttributeValue {
  return bindings.values[slot] as AttributeValue
}
