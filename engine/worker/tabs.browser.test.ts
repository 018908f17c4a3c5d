// Tabs of one project, each in a worker of its own, over real Web Locks and BroadcastChannels.

import { afterEach, describe, expect, test } from 'vitest'
import type { Notice } from './beside.ts'
import { createNoticeLog, type NoticeLog } from './testing/noticeLog.ts'
import type { TabSetup } from './testing/tabWorker.ts'
import { WorkerConnection } from './workerConnection.ts'

interface TestTab {
  ask(name: string, argument?: string): Promise<unknown>
  leave(): Promise<unknown>
  die(): void
  notices: NoticeLog
}

const workers: Worker[] = []

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate()
})

function createTab(): { connection: WorkerConnection; worker: Worker; notices: NoticeLog } {
  const worker = new Worker(new URL('./testing/tabWorker.ts', import.meta.url), { type: 'module' })
  workers.push(worker)
  const notices = createNoticeLog()
  const onNotice = (notice: Notice): void => notices.add(notice)
  return { connection: new WorkerConnection(worker, { onNotice, onCrash: () => {} }), worker, notices }
}

async function join(setup: TabSetup): Promise<TestTab> {
  const { connection, worker, notices } = createTab()
  await connection.ask('join', [setup])
  return {
    ask: (name, argument) => connection.ask(name, [argument]),
    leave: () => connection.ask('leave', []),
    die: () => worker.terminate(),
    notices,
  }
}

/** An owner, and tabs that joined after it. */
async function joinAll<Titles extends string[]>(
  ...titles: Titles
): Promise<{ [Place in keyof Titles]: TestTab }> {
  const lockName = `test-${crypto.randomUUID()}`
  const tabs: TestTab[] = []
  for (const title of titles) tabs.push(await join({ lockName, title }))
  return tabs as { [Place in keyof Titles]: TestTab }
}

/** The locks of tabs that live, and of those who wait for their end. */
async function tabLocks(lockName: string): Promise<string[]> {
  const { held = [], pending = [] } = await navigator.locks.query()
  return [...held, ...pending].map(({ name }) => name!).filter((name) => name.startsWith(`${lockName}-tab-`))
}

describe('the tabs of a project', () => {
  test('are all answered by the first', async () => {
    const [first, second, third] = await joinAll('first', 'second', 'third')
    for (const tab of [first, second, third]) expect(await tab.ask('Query')).toBe('first answered Query')
  })

  test('get errors whole', async () => {
    const [first, second] = await joinAll('first', 'second')
    for (const tab of [first, second]) {
      await expect(tab.ask('Query', 'fail')).rejects.toMatchObject({
        name: 'InternalFailure',
        message: 'first fails',
        details: { answeredBy: 'first' },
      })
    }
  })

  test('get only their own answers', async () => {
    const [, second, third] = await joinAll('first', 'second', 'third')
    const names = Array.from({ length: 50 }, (_, place) => `Query${place}`)
    const answers = await Promise.all([second, third].flatMap((tab) => names.map((name) => tab.ask(name))))
    expect(answers).toEqual([...names, ...names].map((name) => `first answered ${name}`))
  })
})

describe('when the owner dies', () => {
  test('the next tab takes over', async () => {
    const [first, second] = await joinAll('first', 'second')
    first.die()
    await second.notices.find({ kind: 'changed', tables: ['second took over'] })
    expect(await second.ask('Query')).toBe('second answered Query')
  })

  test('reads under way are asked again, writes are rejected as lost', async () => {
    const [first, second, third] = await joinAll('first', 'second', 'third')
    const reads = [second, third].map((tab) => tab.ask('Query', 'hang on first'))
    const writes = [second, third].map((tab) => tab.ask('PutItem', 'hang on first'))
    const lost = writes.map((write) =>
      expect(write).rejects.toMatchObject({ name: 'OwnerLost', details: { outcomeUnknown: true } }),
    )
    expect(await second.ask('Query')).toBe('first answered Query')
    expect(await third.ask('Query')).toBe('first answered Query')
    first.die()
    await Promise.all(lost)
    for (const answer of await Promise.all(reads)) expect(answer).toBe('second answered Query')
    expect(await third.ask('PutItem')).toBe('second answered PutItem')
  })

  test('ownership passes on as often as it must', async () => {
    const [first, second, third, fourth] = await joinAll('first', 'second', 'third', 'fourth')
    for (const tab of [first, second, third]) {
      expect(await fourth.ask('Query')).toMatch(/answered Query/)
      tab.die()
    }
    expect(await fourth.ask('Query')).toMatch(/answered Query/)
    await fourth.notices.find({ kind: 'changed', tables: ['fourth took over'] })
    expect(await fourth.ask('Query')).toBe('fourth answered Query')
  })
})

describe('when another tab dies', () => {
  test('the owner keeps what it would have answered to itself', async () => {
    const lockName = `test-${crypto.randomUUID()}`
    const first = await join({ lockName, title: 'first' })
    const second = await join({ lockName, title: 'second' })
    second.ask('PutItem', 'held').catch(() => {})
    expect(await second.ask('Query')).toBe('first answered Query')
    second.die()
    await expect.poll(() => tabLocks(lockName)).toEqual([])
    await first.ask('release')
    expect(await first.ask('Query')).toBe('first answered Query')
    expect(await first.ask('uncaught')).toEqual([])
  })
})

describe('when the owner leaves in good order', () => {
  test('what is under way is answered first, and what comes later goes to the next', async () => {
    const [first, second] = await joinAll('first', 'second')
    const underWay = [first, second].map((tab) => tab.ask('PutItem', 'held'))
    expect(await second.ask('Query')).toBe('first answered Query')
    const left = first.leave()
    const later = Array.from({ length: 20 }, () => second.ask('PutItem'))
    await first.ask('release')
    await left
    expect(await Promise.all(underWay)).toEqual(['first answered PutItem', 'first answered PutItem'])
    for (const answer of await Promise.all(later)) expect(answer).toMatch(/answered PutItem/)
    expect(await second.ask('Query')).toBe('second answered Query')
  })

  test('it answers no more itself', async () => {
    const [first] = await joinAll('first', 'second')
    await first.leave()
    await expect(first.ask('Query')).rejects.toMatchObject({ name: 'EngineClosed' })
  })
})

describe('when a project does not open', () => {
  test('the tab hears why, and another may try', async () => {
    const lockName = `test-${crypto.randomUUID()}`
    const refused = join({ lockName, title: 'first', opens: false })
    await expect(refused).rejects.toMatchObject({ message: 'first does not open' })
    const second = await join({ lockName, title: 'second' })
    expect(await second.ask('Query')).toBe('second answered Query')
  })

  test('because its owner runs another version, the tab hears that', async () => {
    const lockName = `test-${crypto.randomUUID()}`
    const shared = new BroadcastChannel(lockName)
    shared.onmessage = ({ data }) => {
      if (!('hello' in data)) return
      const pair = new BroadcastChannel(`${lockName}-tab-${data.hello}`)
      pair.postMessage({ welcome: 'an owner', version: 99 })
    }
    let free = (): void => {}
    await new Promise<void>((holds) => {
      void navigator.locks.request(lockName, () => {
        holds()
        return new Promise<void>((resolve) => {
          free = resolve
        })
      })
    })
    await expect(join({ lockName, title: 'second' })).rejects.toMatchObject({ name: 'OtherVersion' })
    free()
    shared.close()
  })
})
