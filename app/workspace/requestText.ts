// A request in other words: as an AWS CLI command, and as code for the AWS SDK for JavaScript v3.
// https://docs.aws.amazon.com/cli/latest/reference/dynamodb/

/** 'ExpressionAttributeNames' → 'expression-attribute-names', 'SSESpecification' → 'sse-specification'. */
function kebab(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
}

/** A POSIX shell word: quoted unless it is plain. */
function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/** `aws dynamodb query \ --table-name …`, one option a line. Binary values stay base64, as CLI v2 takes them. */
export function printCliCommand(operation: string, input: object): string {
  const options = Object.entries(input).map(([name, value]: [string, unknown]) => {
    const option = kebab(name)
    if (typeof value === 'boolean') return `--${value ? '' : 'no-'}${option}`
    return `--${option} ${quote(typeof value === 'object' ? JSON.stringify(value) : String(value))}`
  })
  return [`aws dynamodb ${kebab(operation)}`, ...options].join(' \\\n  ')
}

export function printSdkCode(operation: string, input: object): string {
  const literal = printLiteral(input, '')
  return [
    `import { DynamoDBClient, ${operation}Command } from '@aws-sdk/client-dynamodb'`,
    '',
    'const client = new DynamoDBClient({})',
    `const output = await client.send(new ${operation}Command(${literal}))`,
    '',
  ].join('\n')
}

const INDENT = '  '

/** A JavaScript literal; base64 in B and BS becomes bytes, which is what the SDK takes. */
function printLiteral(value: unknown, indent: string): string {
  if (typeof value === 'string') return printString(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const bytes = printBytes(value)
  if (bytes) return bytes
  const inner = indent + INDENT
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map((element) => printLiteral(element, inner))
    : Object.entries(value).map(([name, member]) => `${printName(name)}: ${printLiteral(member, inner)}`)
  const [open, close] = isList ? '[]' : '{}'
  if (parts.length === 0) return `${open}${close}`
  const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
  if (line.length + indent.length <= 72 && !line.includes('\n') && indent !== '') return line
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`
}

function printBytes(value: object): string | undefined {
  const [entry, ...rest] = Object.entries(value) as [string, unknown][]
  if (!entry || rest.length > 0) return undefined
  const [type, payload] = entry
  const bytes = (text: string) => `Buffer.from(${printString(text)}, 'base64')`
  if (type === 'B' && typeof payload === 'string') return `{ B: ${bytes(payload)} }`
  if (type !== 'BS' || !Array.isArray(payload) || typeof payload[0] !== 'string') return undefined
  return `{ BS: [${(payload as string[]).map(bytes).join(', ')}] }`
}

function printName(name: string): string {
  if (name === '__proto__') return `['__proto__']`
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : printString(name)
}

function printString(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inside.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}
