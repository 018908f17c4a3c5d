import { useEffect, useRef, useState } from 'react'
import type { FormProblems } from './tableProblems.ts'

export interface ShownProblems {
  shown: FormProblems
  /** The person has left this input: from now on its problems show as they type. */
  touch(place: string): void
  /** Shows them all, with the focus on the first. */
  showAll(): void
}

/** Nobody is told that an input is wrong before they had a chance to fill it. */
export function useShownProblems(problems: FormProblems): ShownProblems {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [attempts, setAttempts] = useState(0)
  const afterPress = useAfterPress()
  useEffect(() => {
    if (attempts > 0) focusFirstInvalid()
  }, [attempts])
  const isShown = ([place]: [string, unknown]) => attempts > 0 || touched.has(place)
  return {
    shown: Object.fromEntries(Object.entries(problems).filter(isShown)),
    touch: (place) => afterPress(() => setTouched((before) => new Set([...before, place]))),
    showAll: () => setAttempts((before) => before + 1),
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

function focusFirstInvalid(): void {
  document.querySelector<HTMLElement>('[role=dialog] [aria-invalid=true]')?.focus()
}
