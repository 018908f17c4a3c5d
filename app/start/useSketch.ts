import { useEffect, useState } from 'react'
import { fetchSample } from './gallery.ts'
import { type ImportSource, openImportSource } from './importClient.ts'
import type { Sketch } from './sketch.ts'

const known = new Map<string, Promise<Sketch>>()
let source: ImportSource | undefined

/** The picture of a sample design, made from its items in a worker; undefined until it is there. */
export function useSketch(name: string): Sketch | undefined {
  const [sketch, setSketch] = useState<Sketch>()
  useEffect(() => {
    let isCurrent = true
    sketchSample(name).then(
      (made) => isCurrent && setSketch(made),
      () => {}, // A card without a picture still opens its design.
    )
    return () => {
      isCurrent = false
    }
  }, [name])
  return sketch
}

function sketchSample(name: string): Promise<Sketch> {
  const sketch = known.get(name) ?? makeSketch(name)
  known.set(name, sketch)
  return sketch
}

async function makeSketch(name: string): Promise<Sketch> {
  const file = await fetchSample(name)
  source ??= openImportSource()
  return source.sketch({ name: `${name}.json`, file })
}
