// The attribute by which designs tell their entities apart, by the names that people give it.

import type { Item } from '../../engine/value/attributeValue.ts'

// Said of nothing but the kind of item.
const plain = [
  'entitytype',
  'entity',
  'typename',
  'itemtype',
  'recordtype',
  'objecttype',
  'et',
  'entityname',
  'discriminator',
]
// May just as well be a property of the item.
const vague = ['type', 'kind', 'model', 'class', 'category']

/** The smaller, the surer; undefined for a name that says nothing of the kind. */
export function typeAttributeRank(name: string): number | undefined {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '')
  const rank = [...plain, ...vague].indexOf(bare)
  return rank < 0 ? undefined : rank
}

export function isPlainTypeAttribute(name: string): boolean {
  return (typeAttributeRank(name) ?? plain.length) < plain.length
}

/** The surest first; key attributes do not count. */
export function findTypeAttributes(items: Iterable<Item>, keyNames: readonly string[]): string[] {
  const ranks = new Map<string, number>()
  const seen = new Set<string>(keyNames)
  for (const item of items) {
    for (const name in item) {
      if (seen.has(name)) continue
      seen.add(name)
      const rank = typeAttributeRank(name)
      if (rank !== undefined) ranks.set(name, rank)
    }
  }
  return [...ranks].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
}

export function typeText(item: Item, attributeName: string): string | undefined {
  const value = item[attributeName]
  return value !== undefined && 'S' in value && value.S !== '' ? value.S : undefined
}
