import { describe, expect, test } from 'vitest'
import { printCliCommand, printSdkCode } from './requestText.ts'

describe('as an AWS CLI command', () => {
  test('members become options, objects JSON', () => {
    const command = printCliCommand('Query', {
      TableName: 'orders',
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'PK' },
      ExpressionAttributeValues: { ':pk': { S: 'USER#1' } },
      ScanIndexForward: false,
      Limit: 10,
    })
    expect(command).toBe(
      [
        'aws dynamodb query',
        '--table-name orders',
        `--key-condition-expression '#pk = :pk'`,
        `--expression-attribute-names '{"#pk":"PK"}'`,
        `--expression-attribute-values '{":pk":{"S":"USER#1"}}'`,
        '--no-scan-index-forward',
        '--limit 10',
      ].join(' \\\n  '),
    )
  })

  test('an apostrophe stays inside its word', () => {
    expect(printCliCommand('PutItem', { Item: { PK: { S: `it's` } } })).toContain(`'{"PK":{"S":"it'\\''s"}}'`)
  })

  test('abbreviations are one word', () => {
    expect(printCliCommand('CreateTable', { SSESpecification: { Enabled: true } })).toContain(
      '--sse-specification',
    )
  })
})

describe('as SDK code', () => {
  const run = (operation: string, input: object) => {
    const code = printSdkCode(operation, input)
    const literal = code.slice(code.indexOf('Command(') + 'Command('.length, code.lastIndexOf('))'))
    return new Function('Buffer', `return (${literal})`)(Buffer) as unknown
  }

  test('the literal means the request', () => {
    const input = {
      TableName: 'orders',
      Item: {
        PK: { S: `a 'quoted' "name"\n\u2028` },
        'odd name': { N: '1e3' },
        list: { L: [{ BOOL: true }, { NULL: true }, { M: {} }] },
      },
    }
    expect(run('PutItem', input)).toEqual(input)
  })

  test('an attribute named __proto__ stays an attribute', () => {
    const input = { Item: JSON.parse('{"__proto__":{"S":"x"}}') as object }
    expect(JSON.stringify(run('PutItem', input))).toBe(JSON.stringify(input))
  })

  test('binary values are bytes', () => {
    const input = { Item: { one: { B: 'AQID' }, many: { BS: ['AQ==', 'Ag=='] } } }
    expect(run('PutItem', input)).toEqual({
      Item: { one: { B: Buffer.from([1, 2, 3]) }, many: { BS: [Buffer.from([1]), Buffer.from([2])] } },
    })
  })

  test('names the command that it imports', () => {
    const code = printSdkCode('GetItem', { TableName: 'orders' })
    expect(code).toContain('import { DynamoDBClient, GetItemCommand }')
    expect(code).toContain('client.send(new GetItemCommand({')
  })
})
