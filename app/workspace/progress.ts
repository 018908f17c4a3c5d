// Work that takes a while and has no dialog of its own, such as undoing a large deletion: the frame shows
// each, with counts, once it has taken a moment.

import { create } from 'zustand'

export interface Work {
  id: number
  label: string
  done: number
  total: number | undefined
}

export const useWorks = create<{ works: readonly Work[] }>()(() => ({ works: [] }))

let nextId = 1

/** Runs `act`; what it reports shows until it is done, however it ends. */
export async function withProgress<Result>(
  label: string,
  total: number | undefined,
  act: (report: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  const id = nextId++
  const change = (works: (works: readonly Work[]) => readonly Work[]) =>
    useWorks.setState((state) => ({ works: works(state.works) }))
  change((works) => [...works, { id, label, done: 0, total }])
  try {
    return await act((done) =>
      change((works) => works.map((work) => (work.id === id ? { ...work, done } : work))),
    )
  } finally {
    change((works) => works.filter((work) => work.id !== id))
  }
}
