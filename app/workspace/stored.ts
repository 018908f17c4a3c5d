// Small things that this browser remembers about the person, not about their data: theme, pane sizes,
// what was dismissed. Where storage is forbidden they last as long as the tab.

const PREFIX = 'sortkey.'

export function readStored<Value>(name: string, fallback: Value): Value {
  try {
    const text = localStorage.getItem(PREFIX + name)
    return text === null ? fallback : (JSON.parse(text) as Value)
  } catch {
    return fallback
  }
}

export function writeStored(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // Forbidden or full: then it is not remembered.
  }
}
