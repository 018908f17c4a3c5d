// The functions of expressions, by the kind of expression that has them. Their names are case-sensitive.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html

export const conditionFunctions: ReadonlySet<string> = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
  'size',
])

export const updateFunctions: ReadonlySet<string> = new Set(['if_not_exists', 'list_append'])
