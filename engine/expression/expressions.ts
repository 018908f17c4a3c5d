// The expression language of DynamoDB, from texts to what they do to items. A request's expressions are
// bound together: parsed (once per text), given their placeholders, and checked against everything that can
// be known without a table. Bound, they are pure functions of an item.
//
//   text → parseCondition, parseUpdate, parseProjection → a tree → printCondition, printUpdate, printProjection
//   request → bindExpressions → matchesCondition, applyUpdate, projectItem, resolveKeyCondition
//
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html

import type { AttributeMap, AttributeValue, Item } from '../value/attributeValue.ts'
import { applyEdits } from './applyEdits.ts'
import type { Slots } from './bindings.ts'
import { type BoundCondition, bindCondition, conditionPaths } from './boundCondition.ts'
import { type BoundKeyCondition, bindKeyCondition, restrictKeyCondition } from './boundKeyCondition.ts'
import { type BoundProjection, bindProjection } from './boundProjection.ts'
import { type BoundUpdate, bindUpdate, planEdits } from './boundUpdate.ts'
import type { DocumentPath } from './documentPath.ts'
import type { ExpressionInput } from './expressionInput.ts'
import { type KeyAttributeSchema, type KeyRange, planKeyRange } from './keyRange.ts'
import { createPathTree, selectFromItem } from './pathTree.ts'
import { checkPlaceholders, checkPlaceholdersUsed } from './placeholderMaps.ts'

export type {
  BoundCondition,
  BoundKeyCondition,
  BoundProjection,
  BoundUpdate,
  DocumentPath,
  ExpressionInput,
  KeyAttributeSchema,
  KeyRange,
}

export interface BoundExpressions {
  update?: BoundUpdate
  condition?: BoundCondition
  keyCondition?: BoundKeyCondition
  filter?: BoundCondition
  projection?: BoundProjection
}

/** Throws the first problem of the request's expressions, in DynamoDB's order. */
export function bindExpressions(input: ExpressionInput): BoundExpressions {
  checkPlaceholders(input)
  return bindCheckedExpressions(input)
}

/** The same once checkPlaceholders has passed: operations judge the values of the request in between. */
export function bindCheckedExpressions(input: ExpressionInput): BoundExpressions {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input
  const bound: BoundExpressions = {}
  const slots: Slots[] = []
  if (input.UpdateExpression !== undefined) {
    bound.update = bindUpdate(input.UpdateExpression, names, values)
    slots.push(bound.update.compiled.slots)
  }
  if (input.ConditionExpression !== undefined) {
    bound.condition = bindCondition(input.ConditionExpression, 'ConditionExpression', names, values)
    slots.push(bound.condition.compiled.slots)
  }
  const keyCondition =
    input.KeyConditionExpression === undefined
      ? undefined
      : bindKeyCondition(input.KeyConditionExpression, names, values)
  if (keyCondition !== undefined) slots.push(keyCondition.compiled.slots)
  if (input.FilterExpression !== undefined) {
    bound.filter = bindCondition(input.FilterExpression, 'FilterExpression', names, values)
    slots.push(bound.filter.compiled.slots)
  }
  if (input.ProjectionExpression !== undefined) {
    bound.projection = bindProjection(input.ProjectionExpression, names)
    slots.push(bound.projection.slots)
  }
  checkPlaceholdersUsed(input, slots)
  if (keyCondition !== undefined) bound.keyCondition = restrictKeyCondition(keyCondition)
  return bound
}

/** Whether the condition holds. An item that does not exist is an item without attributes. */
export function matchesCondition(condition: BoundCondition, item: Item | undefined): boolean {
  return condition.compiled.test(item ?? noAttributes, condition.bindings)
}

const noAttributes: Item = Object.freeze(Object.create(null) as Item)

/** The projected parts of the item. Key attributes are not added; what is missing is left out. */
export function projectItem(projection: BoundProjection, item: Item): Item {
  return selectFromItem(projection.tree, item)
}

/** A new item that shares what did not change. Throws where the item lacks what the update works on. */
export function applyUpdate(update: BoundUpdate, item: Item): Item {
  return applyEdits(item, planEdits(update, item))
}

/**
 * The parts of an image of the item that the update touches: of the old image for UPDATED_OLD, of the new
 * one for UPDATED_NEW. Positions in lists are those of the expression in both, so that a new element beyond
 * the end is not among them and what has moved up to a removed position is: just as DynamoDB answers.
 */
export function updatedAttributes(update: BoundUpdate, image: Item): AttributeMap {
  return selectFromItem(createPathTree(update.targets), image)
}

/** Whether no action can bring an attribute into being: only REMOVE and DELETE. */
export function updateRemovesOnly({ compiled }: BoundUpdate): boolean {
  return compiled.actions.every(({ kind }) => kind === 'REMOVE' || kind === 'DELETE')
}

/** The value of `SET name = :value`; undefined when the attribute is not set, or to something computed. */
export function assignedConstant(update: BoundUpdate, name: string): AttributeValue | undefined {
  const { compiled, bindings, targets } = update
  const i = targets.findIndex((path) => path.length === 1 && path[0] === name)
  const action = compiled.actions[i]
  if (action?.kind !== 'SET' || action.value?.kind !== 'value') return undefined
  return bindings.values[compiled.slots.ofValue(action.value.placeholder)]
}

export interface UpdateActionCounts {
  /** SET and ADD. */
  writes: number
  /** REMOVE and DELETE. */
  clears: number
  /** Those of the writes that SET a sum or a difference. */
  calculations: number
}

export function countUpdateActions({ compiled: { actions } }: BoundUpdate): UpdateActionCounts {
  const writes = actions.filter(({ kind }) => kind === 'SET' || kind === 'ADD').length
  const calculations = actions.filter(({ value }) => value?.kind === 'arithmetic').length
  return { writes, clears: actions.length - writes, calculations }
}

/**
 * The part of a table, or of the index of that name, that a key condition wants. Throws where the key schema
 * forbids it.
 */
export function resolveKeyCondition(
  keyCondition: BoundKeyCondition,
  schema: readonly KeyAttributeSchema[],
  indexName?: string,
): KeyRange {
  return planKeyRange(keyCondition.comparisons, schema, indexName)
}

/** Every path that a condition or projection names, in the order of the text. */
export function documentPaths(expression: BoundCondition | BoundProjection): readonly DocumentPath[] {
  return 'paths' in expression ? expression.paths : conditionPaths(expression)
}

/** The top-level attributes that a condition or projection names, each once. */
export function topLevelNames(expression: BoundCondition | BoundProjection): string[] {
  return [...new Set(documentPaths(expression).map((path) => path[0] as string))]
}
