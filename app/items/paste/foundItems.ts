import type { Item } from '../../../engine/value/attributeValue.ts'

export type PasteFormat = 'DynamoDB JSON' | 'JSON' | 'Spreadsheet' | 'CSV'

/** What a text holds, before DynamoDB has judged it. */
export interface FoundItems {
  format: PasteFormat
  /** `problem`: why the text does not say what the item is. */
  items: { item: Item; problem?: string | undefined }[]
}
