// The attributes that a form returns, from a ProjectionExpression.

import { parseProjection } from '../../../engine/expression/parseProjection.ts'
import { BeyondForm } from './beyondForm.ts'
import { pathTextOf } from './expressionPlaces.ts'
import type { RequestMembers } from './requestMembers.ts'

/** As document paths. Throws BeyondForm for an expression that DynamoDB would refuse. */
export function projectionOfExpression(members: RequestMembers): string[] {
  const text = members.ProjectionExpression
  if (text === undefined) return []
  return parsePaths(text).map((path) => pathTextOf(path, members))
}

function parsePaths(text: string) {
  try {
    return parseProjection(text).paths
  } catch (error) {
    throw new BeyondForm(error instanceof Error ? error.message : String(error))
  }
}
