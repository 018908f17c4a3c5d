// What the tabs of a project say to each other, over BroadcastChannels: one that all of them share, and one
// for each pair of the owner and another tab, so that replies reach only who asked.
// A tab says hello, the owner welcomes it, and then they exchange requests and replies. A new owner announces
// itself. An owner that leaves in good order says so last: what it did not answer, it did not do. It lets the
// lock go when the others have heard that.

import type { Notice } from './beside.ts'
import type { Reply, Request } from './protocol.ts'

/** Grows when these messages or the calls within them change their meaning. */
export const TAB_PROTOCOL_VERSION = 1

export type SharedMessage = { hello: string } | { owner: string } | { notice: Notice }

/** `to` is the owner that is meant: a later one must not act on it. `heard` names an owner that left. */
export type ToOwner = (Request & { to: string }) | { heard: string }

export type FromOwner = { welcome: string; version: number } | { left: string } | Reply

export function sharedChannel(lockName: string): BroadcastChannel {
  return new BroadcastChannel(lockName)
}

export function pairChannel(lockName: string, tabId: string): BroadcastChannel {
  return new BroadcastChannel(tabLifeLock(lockName, tabId))
}

/** Held by a tab that is not the owner for as long as it lives. */
export function tabLifeLock(lockName: string, tabId: string): string {
  return `${lockName}-tab-${tabId}`
}
