// Conditions and updates once more, written as simply as can be and without the room's own machinery: what
// the laws compare the real ones with. Values here are plain: numbers are small, binaries are Latin-1 text.

import type { AttributeMap, AttributeValue } from '../../value/attributeValue.ts'
import type * as ast from '../ast.ts'

export interface Meanings {
  names: Record<string, string>
  values: Record<string, AttributeValue>
}

type Json = Record<string, unknown>

/** Values are equal when this text is. */
export function fingerprint(value: AttributeValue): string {
  const [type, payload] = Object.entries(value)[0] as [string, unknown]
  if (type === 'L') return `L[${(payload as AttributeValue[]).map(fingerprint).join()}]`
  if (type === 'M') {
    const members = Object.entries(payload as AttributeMap)
    return `M{${members
      .map(([name, member]) => `${JSON.stringify(name)}:${fingerprint(member)}`)
      .sort()
      .join()}}`
  }
  if (type.length === 2) return `${type}${JSON.stringify([...(payload as string[])].sort())}`
  return `${type}${JSON.stringify(payload)}`
}

export function naiveRead(
  path: ast.PathNode,
  item: AttributeMap,
  { names }: Meanings,
): AttributeValue | undefined {
  let current: Json | undefined = { M: item }
  for (const element of path.elements) {
    if (element.kind === 'index') current = (current?.L as Json[] | undefined)?.[element.index]
    else {
      const name = element.kind === 'name' ? element.name : (names[element.placeholder] as string)
      current = new Map(Object.entries((current?.M as Record<string, Json> | undefined) ?? {})).get(name)
    }
  }
  return current as AttributeValue | undefined
}

function naiveOperand(
  operand: ast.Operand,
  item: AttributeMap,
  meanings: Meanings,
): AttributeValue | undefined {
  if (operand.kind === 'path') return naiveRead(operand, item, meanings)
  if (operand.kind === 'value') return meanings.values[operand.placeholder]
  const value = naiveOperand((operand as ast.FunctionNode).operands[0] as ast.Operand, item, meanings)
  if (value === undefined) return undefined
  const [type, payload] = Object.entries(value)[0] as [string, unknown]
  if (type === 'B') return { N: String(Buffer.from(payload as string, 'base64').length) }
  if (type === 'M') return { N: String(Object.keys(payload as object).length) }
  return ['S', 'L', 'SS', 'NS', 'BS'].includes(type) ? { N: String((payload as string).length) } : undefined
}

/** NaN when the values have no order. */
function naiveOrder(a: AttributeValue, b: AttributeValue): number {
  const [left, right] = [a as Json, b as Json]
  if ('S' in left && 'S' in right)
    return Buffer.compare(Buffer.from(left.S as string), Buffer.from(right.S as string))
  if ('N' in left && 'N' in right) return Number(left.N) - Number(right.N)
  if (!('B' in left && 'B' in right)) return Number.NaN
  return Buffer.compare(Buffer.from(left.B as string, 'base64'), Buffer.from(right.B as string, 'base64'))
}

export function naiveMatch(condition: ast.Condition, item: AttributeMap, meanings: Meanings): boolean {
  const read = (operand: ast.Operand | undefined) => operand && naiveOperand(operand, item, meanings)
  switch (condition.kind) {
    case 'and':
      return condition.conditions.every((part) => naiveMatch(part, item, meanings))
    case 'or':
      return condition.conditions.some((part) => naiveMatch(part, item, meanings))
    case 'not':
      return !naiveMatch(condition.condition, item, meanings)
    case 'comparison':
      return naiveComparison(condition.operator, read(condition.left), read(condition.right))
    case 'between':
      return (
        naiveComparison('>=', read(condition.operand), read(condition.lower)) &&
        naiveComparison('<=', read(condition.operand), read(condition.upper))
      )
    case 'in':
      return condition.candidates.some((other) => naiveComparison('=', read(condition.operand), read(other)))
    case 'function':
      return naiveFunction(condition.name, read(condition.operands[0]), read(condition.operands[1]))
  }
}

function naiveComparison(
  operator: string,
  a: AttributeValue | undefined,
  b: AttributeValue | undefined,
): boolean {
  const equal = a !== undefined && b !== undefined && fingerprint(a) === fingerprint(b)
  if (operator === '=') return equal
  if (operator === '<>') return !equal
  if (a === undefined || b === undefined) return false
  const order = naiveOrder(a, b)
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  return operator === '>' ? order > 0 : order >= 0
}

function naiveFunction(name: string, a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  if (name === 'attribute_exists') return a !== undefined
  if (name === 'attribute_not_exists') return a === undefined
  if (a === undefined || b === undefined) return false
  const [typeA, left] = Object.entries(a)[0] as [string, never]
  const [typeB, right] = Object.entries(b)[0] as [string, never]
  if (name === 'attribute_type') return typeA === right
  const latin = (text: string) => (typeA === 'B' ? Buffer.from(text, 'base64').toString('latin1') : text)
  if (typeA === 'L')
    return name === 'contains' && (left as AttributeValue[]).some((e) => fingerprint(e) === fingerprint(b))
  if (typeA === `${typeB}S`) return name === 'contains' && new Set<string>(left).has(right)
  if (typeA !== typeB || (typeA !== 'S' && typeA !== 'B')) return false
  const position = latin(left).indexOf(latin(right))
  return name === 'contains' ? position >= 0 : position === 0
}

/** A value taken apart so that it can be changed in place; anything but maps and lists is a leaf. */
type Loose = { map: Map<string, Loose> } | { list: (Loose | 'gone')[] } | { leaf: AttributeValue }

