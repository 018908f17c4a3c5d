// The entity that the person looks at: the sidebar chooses it, the inspector describes it, and views may
// set its items off from the others.

import { create } from 'zustand'

export interface EntityFocusState {
  table: string | undefined
  entity: string | undefined
}

const NONE: EntityFocusState = { table: undefined, entity: undefined }

export const useEntityFocus = create<EntityFocusState>()(() => NONE)

export function focusEntity(table: string, entity: string): void {
  useEntityFocus.setState({ table, entity })
}

export function clearEntityFocus(): void {
  useEntityFocus.setState(NONE)
}
