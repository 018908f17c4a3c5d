// The operations that the engine answers, in AWS's shapes. One map, Operations, ties a name to its input
// and output: the worker boundary, the HTTP endpoint and the workbench all derive their types from it.
// Binary values are base64 text, as on the wire; timestamps are epoch seconds.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html

import type { AttributeMap, AttributeValue, Item, ScalarAttributeType } from './value/attributeValue.ts'

export type Key = AttributeMap
export type BillingMode = 'PROVISIONED' | 'PAY_PER_REQUEST'
export type KeyType = 'HASH' | 'RANGE'
export type ProjectionType = 'ALL' | 'KEYS_ONLY' | 'INCLUDE'
export type TableStatus = 'CREATING' | 'UPDATING' | 'DELETING' | 'ACTIVE'
export type IndexStatus = 'CREATING' | 'UPDATING' | 'DELETING' | 'ACTIVE'
export type StreamViewType = 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' | 'KEYS_ONLY'
export type ReturnConsumedCapacity = 'INDEXES' | 'TOTAL' | 'NONE'
export type ReturnItemCollectionMetrics = 'SIZE' | 'NONE'
export type ReturnValue = 'NONE' | 'ALL_OLD' | 'UPDATED_OLD' | 'ALL_NEW' | 'UPDATED_NEW'
export type Select = 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES' | 'SPECIFIC_ATTRIBUTES' | 'COUNT'

export interface AttributeDefinition {
  AttributeName: string
  AttributeType: ScalarAttributeType
}

export interface KeySchemaElement {
  AttributeName: string
  KeyType: KeyType
}

export interface Projection {
  ProjectionType?: ProjectionType
  NonKeyAttributes?: string[]
}

export interface ProvisionedThroughput {
  ReadCapacityUnits: number
  WriteCapacityUnits: number
}

export interface OnDemandThroughput {
  MaxReadRequestUnits?: number
  MaxWriteRequestUnits?: number
}

export interface WarmThroughput {
  ReadUnitsPerSecond?: number
  WriteUnitsPerSecond?: number
}

export interface StreamSpecification {
  StreamEnabled: boolean
  StreamViewType?: StreamViewType
}

export interface SSESpecification {
  Enabled?: boolean
  SSEType?: 'AES256' | 'KMS'
  KMSMasterKeyId?: string
}

export interface Tag {
  Key: string
  Value: string
}

export interface LocalSecondaryIndex {
  IndexName: string
  KeySchema: KeySchemaElement[]
  Projection: Projection
}

export interface GlobalSecondaryIndex extends LocalSecondaryIndex {
  ProvisionedThroughput?: ProvisionedThroughput
  OnDemandThroughput?: OnDemandThroughput
  WarmThroughput?: WarmThroughput
}

export interface ProvisionedThroughputDescription extends ProvisionedThroughput {
  NumberOfDecreasesToday: number
  LastIncreaseDateTime?: number
  LastDecreaseDateTime?: number
}

export interface WarmThroughputDescription extends WarmThroughput {
  Status?: 'CREATING' | 'UPDATING' | 'ACTIVE'
}

export interface LocalSecondaryIndexDescription extends LocalSecondaryIndex {
  IndexSizeBytes: number
  ItemCount: number
  IndexArn: string
}

export interface GlobalSecondaryIndexDescription extends LocalSecondaryIndexDescription {
  IndexStatus: IndexStatus
  Backfilling?: boolean
  ProvisionedThroughput: ProvisionedThroughputDescription
  OnDemandThroughput?: OnDemandThroughput
  WarmThroughput?: WarmThroughputDescription
}

