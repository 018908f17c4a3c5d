// The schema language for inputs: each operation states its members as data, the way the service's model
// does. Types decide what JSON is readable at all (readInput.ts); lengths, ranges, enumerations, patterns
// and presence decide what is acceptable (checkConstraints.ts).
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html

export interface TextShape {
  type: 'String'
  minLength?: number
  maxLength?: number
  /** Anchored at both ends. */
  pattern?: RegExp
  /** Whether the ARN of a table may stand for its name. */
  orArn?: boolean
  /** In the order in which AWS lists them. */
  values?: readonly string[]
}

export interface NumberShape {
  type: 'Integer' | 'Long'
  min?: number
  max?: number
}

export interface FlagShape {
  type: 'Boolean'
}

export interface ListShape {
  type: 'List'
  of: Shape
  minLength?: number
  maxLength?: number
}

export interface MapShape {
  type: 'Map'
  /** The Java type of its values, which AWS names when it meets an array instead. */
  javaValue: string
  keys?: TextShape
  of: Shape
  /** Lengths of its values when they are lists: AWS reports these at the map, not at the list. */
  valueLength?: { minLength: number; maxLength: number }
}

export interface StructureShape {
  type: 'Structure'
  name: string
  members: ReadonlyMap<string, Member>
}

/** An attribute value stays as it came: engine/value judges it, later and in its own words. */
export interface AttributeValueShape {
  type: 'AttributeValue'
}

/** A parameter that is known but not read, only noticed. */
export interface UnreadShape {
  type: 'Unread'
}

export type Shape =
  | TextShape
  | NumberShape
  | FlagShape
  | ListShape
  | MapShape
  | StructureShape
  | AttributeValueShape
  | UnreadShape

export interface Member {
  shape: Shape
  /** AWS misses some members as members of the input, others as parameters of the request. */
  required?: 'member' | 'parameter'
  /** AWS reports some members by their own name and without the value. */
  terse?: boolean
}

type MemberInput = Shape | Member

export function text(limits: Omit<TextShape, 'type'> = {}): TextShape {
  return { type: 'String', ...limits }
}

export function oneOf(...values: string[]): TextShape {
  return { type: 'String', values }
}

export function integer(limits: Omit<NumberShape, 'type'> = {}): NumberShape {
  return { type: 'Integer', ...limits }
}

export function long(limits: Omit<NumberShape, 'type'> = {}): NumberShape {
  return { type: 'Long', ...limits }
}

export const flag: FlagShape = { type: 'Boolean' }
export const attributeValue: AttributeValueShape = { type: 'AttributeValue' }
export const unread: UnreadShape = { type: 'Unread' }

export function listOf(of: Shape, limits: { minLength?: number; maxLength?: number } = {}): ListShape {
  return { type: 'List', of, ...limits }
}

export function mapOf(
  of: Shape,
  javaValue: string,
  limits: Pick<MapShape, 'keys' | 'valueLength'> = {},
): MapShape {
  return { type: 'Map', of, javaValue, ...limits }
}

/** The members' order is the order in which their violations are reported. */
export function structure(name: string, members: Record<string, MemberInput>): StructureShape {
  return {
    type: 'Structure',
    name,
    members: new Map(Object.entries(members).map(([member, input]) => [member, asMember(input)])),
  }
}

export function required(input: MemberInput, as: 'member' | 'parameter' = 'member'): Member {
  return { ...asMember(input), required: as }
}

export function terse(input: MemberInput): Member {
  return { ...asMember(input), terse: true }
}

function asMember(input: MemberInput): Member {
  return 'shape' in input ? input : { shape: input }
}
