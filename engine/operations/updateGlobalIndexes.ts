// Creating, changing and dropping global secondary indexes of a table that is there. Only one can be created
// or dropped at a time; the attributes of its keys are declared anew with the request.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html

import type { AttributeDefinition, GlobalSecondaryIndexUpdate, UpdateTableInput } from '../api.ts'
import type { GlobalSecondaryIndexDefinition, TableDefinition } from '../table/tableDefinition.ts'
import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import {
  checkIndexThroughput,
  checkOnDemandThroughput,
  checkThroughputBounds,
  invalid,
} from './checkBilling.ts'
import { checkGlobalCount, checkGlobalIndex, checkProjectedCount } from './checkKeySchema.ts'
import { newGlobalIndex, onDemandThroughput } from './newDefinition.ts'
import type { OperationContext } from './operation.ts'
import { billingModeOf, changedThroughput, checkThroughputChanges, updatedWarmth } from './updateCapacity.ts'

/** What can be told before the table is known. */
export function checkIndexUpdates(updates: readonly GlobalSecondaryIndexUpdate[]): void {
  const names = new Set<string>()
  for (const update of updates) {
    const action = update.Update ?? update.Create ?? update.Delete
    if (!action) {
      throw invalid(
        'One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, ' +
          'GlobalSecondaryIndexUpdate.Delete must not be null',
      )
    }
    if (names.has(action.IndexName)) {
      throw invalid(
        `Only one global secondary index update per index is allowed simultaneously. Index: ${action.IndexName}`,
      )
    }
    names.add(action.IndexName)
    if (update.Update?.ProvisionedThroughput) checkThroughputBounds(update.Update.ProvisionedThroughput)
  }
}

export function updateGlobalIndexes(
  context: OperationContext,
  definition: TableDefinition,
  input: UpdateTableInput,
): TableDefinition {
  const updates = input.GlobalSecondaryIndexUpdates ?? []
  if (updates.filter((update) => update.Create || update.Delete).length > 1) {
    throw new DynamoDBError(
      'LimitExceededException',
      'Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table',
    )
  }
  return updates.reduce((current, update) => applyIndexUpdate(context, current, update, input), definition)
}

function applyIndexUpdate(
  context: OperationContext,
  definition: TableDefinition,
  update: GlobalSecondaryIndexUpdate,
  input: UpdateTableInput,
): TableDefinition {
  if (update.Update) return changeIndex(context, definition, update.Update)
  if (update.Create) return createIndex(definition, update.Create, input.AttributeDefinitions ?? [])
  return update.Delete ? dropIndex(definition, update.Delete.IndexName) : definition
}

function createIndex(
  definition: TableDefinition,
  create: NonNullable<GlobalSecondaryIndexUpdate['Create']>,
  declared: readonly AttributeDefinition[],
): TableDefinition {
  const { LocalSecondaryIndexes: local = [], GlobalSecondaryIndexes: global = [] } = definition
  if ([...local, ...global].some(({ IndexName }) => IndexName === create.IndexName)) {
    throw validationError('Attempting to create an index which already exists')
  }
  const mode = billingModeOf(definition)
  checkGlobalIndex(create, declared, mode)
  checkGlobalCount(global.length + 1)
  checkProjectedCount([...local, ...global, create])
  const index = { ...newGlobalIndex(definition.TableArn, create, mode), Backfilling: false }
  return {
    ...definition,
    AttributeDefinitions: mergeDefinitions(definition.AttributeDefinitions, declared, create.KeySchema),
    GlobalSecondaryIndexes: [...global, index],
  }
}

/** A definition that is there already stays, whatever the request says of its type. */
function mergeDefinitions(
  current: readonly AttributeDefinition[],
  declared: readonly AttributeDefinition[],
  keys: readonly { AttributeName: string }[],
): AttributeDefinition[] {
  const isNew = ({ AttributeName: name }: AttributeDefinition) =>
    keys.some(({ AttributeName }) => AttributeName === name) &&
    current.every(({ AttributeName }) => AttributeName !== name)
  return [...current, ...declared.filter(isNew)]
}

function dropIndex(definition: TableDefinition, name: string): TableDefinition {
  if (!definition.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === name)) {
    throw new DynamoDBError('ResourceNotFoundException', 'Requested resource not found')
  }
  return replaceIndex(definition, name, (index) => ({ ...index, IndexStatus: 'DELETING' }))
}

function changeIndex(
  context: OperationContext,
  definition: TableDefinition,
  update: NonNullable<GlobalSecondaryIndexUpdate['Update']>,
): TableDefinition {
  if (!definition.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === update.IndexName)) {
    throw validationError(
      'This operation cannot be performed with given input values. Please contact DynamoDB service team for ' +
        'more info: Action Blocked: IndexUpdate',
    )
  }
  const mode = billingModeOf(definition)
  if (mode === 'PAY_PER_REQUEST') checkIndexThroughput(update, mode)
  checkOnDemandThroughput(update.OnDemandThroughput, mode, 'UpdateTable')
  return replaceIndex(definition, update.IndexName, ({ OnDemandThroughput: limits, ...index }) => {
    const throughput = update.ProvisionedThroughput
    if (throughput) checkThroughputChanges(index.ProvisionedThroughput, throughput)
    return {
      ...index,
      IndexStatus: 'UPDATING',
      ...(throughput && {
        ProvisionedThroughput: changedThroughput(context, index.ProvisionedThroughput, throughput),
      }),
      ...(mode === 'PAY_PER_REQUEST' && onDemandThroughput({ ...limits, ...update.OnDemandThroughput })),
      WarmThroughput: updatedWarmth(
        index.WarmThroughput,
        mode,
        throughput ?? index.ProvisionedThroughput,
        update.WarmThroughput,
      ),
    }
  })
}

function replaceIndex(
  definition: TableDefinition,
  name: string,
  replace: (index: GlobalSecondaryIndexDefinition) => GlobalSecondaryIndexDefinition,
): TableDefinition {
  const indexes = (definition.GlobalSecondaryIndexes ?? []).map((index) =>
    index.IndexName === name ? replace(index) : index,
  )
  return { ...definition, GlobalSecondaryIndexes: indexes }
}
