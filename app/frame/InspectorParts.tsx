// The parts that inspectors are made of: a heading with actions, groups, pairs of name and value.

import type { ReactNode } from 'react'
import type { AttributeDefinition, KeySchemaElement } from '../../engine/api.ts'
import { Chip } from '../ui/Chip.tsx'
import styles from './InspectorParts.module.css'

export function InspectorHeading({
  kind,
  name,
  actions,
}: {
  kind: ReactNode
  name: string
  actions?: ReactNode
}) {
  return (
    <header className={styles.heading}>
      <div className={styles.words}>
        <span className={styles.kind}>{kind}</span>
        <h2 className={styles.name}>{name}</h2>
      </div>
      {actions}
    </header>
  )
}

export function InspectorGroup({
  title,
  action,
  children,
}: {
  title: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.group}>
      <div className={styles.groupHead}>
        <h3 className={styles.groupTitle}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  )
}

export function Facts({ facts }: { facts: readonly [name: string, value: ReactNode][] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const TYPE_WORDS = { S: 'String', N: 'Number', B: 'Binary' } as const

export interface KeyFactsProps {
  keys: readonly KeySchemaElement[]
  definitions: readonly AttributeDefinition[]
}

/** The key attributes with their types, partition key first. */
export function KeyFacts({ keys, definitions }: KeyFactsProps) {
  const typeOf = (name: string) =>
    definitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType
  const rows = keys.map(({ AttributeName, KeyType }): [string, string, ReactNode] => {
    const type = typeOf(AttributeName)
    const value = (
      <>
        <code className={styles.code}>{AttributeName}</code>
        {type && (
          <Chip mono tip={TYPE_WORDS[type]}>
            {type}
          </Chip>
        )}
      </>
    )
    return [AttributeName, KeyType === 'HASH' ? 'Partition key' : 'Sort key', value]
  })
  return (
    <dl className={styles.facts}>
      {rows.map(([key, name, value]) => (
        <div key={key} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
