import { createMemoryStore, createSharedMemory } from './memoryStore.ts'
import { runStoreContract } from './testing/storeContract.ts'

runStoreContract('The memory store', () => {
  const memory = createSharedMemory()
  return { store: () => createMemoryStore(memory) }
})
