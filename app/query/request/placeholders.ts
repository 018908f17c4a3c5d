// Gives attribute names and values their places in expressions: plain names stay as they are, reserved
// words and odd names get an alias (`#status`), every value a placeholder called after its attribute
// (`:SK`, `:SK1`). Names and values end as the two maps of the request.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeNames.html

import { isReservedWord } from '../../../engine/expression/reservedWords.ts'
import type { AttributeValue } from '../../../engine/value/attributeValue.ts'
import type { PathElement } from './documentPathText.ts'

export interface Placeholders {
  /** The path as an expression writes it. */
  path(elements: readonly PathElement[]): string
  /** A new placeholder for the value; `hint` is the attribute that it is compared with. */
  value(value: AttributeValue, hint: string): string
  /** Placeholders for values of one attribute: numbered when there are several. */
  values(values: readonly AttributeValue[], hint: string): string[]
  /** Keeps a placeholder that someone else chose. */
  keepName(placeholder: string, name: string): void
  keepValue(placeholder: string, value: AttributeValue): void
  maps(): {
    ExpressionAttributeNames?: Record<string, string>
    ExpressionAttributeValues?: Record<string, AttributeValue>
  }
}

const LITERAL_NAME = /^[A-Za-z][A-Za-z0-9_]*$/
// Placeholders may have 255 bytes with their prefix; long names get short aliases.
const LONGEST_STEM = 40

/** `reserved` are placeholders that must not be given out, with their prefixes. */
export function createPlaceholders(reserved: Iterable<string> = []): Placeholders {
  const taken = new Set(reserved)
  const names = new Map<string, string>()
  const values = new Map<string, AttributeValue>()

  function claim(prefix: string, hint: string): string {
    const stem = prefix + stemOf(hint)
    let placeholder = stem
    for (let number = 2; taken.has(placeholder); number += 1) placeholder = `${stem}${number}`
    taken.add(placeholder)
    return placeholder
  }
  function nameOf(name: string): string {
    if (LITERAL_NAME.test(name) && !isReservedWord(name)) return name
    for (const [placeholder, known] of names) if (known === name) return placeholder
    const placeholder = claim('#', name)
    names.set(placeholder, name)
    return placeholder
  }
  function claimValue(value: AttributeValue, hint: string): string {
    const placeholder = claim(':', hint)
    values.set(placeholder, value)
    return placeholder
  }
  return {
    path: (elements) =>
      elements
        .map((element, position) => {
          if (typeof element === 'number') return `[${element}]`
          return position === 0 ? nameOf(element) : `.${nameOf(element)}`
        })
        .join(''),
    value: claimValue,
    values: (all, hint) =>
      all.map((value, index) => claimValue(value, all.length > 1 ? `${stemOf(hint)}${index + 1}` : hint)),
    keepName(placeholder, name) {
      taken.add(placeholder)
      names.set(placeholder, name)
    },
    keepValue(placeholder, value) {
      taken.add(placeholder)
      values.set(placeholder, value)
    },
    maps: () => ({
      ...(names.size > 0 ? { ExpressionAttributeNames: Object.fromEntries(names) } : {}),
      ...(values.size > 0 ? { ExpressionAttributeValues: Object.fromEntries(values) } : {}),
    }),
  }
}

function stemOf(hint: string): string {
  const stem = hint.replace(/[^A-Za-z0-9_]/g, '_').slice(0, LONGEST_STEM)
  return stem === '' ? 'v' : stem
}
