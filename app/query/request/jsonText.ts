// Request text as it is typed: the JSON it is, or the place where it stops being JSON.

import { JsonTextError, parseJson } from '../../values/parseJson.ts'

export interface JsonProblem {
  message: string
  /** 1-based. */
  line: number
  column: number
}

export type JsonResult = { json: unknown } | { problem: JsonProblem }

export function parseJsonText(text: string): JsonResult {
  try {
    return { json: parseJson(text, { numberOf: Number }).value }
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error
    const { message, line, column } = error
    return { problem: { message, line, column } }
  }
}
