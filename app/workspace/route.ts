// The address: #/p/<projectId>/<view>/<table>[/<index>]?key=…&layout=… names project, view and selection,
// so that back, reload and a pasted link land where they should. Without a project it is
// #/start. Invariant: parseRoute(printRoute(r)) is r.

import { create } from 'zustand'
import type { Key } from '../../engine/api.ts'
import { type AttributeValue, createAttributeMap } from '../../engine/value/attributeValue.ts'

export type View = 'items' | 'query'
export type Layout = 'collections' | 'grid'

export interface Route {
  projectId?: string
  view: View
  table?: string
  index?: string
  /** The primary key of the selected item. */
  key?: Key
  layout?: Layout
}

export type RouteChange = { [Name in keyof Route]?: Route[Name] | undefined }

const START = '#/start'
const VIEWS: readonly string[] = ['items', 'query']
const LAYOUTS: readonly string[] = ['collections', 'grid']

/** Whatever cannot be read is left out: a damaged link still opens what it names. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const [kind, projectId, view, table, index] = path.split('/').map(decodePart)
  const route: Route = { view: view && VIEWS.includes(view) ? (view as View) : 'items' }
  if (kind !== 'p' || !projectId) return route
  route.projectId = projectId
  if (table) route.table = table
  if (table && index) route.index = index
  const query = new URLSearchParams(search)
  const key = table ? parseKey(query.get('key')) : undefined
  if (key) route.key = key
  const layout = query.get('layout')
  if (layout && LAYOUTS.includes(layout)) route.layout = layout as Layout
  return route
}

export function printRoute(route: Route): string {
  if (!route.projectId) return START
  const parts = ['p', route.projectId, route.view]
  if (route.table) parts.push(route.table)
  if (route.table && route.index) parts.push(route.index)
  const query = new URLSearchParams()
  if (route.table && route.key) query.set('key', JSON.stringify(route.key))
  if (route.layout) query.set('layout', route.layout)
  const search = query.toString()
  return `#/${parts.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function parseKey(text: string | null): Key | undefined {
  if (!text) return undefined
  try {
    const json: unknown = JSON.parse(text)
    return isKey(json) ? Object.assign(createAttributeMap(), json) : undefined
  } catch {
    return undefined
  }
}

function isKey(json: unknown): json is Key {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
  return Object.values(json).every((value: AttributeValue | null) => {
    const entries = Object.entries(value ?? {})
    const [type, payload] = entries[0] ?? []
    return entries.length === 1 && 'SNB'.includes(type ?? '-') && typeof payload === 'string'
  })
}

/** The route after a change: another project, table or index leaves behind what belonged to the old one. */
export function changeRoute(route: Route, change: RouteChange): Route {
  const next: RouteChange = { ...route }
  if ('projectId' in change && change.projectId !== route.projectId) {
    Object.assign(next, { table: undefined, index: undefined, key: undefined })
  }
  if ('table' in change && change.table !== route.table)
    Object.assign(next, { index: undefined, key: undefined })
  Object.assign(next, change)
  return withoutUndefined(next) as Route
}

function withoutUndefined<Shape extends object>(shape: Shape): Partial<Shape> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Partial<Shape>
}

const useRouteStore = create<{ route: Route }>()(() => ({ route: parseRoute(location.hash) }))

// Back, forward and a link that someone pastes into the address bar.
addEventListener('popstate', () => useRouteStore.setState({ route: parseRoute(location.hash) }))

export function useRoute(): Route {
  return useRouteStore((state) => state.route)
}

export function currentRoute(): Route {
  return useRouteStore.getState().route
}

export function onRouteChange(listener: (route: Route) => void): () => void {
  return useRouteStore.subscribe((state) => listener(state.route))
}

/** Members of `change` that are undefined are removed. Adds to the history unless told to replace. */
export function navigate(change: RouteChange, options: { replace?: boolean } = {}): void {
  const route = changeRoute(currentRoute(), change)
  const hash = printRoute(route)
  if (hash === printRoute(currentRoute())) return
  if (options.replace) history.replaceState(null, '', hash)
  else history.pushState(null, '', hash)
  useRouteStore.setState({ route })
}
