// Whether a request is signed at all. Any signature is accepted, since there is nobody to verify it against;
// its parts must be there, so that a client which forgets to sign learns it here and not on AWS.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

import type { IncomingHttpHeaders } from 'node:http'
import { DynamoDBError } from '../value/dynamoDBError.ts'

const HEADER_PARTS = ['Credential', 'Signature', 'SignedHeaders']
const QUERY_PARTS = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
  'X-Amz-Date',
]

/** Throws MissingAuthenticationToken-, IncompleteSignature- or InvalidSignatureException. */
export function checkSignature(headers: IncomingHttpHeaders, query: URLSearchParams): void {
  const header = headers.authorization
  const inQuery = query.has('X-Amz-Algorithm')
  if (header && inQuery) {
    throw new DynamoDBError(
      'InvalidSignatureException',
      "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
    )
  }
  if (inQuery) checkQuery(query)
  else if (header?.trim().startsWith('AWS4-')) checkHeader(header, headers)
  else {
    throw new DynamoDBError('MissingAuthenticationTokenException', 'Request is missing Authentication Token')
  }
}

function checkHeader(header: string, headers: IncomingHttpHeaders): void {
  const missing = HEADER_PARTS.filter((part) => !new RegExp(`[\\s,]${part}=[^\\s,]+`).test(header)).map(
    (part) => `Authorization header requires '${part}' parameter. `,
  )
  if (!headers['x-amz-date'] && !headers.date) {
    missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ")
  }
  if (missing.length === 0) return
  throw new DynamoDBError('IncompleteSignatureException', `${missing.join('')}Authorization=${header.trim()}`)
}

function checkQuery(query: URLSearchParams): void {
  const missing = QUERY_PARTS.filter((part) => !query.get(part)).map(
    (part) => `AWS query-string parameters must include '${part}'. `,
  )
  if (missing.length === 0) return
  throw new DynamoDBError(
    'IncompleteSignatureException',
    `${missing.join('')}Re-examine the query-string parameters.`,
  )
}
