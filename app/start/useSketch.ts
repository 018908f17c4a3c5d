import { useEffect, useState } from 'react'
import { fetchSample } from './gallery.ts'
import { type ImportSource, openImportSource } from './importClient.ts'
import type { Sketch } from './sketch.ts'

const known = new Map<string, Promise<Sketch>>()
let source: ImportSource | undefined

/** The picture of a sample design, made from its items in a worker; undefined until it is there. */
export function useSketch(fileName: string): Sketch | undefined {
  const [sketch, setSketch] = useState<Sketch>()
  useEffect(() => {
    let isCurrent = true
    sketchSample(fileName).then(
      (made) => isCurrent && setSketch(made),
      () => {}, // A card without a picture still opens its design.
    )
    return () => {
      isCurrent = false
    }
  }, [fileName])
  return sketch
}

function sketchSample(fileName: string): Promise<Sketch> {
  const sketch = known.get(fileName) ?? makeSketch(fileName)
  known.set(fileName, sketch)
  return sketch
}

async function makeSketch(fileName: string): Promise<Sketch> {
  const file = await fetchSample(fileName)
  source ??= openImportSource()
  return source.sketch({ name: fileName, file })
}
