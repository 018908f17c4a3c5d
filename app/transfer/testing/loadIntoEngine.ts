interface Engine {
  call(operation: string, input: unknown): Promise<unknown>
}

interface Project {
  design: { tables: { definition: { TableName: string } }[] }
  items: ReadonlyMap<string, unknown[]>
}

/** Makes the tables and writes the items. Rejects with DynamoDBError for what the engine would refuse. */
export async function loadIntoEngine(engine: Engine, { design, items }: Project): Promise<void> {
  for (const { definition } of design.tables) {
    await engine.call('CreateTable', definition)
    for (const Item of items.get(definition.TableName) ?? []) {
      await engine.call('PutItem', { TableName: definition.TableName, Item })
    }
  }
}
