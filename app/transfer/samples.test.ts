import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkItem } from '../../engine/value/checkAttributeValue.ts'
import { checkDesign } from '../model/checkDesign.ts'
import { readDesignFile } from './importFile.ts'
import { writeNosqlWorkbench } from './nosqlWorkbench.ts'

// Real files that people wrote with other tools. They are not part of the project.
const folder = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere) console.info(`${folder} is absent: the tests with other people’s files are skipped.`)

function filesOf(kind: string): [string, string][] {
  if (!isThere) return []
  return readdirSync(`${folder}${kind}`).map((name) => [
    name,
    readFileSync(`${folder}${kind}/${name}`, 'utf8'),
  ])
}

describe.skipIf(!isThere)('NoSQL Workbench models of other people', () => {
  it.each(filesOf('nosql-workbench'))('%s is read, written and read alike', (name, text) => {
    const first = readDesignFile(name, text)
    if (process.env.SHOW) {
      console.log(name, first.report)
      for (const t of first.design.tables)
        console.log(
          t.definition.TableName,
          t.entities.map((e) => [e.name, JSON.stringify(e.match), e.members.length, e.inferred]),
          Object.keys(t.extra),
          t.unplaced,
        )
    }
    const written = JSON.stringify(writeNosqlWorkbench(first.design, first.items))
    const second = readDesignFile(name, written)
    expect(second.design).toEqual(first.design)
    expect(second.items).toEqual(first.items)
    expect(checkDesign(first.design)).toEqual([])
    for (const items of first.items.values()) for (const item of items) expect(checkItem(item)).toEqual(item)
    expect(JSON.stringify(writeNosqlWorkbench(second.design, second.items))).toBe(written)
  })
})
