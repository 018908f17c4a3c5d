import { type RefObject, useEffect, useRef } from 'react'

/**
 * Puts the focus into the first input that asks for a key once the view is there, the first time only:
 * a tree or a menu that the keyboard walks, and a dialog, keep it.
 */
export function useFocusOnArrival(view: RefObject<HTMLElement | null>, isThere: boolean): void {
  const hasArrived = useRef(false)
  useEffect(() => {
    if (!isThere || hasArrived.current) return
    hasArrived.current = true
    if (isFocusFree()) view.current?.querySelector<HTMLElement>('[data-keys] :is(input, textarea)')?.focus()
  }, [isThere, view])
}

/** Whether nobody misses the focus where it is: nothing has it, or something that was clicked to come here. */
function isFocusFree(): boolean {
  if (document.querySelector('[role="dialog"], dialog[open]')) return false
  const active = document.activeElement
  return !active || active === document.body || !active.matches(':focus-visible')
}
