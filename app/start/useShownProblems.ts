import { useState } from 'react'
import type { FormProblems } from './tableProblems.ts'

export interface ShownProblems {
  shown: FormProblems
  /** The person has left this input: from now on its problems show as they type. */
  touch(place: string): void
  showAll(): void
}

/** Nobody is told that an input is wrong before they had a chance to fill it. */
export function useShownProblems(problems: FormProblems): ShownProblems {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const isShown = ([place]: [string, unknown]) => all || touched.has(place)
  return {
    shown: Object.fromEntries(Object.entries(problems).filter(isShown)),
    touch: (place) => setTouched(new Set([...touched, place])),
    showAll: () => setAll(true),
  }
}
