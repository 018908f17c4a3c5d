// Makes the checkout ready: the right Node, the locked packages and, with the word `browser`, a Chromium.
// Runs before `npm start` and `npm test`, so it uses nothing that has to be installed first.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { findChromium } from './chromium.mjs'

const STAMP = 'node_modules/.sortkey-lock'

function fail(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}

function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Sortkey needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org.`)
}

function ensurePackages() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return
  // A lock file can miss a platform's optional package; then a plain install still works.
  const installed =
    run('npm', ['ci', '--no-fund', '--no-audit']) ||
    run('npm', ['install', '--no-save', '--no-fund', '--no-audit'])
  if (!installed) fail('The packages could not be installed: the lines above say why.')
  writeFileSync(STAMP, hash)
}

async function ensureChromium() {
  if (await findChromium()) return
  const install = ['install', '-y', '--no-install-recommends', 'chromium']
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    if (run('apt-get', install) || (run('apt-get', ['update']) && run('apt-get', install))) {
      if (await findChromium()) return
    }
  }
  run('npx', ['playwright', 'install', 'chromium'])
  if (!(await findChromium())) {
    fail('The tests need Chromium and none was found. Install it, or set CHROMIUM_PATH to its executable.')
  }
}

ensureNode()
ensurePackages()
if (process.argv.includes('browser')) await ensureChromium()
