// `npm start`: serves the workbench on loopback, prints its address and opens it where there is a browser.
import { spawn } from 'node:child_process'
import process from 'node:process'
import { build, preview } from 'vite'

/** The command that opens an address on this system; undefined where nothing is known to. */
function openCommand() {
  if (process.platform === 'darwin') return ['open']
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '']
  const hasDisplay = process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  return hasDisplay ? ['xdg-open'] : undefined
}

function open(address) {
  const command = openCommand()
  if (!command || process.env.CI || process.env.BROWSER === 'none') return
  const child = spawn(command[0], [...command.slice(1), address], { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // No browser to open: the address is printed all the same.
  child.unref()
}

await build({ logLevel: 'warn' })
const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173), strictPort: false } })
const address = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/'
console.log(`\n  Sortkey is at ${address}\n  (Ctrl-C ends it)\n`)
open(address)
