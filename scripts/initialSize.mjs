// The JavaScript that a first visit loads before anything is asked for: the entry and all it imports statically.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 150

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const seen = new Set()

function visit(key) {
  if (seen.has(key)) return
  seen.add(key)
  for (const imported of manifest[key].imports ?? []) visit(imported)
}

for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key)

let total = 0
for (const key of seen) {
  const { file } = manifest[key]
  if (!file.endsWith('.js')) continue
  const kilobytes = gzipSync(readFileSync(`dist/${file}`)).length / 1024
  total += kilobytes
  console.log(`${kilobytes.toFixed(1).padStart(8)} KB  ${file}`)
}
console.log(`${total.toFixed(1).padStart(8)} KB  initial JavaScript, gzip (at most ${LIMIT_KB})`)
if (seen.size === 0 || total > LIMIT_KB) process.exit(1)
