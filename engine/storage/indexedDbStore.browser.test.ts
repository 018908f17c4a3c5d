import { createIndexedDbStore } from './indexedDbStore.ts'
import { runStoreContract } from './testing/storeContract.ts'

runStoreContract('IndexedDB, strict,', () => {
  const name = `contract-${crypto.randomUUID()}`
  return { store: () => createIndexedDbStore(name) }
})

runStoreContract('IndexedDB, relaxed,', () => {
  const name = `contract-${crypto.randomUUID()}`
  return { store: () => createIndexedDbStore(name, { durability: 'relaxed' }) }
})
