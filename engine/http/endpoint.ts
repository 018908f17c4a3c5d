// An engine as a DynamoDB endpoint: the JSON 1.0 wire protocol over HTTP, so that any SDK can talk to it.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html

import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { crc32, gunzipSync } from 'node:zlib'
import type { Engine } from '../engine.ts'
import { DynamoDBError } from '../value/dynamoDBError.ts'
import { checkSignature } from './requestSignature.ts'

const MAX_REQUEST_BYTES = 16 * 1024 * 1024
const TARGET = /^DynamoDB_20120810\.([A-Za-z]+)$/
const CONTENT_TYPES = new Set(['application/x-amz-json-1.0', 'application/json'])

/** Errors that AWS declares in its front layer, not in the service's own model. */
const CORAL_SERVICE_ERRORS = new Set([
  'SerializationException',
  'UnknownOperationException',
  'AccessDeniedException',
  'MissingAuthenticationTokenException',
  'IncompleteSignatureException',
  'InvalidSignatureException',
  'UnrecognizedClientException',
])
const CAPITAL_MESSAGE_ERRORS = new Set([
  'SerializationException',
  'AccessDeniedException',
  'TransactionCanceledException',
  'IdempotentParameterMismatchException',
  'TransactionInProgressException',
])

interface Reply {
  status: number
  body: string
  contentType: string
}

/** A server that is not listening yet. */
export function createEndpoint(engine: Engine): Server {
  return createServer((request, response) => {
    answer(engine, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
}

async function answer(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = createRequestId()
  writeCorsHeaders(request, response)
  if (request.method === 'OPTIONS')
    return end(response, requestId, { status: 200, body: '', contentType: '' })
  if (request.method === 'GET' || request.method === 'HEAD') return end(response, requestId, health(request))
  const body = await readBody(request)
  if (!body) return end(response, requestId, { status: 413, body: '', contentType: '' })
  end(response, requestId, await reply(engine, request, body))
}

async function reply(engine: Engine, request: IncomingMessage, body: Buffer): Promise<Reply> {
  const contentType = (request.headers['content-type'] ?? '').split(';')[0]!.trim()
  if (request.method !== 'POST' || !CONTENT_TYPES.has(contentType)) {
    return { status: 404, body: '<UnknownOperationException/>\n', contentType: '' }
  }
  try {
    const operation = checkTarget(request)
    checkSignature(request.headers, new URL(request.url ?? '/', 'http://localhost').searchParams)
    const output = await engine.call(operation, parseBody(request, body))
    return { status: 200, body: JSON.stringify(output), contentType }
  } catch (error) {
    return { ...errorReply(error), contentType }
  }
}

function checkTarget(request: IncomingMessage): string {
  const operation = TARGET.exec(String(request.headers['x-amz-target'] ?? ''))?.[1]
  if (!operation) throw new DynamoDBError('UnknownOperationException', '')
  return operation
}

function parseBody(request: IncomingMessage, body: Buffer): unknown {
  try {
    const bytes = request.headers['content-encoding'] === 'gzip' ? gunzip(body) : body
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new DynamoDBError('SerializationException', '')
  }
}

function gunzip(body: Buffer): Buffer {
  return gunzipSync(body, { maxOutputLength: MAX_REQUEST_BYTES })
}

function errorReply(error: unknown): { status: number; body: string } {
  if (!(error instanceof DynamoDBError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const body = { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message }
    return { status: 500, body: JSON.stringify(body) }
  }
  const messageName = CAPITAL_MESSAGE_ERRORS.has(error.name) ? 'Message' : 'message'
  const message = error.message === '' ? {} : { [messageName]: error.message }
  return {
    status: 400,
    body: JSON.stringify({ __type: errorType(error.name), ...message, ...error.details }),
  }
}

function errorType(name: string): string {
  if (name === 'ValidationException') return `com.amazon.coral.validate#${name}`
  if (CORAL_SERVICE_ERRORS.has(name)) return `com.amazon.coral.service#${name}`
  return `com.amazonaws.dynamodb.v20120810#${name}`
}

function end(response: ServerResponse, requestId: string, { status, body, contentType }: Reply): void {
  const bytes = Buffer.from(body, 'utf8')
  response.writeHead(status, {
    'x-amzn-RequestId': requestId,
    'x-amz-crc32': String(crc32(bytes)),
    'Content-Length': bytes.length,
    ...(contentType && { 'Content-Type': contentType }),
  })
  response.end(bytes)
}

function health(request: IncomingMessage): Reply {
  return { status: 200, body: `healthy: ${request.headers.host ?? 'localhost'} `, contentType: 'text/plain' }
}

function writeCorsHeaders(request: IncomingMessage, response: ServerResponse): void {
  if (!request.headers.origin) return
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Expose-Headers', 'x-amzn-RequestId, x-amz-crc32')
  if (request.method !== 'OPTIONS') return
  const headers = request.headers['access-control-request-headers']
  if (headers) response.setHeader('Access-Control-Allow-Headers', headers)
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, OPTIONS')
  response.setHeader('Access-Control-Max-Age', '172800')
}

/** The whole body, or undefined when it is larger than DynamoDB takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of request) {
    sizeBytes += (chunk as Buffer).length
    if (sizeBytes <= MAX_REQUEST_BYTES) chunks.push(chunk as Buffer)
  }
  return sizeBytes > MAX_REQUEST_BYTES ? undefined : Buffer.concat(chunks)
}

const REQUEST_ID_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

function createRequestId(): string {
  let id = ''
  for (const byte of randomBytes(52)) id += REQUEST_ID_ALPHABET[byte % REQUEST_ID_ALPHABET.length]
  return id
}
