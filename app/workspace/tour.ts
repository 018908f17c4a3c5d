// The two-minute tour: five stops, each beside the thing that it speaks of. It can be left at any stop,
// and dismissed for ever.

import { create } from 'zustand'
import { readStored, writeStored } from './stored.ts'

export interface TourStop {
  /** The value of data-tour on the element that it speaks of. */
  at: string
  title: string
  text: string
}

export const TOUR_STOPS: readonly TourStop[] = [
  {
    at: 'main',
    title: 'Item collections',
    text: 'Each band is one partition key; its items stand inside in sort-key order. What lies together here can be read by one Query.',
  },
  {
    at: 'sidebar',
    title: 'Tables, indexes, entities',
    text: 'An index is the same picture under other keys. Open one to see which items it leaves out and which attributes its projection drops.',
  },
  {
    at: 'views',
    title: 'Items and Query',
    text: 'Edit items in Items: every change is saved as it is made, and undo reaches back through the session. Build a Query or Scan in Query and see what it reads and costs.',
  },
  {
    at: 'activity',
    title: 'Every request, on record',
    text: 'What the workbench asks of DynamoDB stands in the activity drawer, with its JSON, its capacity and its time. Copy any of it as an AWS CLI command or SDK code.',
  },
  {
    at: 'palette',
    title: 'Find or run anything',
    text: 'Tables, indexes, entities and all commands are one search away. Press ? to see the keyboard shortcuts.',
  },
]

export const useTour = create<{ stop: number | undefined; offered: boolean }>()(() => ({
  stop: undefined,
  offered: !readStored('tourDismissed', false),
}))

export function startTour(): void {
  useTour.setState({ stop: 0 })
}

export function moveTour(by: number): void {
  const { stop = 0 } = useTour.getState()
  if (stop + by >= TOUR_STOPS.length) dismissTour()
  else useTour.setState({ stop: Math.max(0, stop + by) })
}

/** For ever: it is never offered again, but stays in the palette. */
export function dismissTour(): void {
  writeStored('tourDismissed', true)
  useTour.setState({ stop: undefined, offered: false })
}
