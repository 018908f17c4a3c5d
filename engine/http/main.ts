// `npm run serve`: an engine in memory, answering on loopback.

import process from 'node:process'
import { parseArgs } from 'node:util'
import { openEngine } from '../engine.ts'
import { createMemoryStore } from '../storage/memoryStore.ts'
import { createEndpoint } from './endpoint.ts'

const USAGE = `Usage: npm run serve -- [--port 8000] [--table-delay-ms 0] [--messages 2026]

  --port            the port on 127.0.0.1; 0 takes a free one
  --table-delay-ms  how long tables and indexes stay CREATING, UPDATING or DELETING
  --messages        2026 or 2025: the wording of validation errors`

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`)
  process.exit(1)
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8000' },
        'table-delay-ms': { type: 'string', default: '0' },
        messages: { type: 'string', default: '2026' },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    return fail((error as Error).message)
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > max)
    fail(`--${name} takes a whole number from 0 to ${max}, not ${text}.`)
  return number
}

const options = readOptions()
if (options.help) {
  console.log(USAGE)
  process.exit(0)
}
const port = wholeNumber('port', options.port, 65_535)
const tableDelayMs = wholeNumber('table-delay-ms', options['table-delay-ms'], 3_600_000)
const messages = options.messages
if (messages !== '2026' && messages !== '2025') fail(`--messages takes 2026 or 2025, not ${messages}.`)

const engine = await openEngine({ store: createMemoryStore(), tableDelayMs, messages })
const server = createEndpoint(engine)
server.on('error', (error: NodeJS.ErrnoException) => {
  fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken: name another with --port.` : error.message)
})
server.listen(port, '127.0.0.1', () => {
  const address = server.address()
  const actualPort = typeof address === 'object' && address ? address.port : port
  console.log(`DynamoDB answers at http://127.0.0.1:${actualPort} (in memory; Ctrl-C ends it)`)
})
