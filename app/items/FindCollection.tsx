// Finds an item collection by its partition key: the whole value by halving; of a string also a part of it,
// by a Scan that begins with nothing else and stops at the first item found.

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Input, Key } from '../../engine/api.ts'
import { type AttributeMap, createAttributeMap } from '../../engine/value/attributeValue.ts'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { registerCommands } from '../workspace/commands.ts'
import { callInBackground } from '../workspace/engine.ts'
import styles from './ItemsView.module.css'
import type { CollectionSource } from './reading/collectionSource.ts'
import { findPosition, orderingKey } from './reading/readOrder.ts'
import type { TableShape } from './tableShape.ts'

export interface FindCollectionProps {
  shape: TableShape
  source: CollectionSource
  onFound(position: number): void
}

export function FindCollection(props: FindCollectionProps) {
  const inputRef = useRef<HTMLInputElement>(null)
  const remarkId = useId()
  const { text, setText, remark, find, stop } = useFinding(props)
  const names = props.shape.hashKeys.map((key) => key.name).join(' · ')
  useEffect(() => {
    const run = () => inputRef.current?.select()
    const command = { name: 'items.find', label: 'Find an item collection…', group: 'Items', keys: '/', run }
    return registerCommands([command])
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void find()
    else if (event.key === 'Escape') stop()
  }
  return (
    <div className={styles.find}>
      <Icon name="search" size={14} />
      <TextInput
        ref={inputRef}
        type="search"
        aria-label={`Find by partition key ${names}`}
        aria-describedby={remarkId}
        placeholder={`Find ${names}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && remark === undefined && (
        <span className={styles.findKey} aria-hidden>
          <Kbd keys="Enter" />
        </span>
      )}
      <span id={remarkId} className={styles.findRemark} role="status">
        {remark}
      </span>
    </div>
  )
}

function useFinding({ shape, source, onFound }: FindCollectionProps) {
  const [text, setText] = useState('')
  const [remark, setRemark] = useState<string>()
  const turn = useRef(0)
  const find = async () => {
    const mine = ++turn.current
    const isWanted = () => mine === turn.current
    if (text.trim() === '') return setRemark(undefined)
    setRemark('Looking…')
    try {
      const position =
        (await findExact(shape, source, text)) ?? (await findPart(shape, source, text, isWanted))
      if (!isWanted()) return
      setRemark(position === undefined ? 'None found' : undefined)
      if (position !== undefined) onFound(position)
    } catch (error) {
      if (isWanted()) setRemark(error instanceof Error ? error.message : String(error))
    }
  }
  const stop = () => {
    turn.current++
    setText('')
    setRemark(undefined)
  }
  const type = (next: string) => {
    setText(next)
    setRemark(undefined)
  }
  return { text, setText: type, remark, find, stop }
}

/** The values of a key of several attributes are typed with a middle dot between them, as they are shown. */
async function findExact(
  shape: TableShape,
  source: CollectionSource,
  text: string,
): Promise<number | undefined> {
  const parts = shape.hashKeys.length > 1 ? text.split('·').map((part) => part.trim()) : [text]
  if (parts.length !== shape.hashKeys.length) return undefined
  const key: AttributeMap = createAttributeMap()
  for (const [place, { name, type }] of shape.hashKeys.entries()) {
    Object.assign(key, { [name]: { [type]: parts[place] } })
  }
  try {
    return await findPosition(source, shape, key)
  } catch (error) {
    // A text that is no number, or no base64, is the whole of no key.
    if (error instanceof Error && !/^Storage/.test(error.name)) return undefined
    throw error
  }
}

async function findPart(
  shape: TableShape,
  source: CollectionSource,
  text: string,
  isWanted: () => boolean,
): Promise<number | undefined> {
  const names = shape.hashKeys.filter((key) => key.type === 'S').map((key) => key.name)
  if (names.length === 0) return undefined
  const input: Input<'Scan'> = {
    TableName: shape.tableName,
    ...(shape.indexName ? { IndexName: shape.indexName } : {}),
    FilterExpression: names.map((_, place) => `contains(#k${place}, :text)`).join(' OR '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, place) => [`#k${place}`, name])),
    ExpressionAttributeValues: { ':text': { S: text } },
  }
  let ExclusiveStartKey: Key | undefined
  do {
    const page = await callInBackground('Scan', {
      ...input,
      ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
    })
    const item = page.Items?.[0]
    if (item) return findPosition(source, shape, orderingKey(shape, item))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey && isWanted())
  return undefined
}
