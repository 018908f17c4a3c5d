// The ten types of attribute values in the order in which they are offered, with their names for people.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html

import type { AttributeType } from '../../engine/value/attributeValue.ts'

export const TYPE_NAMES: Readonly<Record<AttributeType, string>> = {
  S: 'String',
  N: 'Number',
  B: 'Binary',
  BOOL: 'Boolean',
  NULL: 'Null',
  SS: 'String set',
  NS: 'Number set',
  BS: 'Binary set',
  L: 'List',
  M: 'Map',
}

export const ATTRIBUTE_TYPES = Object.keys(TYPE_NAMES) as readonly AttributeType[]
