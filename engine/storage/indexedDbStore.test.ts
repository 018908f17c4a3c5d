import 'fake-indexeddb/auto'
import { createIndexedDbStore } from './indexedDbStore.ts'
import { runStoreContract } from './testing/storeContract.ts'

let projects = 0

runStoreContract('IndexedDB, as Node fakes it,', () => {
  const name = `contract-${projects++}`
  return { store: () => createIndexedDbStore(name) }
})
