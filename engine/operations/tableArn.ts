// Names of tables and of what belongs to them as Amazon Resource Names. Wherever a request names a table,
// its ARN may stand instead.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html#DDB-GetItem-request-TableName

export interface TableArn {
  region: string
  accountId: string
  tableName: string
}

const TABLE_ARN = /^arn:aws[a-z-]*:dynamodb:([a-z0-9-]+):([0-9]+):table\/([a-zA-Z0-9_.-]{1,255})$/

export function parseTableArn(text: string): TableArn | undefined {
  if (!text.startsWith('arn:')) return undefined
  const [, region, accountId, tableName] = TABLE_ARN.exec(text) ?? []
  return region && accountId && tableName ? { region, accountId, tableName } : undefined
}

export function printTableArn({ region, accountId, tableName }: TableArn): string {
  return `arn:aws:dynamodb:${region}:${accountId}:table/${tableName}`
}
