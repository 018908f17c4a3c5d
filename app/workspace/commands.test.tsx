import { afterEach, describe, expect, test } from 'vitest'
import {
  type Command,
  currentCommands,
  handleKeys,
  matchesKeys,
  registerCommands,
  runCommand,
} from './commands.ts'
import { useNotices } from './notify.ts'

const press = (key: string, options: KeyboardEventInit = {}, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
  target.dispatchEvent(event)
  return event
}

const ran: string[] = []
const command = (name: string, rest: Partial<Command> = {}): Command => ({
  name,
  label: name,
  run: () => void ran.push(name),
  ...rest,
})
let takeAway: (() => void)[] = []
const register = (...commands: Command[]) => {
  const stop = registerCommands(commands)
  takeAway.push(stop)
  return stop
}

afterEach(() => {
  for (const stop of takeAway) stop()
  takeAway = []
  ran.length = 0
  useNotices.setState({ notices: [] })
})

test('an element that only says it is a text box takes letters for itself', () => {
  const element = document.createElement('div')
  element.setAttribute('role', 'textbox')
  element.tabIndex = 0
  document.body.append(element)
  register(command('item.new', { keys: 'n' }), command('run', { keys: 'Mod+Enter', whileTyping: true }))
  const listener = (event: KeyboardEvent) => void handleKeys(event)
  document.addEventListener('keydown', listener)
  const letter = press('n', {}, element)
  press('Enter', { ctrlKey: true }, element)
  document.removeEventListener('keydown', listener)
  element.remove()
  expect(letter.defaultPrevented).toBe(false)
  expect(ran).toEqual(['run'])
})

describe('keys', () => {
  test.each([
    ['Mod+K', 'k', { ctrlKey: true }, false, true],
    ['Mod+K', 'k', { metaKey: true }, true, true],
    ['Mod+K', 'k', { metaKey: true }, false, false],
    ['Mod+K', 'k', {}, false, false],
    ['Mod+Z', 'Z', { ctrlKey: true, shiftKey: true }, false, false],
    ['Mod+Shift+Z', 'Z', { ctrlKey: true, shiftKey: true }, false, true],
    ['Mod+Shift+Z', 'z', { ctrlKey: true, shiftKey: true }, false, true], // with Caps Lock
    ['Mod+Z', 'Z', { ctrlKey: true }, false, true], // with Caps Lock
    ['?', '?', { shiftKey: true }, false, true],
    ['Alt+1', '¡', { altKey: true, code: 'Digit1' }, true, true],
    ['Mod+Enter', 'Enter', { ctrlKey: true }, false, true],
    ['Delete', 'Delete', {}, false, true],
  ])('%s on %s %j, Apple: %s, is %s', (keys, key, options, apple, expected) => {
    expect(matchesKeys(keys, new KeyboardEvent('keydown', { key, ...options }), apple)).toBe(expected)
  })

  test('run the command that is enabled', () => {
    register(command('off', { keys: 'Delete', when: () => false }), command('on', { keys: 'Delete' }))
    const event = press('Delete')
    expect(handleKeys(event)).toBe(true)
    expect(event.defaultPrevented).toBe(true)
    expect(ran).toEqual(['on'])
  })

  test('several keys may run one command, and none does from inside a dialog', () => {
    register(command('redo', { keys: 'F8 F9', whileTyping: true }))
    const dialog = document.body.appendChild(document.createElement('div'))
    dialog.setAttribute('role', 'dialog')
    const handled: boolean[] = []
    const listen = (event: KeyboardEvent) => handled.push(handleKeys(event))
    addEventListener('keydown', listen)
    press('F8')
    press('F9')
    press('F9', {}, dialog)
    removeEventListener('keydown', listen)
    dialog.remove()
    expect(handled).toEqual([true, true, false])
  })

  test('belong to the text while one types, unless a command says otherwise', () => {
    register(command('plain', { keys: 'Delete' }), command('typing', { keys: 'Mod+K', whileTyping: true }))
    const input = document.body.appendChild(document.createElement('input'))
    let handled: boolean[] = []
    const listen = (event: KeyboardEvent) => handled.push(handleKeys(event))
    addEventListener('keydown', listen)
    const isApple = /Mac/.test(navigator.platform)
    press('Delete', {}, input)
    press('k', isApple ? { metaKey: true } : { ctrlKey: true }, input)
    removeEventListener('keydown', listen)
    input.remove()
    expect(handled).toEqual([false, true])
    handled = []
    expect(ran).toEqual(['typing'])
  })
})

describe('the registry', () => {
  test('a command of the same name stands in for an earlier one until it goes', () => {
    register(command('save', { label: 'first' }))
    const stop = register(command('save', { label: 'second', run: () => void ran.push('second') }))
    expect(currentCommands().map(({ label }) => label)).toEqual(['second'])
    runCommand('save')
    stop()
    runCommand('save')
    expect(ran).toEqual(['second', 'save'])
  })

  test('a command that fails says so under its own name', async () => {
    register(command('break', { label: 'Break it', run: () => Promise.reject(new Error('no')) }))
    runCommand('break')
    await expect.poll(() => useNotices.getState().notices[0]?.title).toBe('Break it')
  })
})
