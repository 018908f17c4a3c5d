// Everything that a person can do, in one registry: menus, the palette, shortcuts and tests use the same
// commands. A feature registers its commands while it is on the screen.

import { create } from 'zustand'
import { notifyError } from './notify.ts'

export interface Command {
  /** Unique: 'table.new'. */
  name: string
  label: string
  /** 'Mod+Shift+Z'; Mod is ⌘ or Ctrl. Others that do the same follow after a space; the first is shown. */
  keys?: string
  /** Also while the focus is in a text input. */
  whileTyping?: boolean
  when?: () => boolean
  run(): void | Promise<void>
  group?: string
  /** Further words that the palette finds it by. */
  keywords?: string
}

const useRegistry = create<{ commands: readonly Command[] }>()(() => ({ commands: [] }))

/** A command of the same name takes the place of an earlier one until it is taken away again. */
export function registerCommands(commands: readonly Command[]): () => void {
  useRegistry.setState((state) => ({ commands: [...state.commands, ...commands] }))
  return () => {
    useRegistry.setState((state) => ({
      commands: state.commands.filter((command) => !commands.includes(command)),
    }))
  }
}

function newestByName(commands: readonly Command[]): Command[] {
  return [...new Map(commands.map((command) => [command.name, command])).values()]
}

export function useCommands(): Command[] {
  const commands = useRegistry((state) => state.commands)
  return newestByName(commands)
}

export function currentCommands(): Command[] {
  return newestByName(useRegistry.getState().commands)
}

export function findCommand(name: string): Command | undefined {
  return useRegistry.getState().commands.findLast((command) => command.name === name)
}

export function isEnabled(command: Command): boolean {
  return command.when?.() ?? true
}

export function runCommand(name: string): void {
  const command = findCommand(name)
  if (command && isEnabled(command)) void attempt(command)
}

async function attempt(command: Command): Promise<void> {
  try {
    await command.run()
  } catch (error) {
    notifyError(command.label, error)
  }
}

/** Runs the command whose keys were pressed. True: it was one of ours, and the event is done with. */
export function handleKeys(event: KeyboardEvent): boolean {
  if (isInDialog(event.target)) return false
  const typing = isTyping(event.target)
  const command = currentCommands()
    .filter((candidate) => candidate.keys?.split(' ').some((keys) => matchesKeys(keys, event)))
    .find((candidate) => (!typing || candidate.whileTyping) && isEnabled(candidate))
  if (!command) return false
  event.preventDefault()
  void attempt(command)
  return true
}

/** What lies behind an open dialog does not answer to the keys. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=alertdialog]') !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // Monaco's focus is on an element that is no input and not contenteditable either.
  if (target.closest('[role=textbox]')) return true
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

/** Whether the event is the press of these keys. Shift counts only where the key is not a sign such as '?'. */
export function matchesKeys(keys: string, event: KeyboardEvent, apple: boolean = isApple): boolean {
  const parts = keys.split('+').map((part) => part || '+')
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  const mod = apple ? event.metaKey : event.ctrlKey
  const otherMod = apple ? event.ctrlKey : event.metaKey
  if (mod !== wants('Mod') || otherMod || event.altKey !== wants('Alt')) return false
  if (!isKey(key, event)) return false
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key)
  return isSign || event.shiftKey === wants('Shift')
}

/** With Alt a keyboard may write another sign, so digits and letters then go by their place on it. */
function isKey(key: string, event: KeyboardEvent): boolean {
  if (event.altKey && /^\d$/.test(key)) return event.code === `Digit${key}`
  if (event.altKey && /^[a-z]$/i.test(key)) return event.code === `Key${key.toUpperCase()}`
  return event.key.toLowerCase() === key.toLowerCase()
}
