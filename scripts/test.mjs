// `npm test`: everything that must hold, in order of how fast it can fail.
import { spawnSync } from 'node:child_process'
import process from 'node:process'

const STEPS = [
  ['Lint', 'npx biome check --error-on-warnings .'],
  ['Types', 'npm run -s types'],
  ['Unit and property tests', 'npx vitest run --project unit'],
  ['Browser tests', 'npx vitest run --project browser'],
  ['Build', 'npx vite build --logLevel warn'],
  ['Size of the first load', 'node scripts/initialSize.mjs'],
  ['Journeys', 'npx playwright test'],
]

let passed = 0
let failed = 0
for (const [name, command] of STEPS) {
  const startedAt = Date.now()
  console.log(`\n── ${name}: ${command}`)
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true })
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  if (status === 0) passed++
  else failed++
  if (failed > 0) break
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