function loosen(value: AttributeValue): Loose {
  if ('M' in value)
    return { map: new Map(Object.entries(value.M).map(([name, member]) => [name, loosen(member)])) }
  return 'L' in value ? { list: value.L.map(loosen) } : { leaf: value }
}

function tighten(value: Loose): AttributeValue {
  if ('leaf' in value) return value.leaf
  if ('list' in value) return { L: value.list.filter((element) => element !== 'gone').map(tighten) }
  const map = Object.create(null) as AttributeMap
  for (const [name, member] of value.map) map[name] = tighten(member)
  return { M: map }
}

class Refused extends Error {}

/** Undefined where DynamoDB would refuse the update of this item. */
export function naiveUpdate(
  update: ast.Update,
  item: AttributeMap,
  meanings: Meanings,
): AttributeMap | undefined {
  try {
    const writes = update.sections.flatMap((section) => naiveWrites(section, item, meanings))
    // Additions beyond the end of a list come in the order of their positions.
    writes.sort((a, b) => lastIndex(a.path) - lastIndex(b.path))
    const root = loosen({ M: item })
    for (const { path, value } of writes) naiveWrite(root, path, value, meanings)
    return (tighten(root) as { M: AttributeMap }).M
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

function lastIndex(path: ast.PathNode): number {
  const last = path.elements[path.elements.length - 1]
  return last?.kind === 'index' ? last.index : -1
}

interface Write {
  path: ast.PathNode
  value: AttributeValue | 'gone'
}

function naiveWrites(section: ast.UpdateSection, item: AttributeMap, meanings: Meanings): Write[] {
  if (section.kind === 'REMOVE') return section.actions.map(({ path }) => ({ path, value: 'gone' }))
  if (section.kind === 'SET') {
    return section.actions.map(({ path, value }) => ({ path, value: naiveSetValue(value, item, meanings) }))
  }
  return section.actions.flatMap(({ path, value }) => {
    const stored = naiveRead(path, item, meanings)
    const operand = meanings.values[value.placeholder] as AttributeValue
    if (section.kind === 'ADD') return [{ path, value: naiveAdd(stored, operand) }]
    return stored === undefined ? [] : [{ path, value: naiveDelete(stored, operand) }]
  })
}

function naiveSetValue(operand: ast.Operand, item: AttributeMap, meanings: Meanings): AttributeValue {
  if (operand.kind === 'function' && operand.name === 'if_not_exists') {
    const [path, other] = operand.operands as [ast.PathNode, ast.Operand]
    return naiveRead(path, item, meanings) ?? naiveSetValue(other, item, meanings)
  }
  if (operand.kind === 'function') {
    const [a, b] = operand.operands.map(
      (part) => naiveSetValue(part, item, meanings) as { L?: AttributeValue[] },
    )
    if (a?.L === undefined || b?.L === undefined) throw new Refused()
    return { L: a.L.concat(b.L) }
  }
  if (operand.kind === 'arithmetic') {
    const a = naiveSetValue(operand.left, item, meanings) as { N?: string }
    const b = naiveSetValue(operand.right, item, meanings) as { N?: string }
    if (a.N === undefined || b.N === undefined) throw new Refused()
    return { N: String(operand.operator === '+' ? Number(a.N) + Number(b.N) : Number(a.N) - Number(b.N)) }
  }
  const value = naiveOperand(operand, item, meanings)
  if (value === undefined) throw new Refused()
  return value
}

function naiveAdd(stored: AttributeValue | undefined, operand: AttributeValue): AttributeValue {
  if (stored === undefined) return operand
  const [type, old] = Object.entries(stored)[0] as [string, never]
  const addend = (operand as Json)[type]
  if (type === 'N' && addend !== undefined) return { N: String(Number(old) + Number(addend)) }
  if (!type.endsWith('S') || type === 'S' || addend === undefined) throw new Refused()
  return { [type]: [...new Set([...(old as string[]), ...(addend as string[])])] } as AttributeValue
}

function naiveDelete(stored: AttributeValue, operand: AttributeValue): AttributeValue | 'gone' {
  const [type, old] = Object.entries(stored)[0] as [string, never]
  const taken = (operand as Json)[type]
  if (taken === undefined) throw new Refused()
  const left = (old as string[]).filter((member) => !(taken as string[]).includes(member))
  return left.length === 0 ? 'gone' : ({ [type]: left } as AttributeValue)
}

function naiveWrite(
  root: Loose,
  path: ast.PathNode,
  value: AttributeValue | 'gone',
  { names }: Meanings,
): void {
  const steps = path.elements.map((element) => {
    if (element.kind === 'index') return element.index
    return element.kind === 'name' ? element.name : (names[element.placeholder] as string)
  })
  const last = steps.pop() as string | number
  let parent: Loose | 'gone' | undefined = root
  for (const step of steps) {
    if (parent === undefined || parent === 'gone') throw new Refused()
    if (typeof step === 'number') parent = 'list' in parent ? parent.list[step] : undefined
    else parent = 'map' in parent ? parent.map.get(step) : undefined
  }
  if (parent === undefined || parent === 'gone') throw new Refused()
  if (typeof last === 'number') {
    if (!('list' in parent)) throw new Refused()
    if (last < parent.list.length) parent.list[last] = value === 'gone' ? 'gone' : loosen(value)
    else if (value !== 'gone') parent.list.push(loosen(value))
  } else {
    if (!('map' in parent)) throw new Refused()
    if (value === 'gone') parent.map.delete(last)
    else parent.map.set(last, loosen(value))
  }
}
