import uFuzzy from '@leeoniya/ufuzzy'
import type { PaletteEntry } from './paletteEntries.ts'

// One typo a word; words may come in any order.
const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1 })

/** The entries that match, best first; all of them, in their order, while nothing is typed. */
export function searchPalette(entries: readonly PaletteEntry[], needle: string): PaletteEntry[] {
  if (!needle.trim()) return [...entries]
  const haystack = entries.map(
    ({ label, detail = '', keywords = '', group }) => `${label} ${detail} ${keywords} ${group}`,
  )
  const [matches, info, order] = fuzzy.search(haystack, needle, 1)
  const places = order && info ? order.map((place) => info.idx[place]) : (matches ?? [])
  return places.flatMap((place) => (place === undefined ? [] : (entries[place] ?? [])))
}
