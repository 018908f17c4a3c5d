// The entity that the person looks at: the sidebar chooses it, the inspector describes it, and views may
// set its items off from the others.

import { create } from 'zustand'
import { currentRoute, onRouteChange } from './route.ts'

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

/** Going to another table or index leaves the entity. Once, when the workbench starts. */
export function watchEntityFocus(): () => void {
  let { table, index, projectId } = currentRoute()
  return onRouteChange((route) => {
    if (route.table !== table || route.index !== index || route.projectId !== projectId) clearEntityFocus()
    ;({ table, index, projectId } = route)
  })
}
