import type { AttributeValue } from '../value/attributeValue.ts'

/** The members of a request that expressions are made of, in AWS's spelling. */
export interface ExpressionInput {
  UpdateExpression?: string
  ConditionExpression?: string
  KeyConditionExpression?: string
  FilterExpression?: string
  ProjectionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, AttributeValue>
}
