// What to do about an error, in plain words, to stand under DynamoDB's own. Undefined where there is
// nothing to add to what DynamoDB says.

interface NamedError {
  name: string
  message: string
}

const HINTS: readonly [test: RegExp, hint: string][] = [
  [
    /ConditionalCheckFailedException/,
    'Another item is already there, or the condition does not hold for the item as it is now.',
  ],
  [/Requested resource not found/, 'There is no table or index of this name in the project.'],
  [
    /Table already exists/,
    'Choose another name: table names are unique in a project, as they are in an account and region.',
  ],
  [
    /Item size has exceeded/,
    'An item holds at most 400 KB, attribute names included. Move large values out, or split the item.',
  ],
  [/Item size to update/, 'An item holds at most 400 KB, attribute names included.'],
  [
    /hashkey has exceeded|range keys has exceeded/,
    'A partition key value holds at most 2048 bytes, a sort key value at most 1024.',
  ],
  [/Missing the key (\S+) in the item/, 'Every item carries the whole primary key of its table.'],
  [
    /Type mismatch for (?:key|Index Key)/,
    'The value of a key attribute has the type that the table or index says.',
  ],
  [/empty string value|empty binary value/, 'A key attribute cannot be empty.'],
  [
    /provided key element does not match the schema/,
    'Give each key attribute of the table, of its type, and nothing else.',
  ],
  [
    /Consistent reads are not supported on global/,
    'Turn off consistent read, or read from the table or a local index.',
  ],
  [
    /Query condition missed key schema element/,
    'A Query names one partition: give the partition key with “=”.',
  ],
  [
    /reserved keyword/,
    'Write the attribute as a #placeholder and give its name in ExpressionAttributeNames.',
  ],
  [/more than 38 significant digits/, 'Numbers hold 38 digits. Keep longer ones as a string.'],
  [/protected against deletion/, 'Turn off deletion protection first.'],
  [
    /StorageFull|QuotaExceeded/,
    'Free some space in this browser, or delete a project that you no longer need.',
  ],
  [
    /StorageDamaged/,
    'Try again. If it stays so, what is stored of this project cannot be read any more: import a file that you exported from it as a new project.',
  ],
  [/StorageNewerVersion/, 'Reload the page.'],
  [/OwnerLost|EngineCrashed/, 'Look whether the last change is there before you make it again.'],
  [/ProjectClosed/, 'Open that project again and look what was done there before you repeat it.'],
  [/ProjectDeleted/, 'Bring it back, or open another project.'],
  [/OtherVersion/, 'Reload the other tabs, then this one.'],
  [/InternalFailure/, 'This is a fault of Sortkey itself, not of your data. Your data is as it was before.'],
]

export function findErrorHint(error: NamedError): string | undefined {
  const text = `${error.name}: ${error.message}`
  return HINTS.find(([test]) => test.test(text))?.[1]
}
