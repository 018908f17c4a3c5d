import { useEffect, useRef, useState } from 'react'
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
  const afterPress = useAfterPress()
  const isShown = ([place]: [string, unknown]) => all || touched.has(place)
  return {
    shown: Object.fromEntries(Object.entries(problems).filter(isShown)),
    touch: (place) => afterPress(() => setTouched((before) => new Set([...before, place]))),
    showAll: () => setAll(true),
  }
}

/**
 * Runs what it is given at once, or when the pointer that is pressed has done its click: a message that
 * appears between press and release moves the button away from under the pointer.
 */
function useAfterPress(): (act: () => void) => void {
  const isPressed = useRef(false)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    const stop = new AbortController()
    const options = { capture: true, signal: stop.signal }
    const press = () => {
      isPressed.current = true
    }
    const release = () => {
      isPressed.current = false
      const acts = waiting.current.splice(0)
      setTimeout(() => {
        for (const act of acts) act()
      })
    }
    addEventListener('pointerdown', press, options)
    addEventListener('pointerup', release, options)
    addEventListener('pointercancel', release, options)
    return () => stop.abort()
  }, [])
  return (act) => {
    if (isPressed.current) waiting.current.push(act)
    else act()
  }
}

/** Where to begin putting things right, once the messages are shown. */
export function focusFirstInvalid(): void {
  setTimeout(() => document.querySelector<HTMLElement>('[role=dialog] [aria-invalid=true]')?.focus())
}
