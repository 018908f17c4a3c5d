// A batch touches many pages. Were it to stop at the first one missing, it would be run again for each; so
// every part is tried, and all missing pages are asked for at once.

import { type Page, PageFault } from '../table/page.ts'

/** Like map, but throws one PageFault for all parts. */
export function gatherPageFaults<Part, Result>(
  parts: readonly Part[],
  read: (part: Part, place: number) => Result,
): Result[] {
  const results: Result[] = []
  const pages = new Set<Page>()
  for (const [place, part] of parts.entries()) {
    try {
      results.push(read(part, place))
    } catch (fault) {
      if (!(fault instanceof PageFault)) throw fault
      for (const page of fault.pages) pages.add(page)
    }
  }
  if (pages.size > 0) throw new PageFault([...pages])
  return results
}
