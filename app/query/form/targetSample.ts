// A look at the beginning of a table or index, to offer names and key values while a request is typed. It
// is read beside the door, in the background; without it (a remote endpoint) nothing is offered.

import { useEffect, useMemo, useState } from 'react'
import { type Item, typeOf } from '../../../engine/value/attributeValue.ts'
import type { TableDesign } from '../../model/design.ts'
import { useChanges } from '../../workspace/changes.ts'
import { beside } from '../../workspace/engine.ts'
import type { QueryTarget } from '../request/queryTarget.ts'

export interface TargetSample {
  /** Attributes that items have, keys first. */
  attributeNames: string[]
  /** Some values of each key attribute, as they are typed. */
  keyValues: ReadonlyMap<string, string[]>
  items: readonly Item[]
}

const SAMPLED_ITEMS = 200
const MOST_VALUES = 30

export function useTargetSample(target: QueryTarget, design: TableDesign | undefined): TargetSample {
  const changes = useChanges(target.tableName)
  const [items, setItems] = useState<readonly Item[]>([])
  const { tableName, indexName } = target
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the table asks again.
  useEffect(() => {
    let isCurrent = true
    const input = { TableName: tableName, position: 0, count: SAMPLED_ITEMS }
    const reading = beside().readCollections(
      indexName === undefined ? input : { ...input, IndexName: indexName },
    )
    reading.then(
      (output) => isCurrent && setItems(output.entries.map((entry) => entry.item)),
      () => isCurrent && setItems([]),
    )
    return () => {
      isCurrent = false
    }
  }, [tableName, indexName, changes])
  return useMemo(() => sampleOf(target, design, items), [target, design, items])
}

function sampleOf(
  target: QueryTarget,
  design: TableDesign | undefined,
  items: readonly Item[],
): TargetSample {
  const names = new Set([...target.keys, ...target.tableKeys].map((key) => key.name))
  for (const item of items) for (const name of Object.keys(item)) names.add(name)
  for (const { name } of design?.attributes ?? []) names.add(name)
  const keyValues = new Map(target.keys.map(({ name }) => [name, valuesOf(name, items)]))
  for (const key of target.tableKeys)
    if (!keyValues.has(key.name)) keyValues.set(key.name, valuesOf(key.name, items))
  return { attributeNames: [...names], keyValues, items }
}

function valuesOf(name: string, items: readonly Item[]): string[] {
  const values = new Set<string>()
  for (const item of items) {
    const value = item[name]
    if (value && 'SNB'.includes(typeOf(value))) values.add(String(Object.values(value)[0]))
    if (values.size === MOST_VALUES) break
  }
  return [...values]
}
