import { describe, expect, test } from 'vitest'
import { StorageError } from '../storage/storageError.ts'
import { DynamoDBError } from '../value/dynamoDBError.ts'
import { describeError, EngineError, rebuildError } from './engineError.ts'

function cross(cause: unknown): Error {
  return rebuildError(structuredClone(describeError(cause)))
}

describe('an error that crosses', () => {
  test("is DynamoDB's, whole, when it was DynamoDB's", () => {
    const reasons = { CancellationReasons: [{ Code: 'None' }] }
    const error = cross(new DynamoDBError('TransactionCanceledException', 'Transaction cancelled', reasons))
    expect(error).toBeInstanceOf(DynamoDBError)
    expect(error).toMatchObject({
      name: 'TransactionCanceledException',
      message: 'Transaction cancelled',
      details: reasons,
    })
  })

  test('keeps name, message and details of storage, over any number of boundaries', () => {
    const error = cross(cross(new StorageError('StorageFull', 'No more room.', { sequence: 7 })))
    expect(error).toBeInstanceOf(EngineError)
    expect(error).toMatchObject({ name: 'StorageFull', message: 'No more room.', details: { sequence: 7 } })
  })

  test('is an InternalFailure with the stack when it is a bug of ours', () => {
    const bug = new TypeError('x is not a function')
    const error = cross(bug)
    expect(error).toMatchObject({ name: 'InternalFailure', message: 'TypeError: x is not a function' })
    expect(error.stack).toBe(bug.stack)
    expect(cross('thrown text')).toMatchObject({ name: 'InternalFailure', message: 'Error: thrown text' })
  })
})
