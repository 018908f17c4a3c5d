import type { AttributeValue } from '../../engine/value/attributeValue.ts'
import { checkAttributeValue } from '../../engine/value/checkAttributeValue.ts'

/** DynamoDB's message about a value, or undefined when it takes it. */
export function findValueProblem(value: AttributeValue): string | undefined {
  try {
    checkAttributeValue(value)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
