// How much the browser lets us keep, and whether it may throw it away when space runs short.
// https://developer.mozilla.org/docs/Web/API/StorageManager

export interface StorageState {
  /** Of everything that this origin stores, as estimated by the browser. */
  usageBytes: number
  quotaBytes: number
  persisted: boolean
}

export async function readStorageState(): Promise<StorageState> {
  const { storage } = navigator
  const [estimate, persisted] = await Promise.all([storage.estimate(), storage.persisted()])
  return { usageBytes: estimate.usage ?? 0, quotaBytes: estimate.quota ?? 0, persisted }
}
