// Whether another thread still lives. Workers and tabs may die without a word; the Web Lock that they hold
// is let go all the same. https://w3c.github.io/web-locks/

/** Holds the lock until this thread dies or the signal aborts. Resolves once it is held. */
export function holdLife(lockName: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(lockName, () => {
      resolve()
      return aborted(signal)
    })
    held.catch(reject)
  })
}

/** Calls `onEnd` when whoever holds the lock is gone. The signal ends the watch. */
export function watchLife(lockName: string, signal: AbortSignal, onEnd: () => void): void {
  const granted = navigator.locks.request(lockName, { signal }, () => onEnd())
  granted.catch((cause: unknown) => {
    if (!signal.aborted) throw cause
  })
}

/** Resolves when the signal aborts; without a signal, never. */
export function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve()
    else signal?.addEventListener('abort', () => resolve(), { once: true })
  })
}
