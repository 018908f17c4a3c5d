// A conformance vector: requests to an empty account, one after the other, and what DynamoDB answers to each.
// Every vector names where that is known from: a page of the AWS documentation, or a published suite or
// capture whose expectations were checked against the service. Vectors are data: any implementation of the
// API can be held to them.

export interface Vector {
  name: string
  source: string
  /** Which wording of validation errors is expected; that of 2026 by default. */
  messages?: '2025' | '2026'
  /** How long tables take to become ACTIVE; no time by default. */
  tableDelayMs?: number
  steps: VectorStep[]
}

export interface VectorStep {
  operation: string
  input: unknown
  /** The whole response. */
  output?: unknown
  /** Some of the response, where the rest differs from run to run. */
  includes?: unknown
  error?: { name: string; message: string; details?: Record<string, unknown> }
}

export function step(operation: string, input: unknown, output?: unknown): VectorStep {
  return output === undefined ? { operation, input } : { operation, input, output }
}

export function stepIncluding(operation: string, input: unknown, includes: unknown): VectorStep {
  return { operation, input, includes }
}

export function refused(
  operation: string,
  input: unknown,
  message: string,
  name = 'ValidationException',
): VectorStep {
  return { operation, input, error: { name, message } }
}

export function notFound(
  operation: string,
  input: unknown,
  message = 'Requested resource not found',
): VectorStep {
  return refused(operation, input, message, 'ResourceNotFoundException')
}