export interface TableDescription {
  AttributeDefinitions: AttributeDefinition[]
  TableName: string
  KeySchema: KeySchemaElement[]
  TableStatus: TableStatus
  CreationDateTime: number
  ProvisionedThroughput: ProvisionedThroughputDescription
  TableSizeBytes: number
  ItemCount: number
  TableArn: string
  TableId: string
  BillingModeSummary?: { BillingMode: BillingMode; LastUpdateToPayPerRequestDateTime?: number }
  LocalSecondaryIndexes?: LocalSecondaryIndexDescription[]
  GlobalSecondaryIndexes?: GlobalSecondaryIndexDescription[]
  StreamSpecification?: StreamSpecification
  LatestStreamLabel?: string
  LatestStreamArn?: string
  SSEDescription?: { Status: string; SSEType?: string; KMSMasterKeyArn?: string }
  TableClassSummary?: { TableClass: string; LastUpdateDateTime?: number }
  DeletionProtectionEnabled?: boolean
  OnDemandThroughput?: OnDemandThroughput
  WarmThroughput?: WarmThroughputDescription
}

export interface CreateTableInput {
  TableName: string
  AttributeDefinitions: AttributeDefinition[]
  KeySchema: KeySchemaElement[]
  LocalSecondaryIndexes?: LocalSecondaryIndex[]
  GlobalSecondaryIndexes?: GlobalSecondaryIndex[]
  BillingMode?: BillingMode
  ProvisionedThroughput?: ProvisionedThroughput
  StreamSpecification?: StreamSpecification
  SSESpecification?: SSESpecification
  Tags?: Tag[]
  TableClass?: 'STANDARD' | 'STANDARD_INFREQUENT_ACCESS'
  DeletionProtectionEnabled?: boolean
  WarmThroughput?: WarmThroughput
  OnDemandThroughput?: OnDemandThroughput
  ResourcePolicy?: string
}

export interface GlobalSecondaryIndexUpdate {
  Create?: GlobalSecondaryIndex
  Update?: {
    IndexName: string
    ProvisionedThroughput?: ProvisionedThroughput
    OnDemandThroughput?: OnDemandThroughput
    WarmThroughput?: WarmThroughput
  }
  Delete?: { IndexName: string }
}

export interface UpdateTableInput {
  TableName: string
  AttributeDefinitions?: AttributeDefinition[]
  BillingMode?: BillingMode
  ProvisionedThroughput?: ProvisionedThroughput
  GlobalSecondaryIndexUpdates?: GlobalSecondaryIndexUpdate[]
  StreamSpecification?: StreamSpecification
  SSESpecification?: SSESpecification
  TableClass?: 'STANDARD' | 'STANDARD_INFREQUENT_ACCESS'
  DeletionProtectionEnabled?: boolean
  WarmThroughput?: WarmThroughput
  OnDemandThroughput?: OnDemandThroughput
}

export interface TableNameInput {
  TableName: string
}

export interface ListTablesInput {
  ExclusiveStartTableName?: string
  Limit?: number
}

export interface ListTablesOutput {
  TableNames: string[]
  LastEvaluatedTableName?: string
}

export interface Capacity {
  CapacityUnits: number
  ReadCapacityUnits?: number
  WriteCapacityUnits?: number
}

export interface ConsumedCapacity extends Capacity {
  TableName: string
  Table?: Capacity
  LocalSecondaryIndexes?: Record<string, Capacity>
  GlobalSecondaryIndexes?: Record<string, Capacity>
}

export interface ItemCollectionMetrics {
  ItemCollectionKey?: Key
  SizeEstimateRangeGB?: number[]
}

/** The members that every request with expressions shares. */
export interface ExpressionAttributes {
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, AttributeValue>
}

interface ConditionalWrite extends ExpressionAttributes {
  ConditionExpression?: string
  ReturnConsumedCapacity?: ReturnConsumedCapacity
  ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics
  ReturnValues?: ReturnValue
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE'
}

export interface PutItemInput extends ConditionalWrite {
  TableName: string
  Item: Item
}

export interface DeleteItemInput extends ConditionalWrite {
  TableName: string
  Key: Key
}

