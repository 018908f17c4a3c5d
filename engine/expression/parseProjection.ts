// ProjectionExpression: document paths joined by commas.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html

import type { PathNode, Projection } from './ast.ts'
import { parsePath } from './parsePath.ts'
import { TokenReader } from './tokenReader.ts'

/** Throws the first problem that the text has by itself, whatever its placeholders stand for. */
export function parseProjection(text: string): Projection {
  const reader = new TokenReader('ProjectionExpression', text, [])
  const paths: PathNode[] = []
  do paths.push(parsePath(reader))
  while (reader.accept(','))
  reader.finish()
  return { kind: 'projection', paths, start: 0, end: text.length }
}
