// Remembers what was made of a text. Bounded: at its capacity it forgets the older half of its entries.

export function createCache<Made>(capacity: number, make: (text: string) => Made): (text: string) => Made {
  let recent = new Map<string, Made>()
  let older = new Map<string, Made>()
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const made = older.get(text) ?? make(text)
    if (recent.size >= capacity / 2) {
      older = recent
      recent = new Map()
    }
    recent.set(text, made)
    return made
  }
}