export interface UpdateItemInput extends ConditionalWrite {
  TableName: string
  Key: Key
  UpdateExpression?: string
}

export interface WriteItemOutput {
  Attributes?: AttributeMap
  ConsumedCapacity?: ConsumedCapacity
  ItemCollectionMetrics?: ItemCollectionMetrics
}

export interface GetItemInput {
  TableName: string
  Key: Key
  ConsistentRead?: boolean
  ProjectionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ReturnConsumedCapacity?: ReturnConsumedCapacity
}

export interface GetItemOutput {
  Item?: Item
  ConsumedCapacity?: ConsumedCapacity
}

interface PagedRead extends ExpressionAttributes {
  TableName: string
  IndexName?: string
  Select?: Select
  Limit?: number
  ConsistentRead?: boolean
  ProjectionExpression?: string
  FilterExpression?: string
  ExclusiveStartKey?: Key
  ReturnConsumedCapacity?: ReturnConsumedCapacity
}

export interface QueryInput extends PagedRead {
  KeyConditionExpression?: string
  ScanIndexForward?: boolean
}

export interface ScanInput extends PagedRead {
  Segment?: number
  TotalSegments?: number
}

export interface PagedReadOutput {
  Items?: Item[]
  Count: number
  ScannedCount: number
  LastEvaluatedKey?: Key
  ConsumedCapacity?: ConsumedCapacity
}

export interface KeysAndAttributes {
  Keys: Key[]
  ConsistentRead?: boolean
  ProjectionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
}

export interface BatchGetItemInput {
  RequestItems: Record<string, KeysAndAttributes>
  ReturnConsumedCapacity?: ReturnConsumedCapacity
}

export interface BatchGetItemOutput {
  Responses: Record<string, Item[]>
  UnprocessedKeys: Record<string, KeysAndAttributes>
  ConsumedCapacity?: ConsumedCapacity[]
}

export interface WriteRequest {
  PutRequest?: { Item: Item }
  DeleteRequest?: { Key: Key }
}

export interface BatchWriteItemInput {
  RequestItems: Record<string, WriteRequest[]>
  ReturnConsumedCapacity?: ReturnConsumedCapacity
  ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics
}

export interface BatchWriteItemOutput {
  UnprocessedItems: Record<string, WriteRequest[]>
  ItemCollectionMetrics?: Record<string, ItemCollectionMetrics[]>
  ConsumedCapacity?: ConsumedCapacity[]
}

export interface Operations {
  CreateTable: { input: CreateTableInput; output: { TableDescription: TableDescription } }
  DescribeTable: { input: TableNameInput; output: { Table: TableDescription } }
  ListTables: { input: ListTablesInput; output: ListTablesOutput }
  UpdateTable: { input: UpdateTableInput; output: { TableDescription: TableDescription } }
  DeleteTable: { input: TableNameInput; output: { TableDescription: TableDescription } }
  PutItem: { input: PutItemInput; output: WriteItemOutput }
  GetItem: { input: GetItemInput; output: GetItemOutput }
  UpdateItem: { input: UpdateItemInput; output: WriteItemOutput }
  DeleteItem: { input: DeleteItemInput; output: WriteItemOutput }
  BatchGetItem: { input: BatchGetItemInput; output: BatchGetItemOutput }
  BatchWriteItem: { input: BatchWriteItemInput; output: BatchWriteItemOutput }
  Query: { input: QueryInput; output: PagedReadOutput }
  Scan: { input: ScanInput; output: PagedReadOutput }
}

export type OperationName = keyof Operations
export type Input<Name extends OperationName> = Operations[Name]['input']
export type Output<Name extends OperationName> = Operations[Name]['output']

/** The one door to the data: the engine in a worker, the engine in process, or a remote endpoint. */
export type Call = <Name extends OperationName>(operation: Name, input: Input<Name>) => Promise<Output<Name>>
