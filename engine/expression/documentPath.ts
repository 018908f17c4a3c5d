// A document path whose placeholders have been resolved: attribute names and list positions, starting
// with the name of a top-level attribute. The text ["a", 0, "b"] of a[0].b.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.Attributes.html

import type { AttributeMap, AttributeValue, Item } from '../value/attributeValue.ts'

export type DocumentPath = readonly (string | number)[]

/** The attribute of this name, never something inherited from a prototype. */
export function findAttribute(map: AttributeMap, name: string): AttributeValue | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined
}

/** What stands at the path; undefined where a part of it is missing or is neither map nor list. */
export function findAtPath(item: Item, path: DocumentPath): AttributeValue | undefined {
  let value = findAttribute(item, path[0] as string)
  for (let i = 1; i < path.length && value !== undefined; i++) {
    value = findStep(value, path[i] as string | number)
  }
  return value
}

function findStep(value: AttributeValue, step: string | number): AttributeValue | undefined {
  if (typeof step === 'number') return 'L' in value ? value.L[step] : undefined
  return 'M' in value ? findAttribute(value.M, step) : undefined
}

/** As DynamoDB's messages write a path: `[a, [0], b]`. */
export function printDocumentPath(path: DocumentPath): string {
  return `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`
}

export function equalPaths(a: DocumentPath, b: DocumentPath): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i])
}

/** The problem of the first two paths that overlap, else of the first two that conflict. */
export function findPathProblem(paths: readonly DocumentPath[]): string | undefined {
  let conflict: string | undefined
  for (let later = 1; later < paths.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const one = paths[earlier] as DocumentPath
      const two = paths[later] as DocumentPath
      const relation = relate(one, two)
      if (relation === 'overlap') return describe(relation, one, two)
      if (relation === 'conflict') conflict ??= describe(relation, one, two)
    }
  }
  return conflict
}

/** Overlap: one path is the beginning of the other. Conflict: one wants a map where the other wants a list. */
function relate(one: DocumentPath, two: DocumentPath): 'overlap' | 'conflict' | undefined {
  const length = Math.min(one.length, two.length)
  for (let i = 0; i < length; i++) {
    if (one[i] === two[i]) continue
    return typeof one[i] === typeof two[i] ? undefined : 'conflict'
  }
  return 'overlap'
}

function describe(relation: 'overlap' | 'conflict', one: DocumentPath, two: DocumentPath): string {
  return (
    `Two document paths ${relation} with each other; must remove or rewrite one of these paths; ` +
    `path one: ${printDocumentPath(one)}, path two: ${printDocumentPath(two)}`
  )
}
