// What a refused read means for the person who wrote it: which input of the form it is about, and what to
// do, in plain words. DynamoDB's own words always stand first; this stands under them.

import type { ReadOperation } from './queryForm.ts'

export type ErrorPart =
  | 'target'
  | 'key'
  | 'filter'
  | 'projection'
  | 'select'
  | 'limit'
  | 'consistentRead'
  | 'segments'
  | 'startKey'
  | 'request'

export interface ErrorExplanation {
  part: ErrorPart
  /** The key attribute that it is about, where the message tells. */
  keyName?: string
  advice?: string
}

interface Rule {
  pattern: RegExp
  part: ErrorPart
  /** `$1` stands for what the first group of the pattern found. */
  advice?: string
  /** The first group is the name of a key attribute. */
  namesKey?: true
}

const rules: readonly Rule[] = [
  {
    pattern: /^Requested resource not found/,
    part: 'target',
    advice: 'This table does not exist any more, or has another name. Choose one that is in the project.',
  },
  {
    pattern: /does not have the specified index: (.*)/,
    part: 'target',
    advice: 'The table has no index $1. Choose the table or one of its indexes.',
  },
  {
    pattern: /Consistent reads are not supported on global secondary indexes/,
    part: 'consistentRead',
    advice:
      'A global secondary index follows the table with a delay, so it cannot promise the latest write. Turn consistent read off, or read the table or a local secondary index.',
  },
  {
    pattern: /Query condition missed key schema element: (.*)/,
    part: 'key',
    namesKey: true,
    advice: 'A Query reads one item collection: it needs a value for $1, compared by =.',
  },
  {
    pattern: /Query key condition not supported/,
    part: 'key',
    advice:
      'Compare the partition key by =, and the sort key by one operator at most. Anything else belongs into the filter.',
  },
  {
    pattern: /Condition parameter type does not match schema type/,
    part: 'key',
    advice: 'A key value has another type than the key attribute. Give it the type of the key schema.',
  },
  {
    pattern: /cannot contain an empty (?:string|binary) value\..*Key: (.*)/,
    part: 'key',
    namesKey: true,
    advice: 'No item can have an empty $1, so there is nothing to look for. Type a value.',
  },
  {
    pattern: /cannot contain an empty (?:string|binary) value/,
    part: 'key',
    advice: 'Key values are never empty. Type a value.',
  },
  {
    pattern: /provided key element does not match the schema/,
    part: 'key',
    advice: 'GetItem wants every attribute of the primary key, each with its type, and nothing besides.',
  },
  {
    pattern: /Size of hashkey has exceeded|range keys has exceeded/,
    part: 'key',
    advice: 'A partition key value has at most 2048 bytes, a sort key value at most 1024.',
  },
  {
    pattern: /Either the KeyConditions or KeyConditionExpression/,
    part: 'key',
    advice: 'A Query needs a key condition. To read everything, use Scan.',
  },
  {
    pattern: /Invalid KeyConditionExpression: .*The BETWEEN operator requires upper bound/,
    part: 'key',
    advice: 'The first value of BETWEEN is the lower one. Swap the two.',
  },
  {
    pattern: /Invalid KeyConditionExpression: .*operator or function: begins_with, operand type: N/,
    part: 'key',
    advice: 'begins_with looks at text or binary. For a number use BETWEEN.',
  },
  {
    pattern: /Invalid operator used in KeyConditionExpression: (.*)/,
    part: 'key',
    advice:
      'Key conditions know =, <, <=, >, >=, BETWEEN and begins_with, joined by AND. Put $1 into the filter.',
  },
  {
    pattern: /Filter Expression can only contain non-primary key attributes: Primary key attribute: (.*)/,
    part: 'filter',
    advice:
      'A Query filters by what is not in its key. Put the condition on $1 into the key condition, or use Scan.',
  },
  {
    pattern: /starting key is outside query boundaries|starting key does not match the range key predicate/,
    part: 'startKey',
    advice:
      'The start key lies outside of what the key condition reads. Clear it, or take the LastEvaluatedKey of the same query.',
  },
  {
    pattern: /starting key is invalid/,
    part: 'startKey',
    advice:
      'The start key holds exactly the key attributes of the table, and of the index when one is read. Clear it to start at the beginning.',
  },
  {
    pattern: /can return at most one row and cannot be restarted/,
    part: 'startKey',
    advice: 'This key condition finds one item at most, so there is no next page. Clear the start key.',
  },
  {
    pattern: /reserved keyword: (\S+)/,
    part: 'request',
    advice: '$1 is a reserved word. Write #$1 instead, and say under names what it stands for.',
  },
  {
    pattern: /attribute name used in the document path is not defined; attribute name: (\S+)/,
    part: 'request',
    advice: 'Say under names which attribute $1 stands for.',
  },
  {
    pattern: /attribute value used in expression is not defined; attribute value: (\S+)/,
    part: 'request',
    advice: 'Give $1 a value.',
  },
  {
    pattern: /(?:Names|Values) unused in expressions/,
    part: 'request',
    advice: 'DynamoDB wants every name and value used. Remove the ones that no expression mentions.',
  },
  {
    pattern: /redundant parentheses/,
    part: 'request',
    advice: 'One pair of parentheses is enough: remove the doubled ones.',
  },
  {
    pattern: /Invalid function name; function: (\S+)/,
    part: 'request',
    advice:
      'There is no function $1 here: attribute_exists, attribute_not_exists, attribute_type, begins_with, contains and size are all, in lower case.',
  },
  {
    pattern: /not allowed to be used this way in an expression; function: size/,
    part: 'request',
    advice: 'size() is a number: compare it, as in size(a) > :n.',
  },
  {
    pattern:
      /Incorrect operand type for operator or function; operator or function: (\S+), operand type: (\S+)/,
    part: 'request',
    advice: '$1 does not work on a value of type $2. Change the type of the value, or the operator.',
  },
  {
    pattern: /The BETWEEN operator requires upper bound/,
    part: 'request',
    advice: 'The first value of BETWEEN is the lower one. Swap the two.',
  },
  {
    pattern: /Two document paths overlap/,
    part: 'projection',
    advice: 'One of the paths already contains the other. Keep the shorter one.',
  },
  {
    pattern: /Syntax error; token: "<EOF>"/,
    part: 'request',
    advice: 'The expression stops too early: something is missing at its end.',
  },
  {
    pattern: /Syntax error; token: "(.*?)", near/,
    part: 'request',
    advice:
      'The expression cannot be understood from “$1” on. Values are written as :placeholders, never in quotes.',
  },
  {
    pattern: /SPECIFIC_ATTRIBUTES|Cannot specify the ProjectionExpression when choosing/,
    part: 'select',
    advice: 'Select and the projection contradict each other. With a projection leave Select to its default.',
  },
  {
    pattern: /Select type ALL_ATTRIBUTES is not supported for global secondary index (\S+)/,
    part: 'select',
    advice:
      'Index $1 does not hold all attributes, and a global secondary index cannot fetch them. Return its projected attributes, or read the table.',
  },
  {
    pattern: /ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName/,
    part: 'select',
    advice: 'Only an index has a projection. Choose an index, or leave Select to its default.',
  },
  {
    pattern: /Global secondary index (\S+) does not project/,
    part: 'projection',
    advice: 'Index $1 does not hold these attributes. Take them out of the projection, or read the table.',
  },
  {
    pattern: /at 'limit' failed/i,
    part: 'limit',
    advice: 'Limit counts items read, so it is at least 1. Leave it empty for a full page of 1 MB.',
  },
  {
    pattern: /Segment/i,
    part: 'segments',
    advice: 'Segments are counted from 0: the last of 4 is 3. Give both numbers or none.',
  },
  {
    pattern: /cannot be converted to a numeric value|significant digits|Number overflow|Number underflow/,
    part: 'request',
    advice: 'A number has up to 38 digits and no spaces or units.',
  },
  {
    pattern: /InternalFailure|InternalServerError/,
    part: 'request',
    advice: 'This is a fault of the workbench, not of your request. Your data is untouched.',
  },
  { pattern: /KeyConditionExpression/, part: 'key' },
]

/** Which input the refusal of a read is about, and what to do about it. */
export function explainError(
  error: { name: string; message: string },
  operation: ReadOperation,
): ErrorExplanation {
  const rule = rules.find(({ pattern }) => pattern.test(error.message) || pattern.test(error.name))
  const groups = rule?.pattern.exec(error.message) ?? undefined
  const part = expressionPart(error.message) ?? rule?.part ?? 'request'
  const explanation: ErrorExplanation = {
    part: operation === 'GetItem' && part === 'filter' ? 'request' : part,
  }
  if (rule?.namesKey && groups?.[1]) explanation.keyName = groups[1]
  if (rule?.advice)
    explanation.advice = rule.advice.replace(/\$(\d)/g, (_, group) => groups?.[Number(group)] ?? '')
  return explanation
}

/** A message that names its expression is about that one, whatever else it says. */
function expressionPart(message: string): ErrorPart | undefined {
  if (/Invalid FilterExpression/.test(message)) return 'filter'
  if (/Invalid ProjectionExpression/.test(message)) return 'projection'
  if (/Invalid KeyConditionExpression/.test(message)) return 'key'
  return undefined
}
