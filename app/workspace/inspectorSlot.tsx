// The inspector belongs to the frame; whoever knows what is selected fills it through a portal. While
// nobody does, it shows the table or index in view.

import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { create } from 'zustand'

export interface InspectorSlotState {
  element: HTMLElement | undefined
  /** How many contents are mounted now. */
  fillers: number
  collapsed: boolean
}

export const useInspectorSlot = create<InspectorSlotState>()(() => ({
  element: undefined,
  fillers: 0,
  collapsed: false,
}))

/** A ref for the element that takes the contents. */
export function offerInspectorSlot(element: HTMLElement | null): void {
  useInspectorSlot.setState({ element: element ?? undefined })
}

export function InspectorContent({ children }: { children: ReactNode }) {
  const element = useInspectorSlot((state) => state.element)
  useEffect(() => {
    useInspectorSlot.setState((state) => ({ fillers: state.fillers + 1 }))
    return () => useInspectorSlot.setState((state) => ({ fillers: state.fillers - 1 }))
  }, [])
  return element ? createPortal(children, element) : null
}
