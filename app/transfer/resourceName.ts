import { isResourceName } from '../model/checkDesign.ts'

/** A name that DynamoDB takes and that is not taken yet, as near to the given one as can be. */
export function resourceName(given: string | undefined, kind: string, taken: ReadonlySet<string>): string {
  let base = (given ?? kind)
    .trim()
    .replace(/[^a-zA-Z0-9_.-]+/g, '_')
    .slice(0, 250)
  if (!isResourceName(base)) base = `${base}-${kind}`
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`
    if (!taken.has(name)) return name
  }
}
