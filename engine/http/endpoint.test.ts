import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ResourceNotFoundException,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Engine, openEngine } from '../engine.ts'
import { createMemoryStore } from '../storage/memoryStore.ts'
import { createEndpoint } from './endpoint.ts'

const SIGNED = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=a/20261120/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20261120T000000Z',
}

let engine: Engine
let server: ReturnType<typeof createEndpoint>
let url: string

beforeEach(async () => {
  engine = await openEngine({ store: createMemoryStore() })
  server = createEndpoint(engine)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await engine.close()
})

function post(
  target: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${target}`,
      ...SIGNED,
      ...headers,
    },
  })
}

describe('the AWS SDK for JavaScript v3', () => {
  it('creates a table, puts, queries, updates and deletes an item, and deletes the table', async () => {
    const client = new DynamoDBClient({
      endpoint: url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    })
    const TableName = 'Music'
    const Key = { Artist: { S: 'Nina Simone' }, Song: { S: 'Sinnerman' } }
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'Artist', AttributeType: 'S' },
          { AttributeName: 'Song', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'Artist', KeyType: 'HASH' },
          { AttributeName: 'Song', KeyType: 'RANGE' },
        ],
      }),
    )
    const described = await client.send(new DescribeTableCommand({ TableName }))
    expect(described.Table?.TableStatus).toBe('ACTIVE')
    expect(described.Table?.CreationDateTime).toBeInstanceOf(Date)

    const cover = new Uint8Array([0, 255, 7])
    const Item = { ...Key, Seconds: { N: '0622' }, Cover: { B: cover }, Tags: { SS: ['live', 'blues'] } }
    const put = await client.send(new PutItemCommand({ TableName, Item, ReturnConsumedCapacity: 'TOTAL' }))
    expect(put.ConsumedCapacity).toEqual({ TableName, CapacityUnits: 1 })

    const queried = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'Artist = :a AND begins_with(Song, :s)',
        ExpressionAttributeValues: { ':a': { S: 'Nina Simone' }, ':s': { S: 'Sin' } },
      }),
    )
    expect(queried.Items).toEqual([
      { ...Key, Seconds: { N: '622' }, Cover: { B: cover }, Tags: { SS: ['blues', 'live'] } },
    ])

    const updated = await client.send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: 'SET Plays = if_not_exists(Plays, :zero) + :one',
        ExpressionAttributeValues: { ':zero': { N: '0' }, ':one': { N: '1' } },
        ReturnValues: 'UPDATED_NEW',
      }),
    )
    expect(updated.Attributes).toEqual({ Plays: { N: '1' } })

    const refused = client.send(
      new DeleteItemCommand({ TableName, Key, ConditionExpression: 'attribute_not_exists(Artist)' }),
    )
    await expect(refused).rejects.toBeInstanceOf(ConditionalCheckFailedException)
    const deleted = await client.send(new DeleteItemCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }))
    expect(deleted.Attributes?.Plays).toEqual({ N: '1' })

    await client.send(new DeleteTableCommand({ TableName }))
    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual([])
    await expect(client.send(new DescribeTableCommand({ TableName }))).rejects.toBeInstanceOf(
      ResourceNotFoundException,
    )
    client.destroy()
  })
})

describe('the wire protocol', () => {
  it('answers with a request id and the checksum of the body', async () => {
    const response = await post('ListTables', '{}')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.0')
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[A-Z0-9]{52}$/)
    expect(await response.text()).toBe('{"TableNames":[]}')
    expect(response.headers.get('x-amz-crc32')).toBe('1315925753')
  })

  it('names the kind of an error in __type', async () => {
    const response = await post('DescribeTable', '{"TableName":"Nowhere"}')
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
      message: 'Requested resource not found: Table: Nowhere not found',
    })
    const invalid = await post('ListTables', '{"Limit":0}')
    expect(await invalid.json()).toMatchObject({ __type: 'com.amazon.coral.validate#ValidationException' })
  })

  it('refuses what is not JSON and operations that do not exist', async () => {
    const broken = await post('ListTables', '{"Limit":')
    expect(await broken.json()).toEqual({ __type: 'com.amazon.coral.service#SerializationException' })
    const unknown = await post('MakeCoffee', '{}')
    expect(unknown.status).toBe(400)
    expect(await unknown.json()).toMatchObject({
      __type: 'com.amazon.coral.service#UnknownOperationException',
    })
    const wrongType = await post('ListTables', '{}', { 'content-type': 'text/plain' })
    expect([wrongType.status, await wrongType.text()]).toEqual([404, '<UnknownOperationException/>\n'])
  })

  it('asks for a signature but accepts any', async () => {
    const unsigned = await post('ListTables', '{}', { authorization: '' })
    expect(await unsigned.json()).toMatchObject({
      __type: 'com.amazon.coral.service#MissingAuthenticationTokenException',
      message: 'Request is missing Authentication Token',
    })
    const partial = await post('ListTables', '{}', {
      authorization: 'AWS4-HMAC-SHA256 Credential=a, Signature=b',
    })
    expect(await partial.json()).toMatchObject({
      __type: 'com.amazon.coral.service#IncompleteSignatureException',
      message: expect.stringContaining("requires 'SignedHeaders' parameter"),
    })
  })

  it('reads gzip, answers browsers and tells its health', async () => {
    const zipped = await post('ListTables', new Uint8Array(gzipSync('{}')), { 'content-encoding': 'gzip' })
    expect(await zipped.json()).toEqual({ TableNames: [] })
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'http://example.com', 'access-control-request-headers': 'x-amz-target' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-amz-target')
    const health = await fetch(url)
    expect([health.status, await health.text()]).toEqual([200, expect.stringContaining('healthy')])
  })
})
