// What writes cost. One unit is a write of up to 1 KB. The table pays for the larger of the item before and
// the item after; every index pays for what changes in it, and nothing if its entry stays as it was.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations

const WRITE_UNIT_BYTES = 1024

/** 0 bytes stand for no item: a delete that finds nothing still costs the minimum. */
export function writeUnits(beforeBytes: number, afterBytes: number): number {
  return Math.max(1, entryUnits(Math.max(beforeBytes, afterBytes)))
}

/** An item as an index keeps it; the key tells whether a write moves it. */
export interface IndexEntry {
  key: string
  sizeBytes: number
}

/** A moved entry is deleted in one place and put in another: two writes. */
export function indexWriteUnits(removed: IndexEntry | undefined, added: IndexEntry | undefined): number {
  const removedUnits = removed ? entryUnits(removed.sizeBytes) : 0
  const addedUnits = added ? entryUnits(added.sizeBytes) : 0
  const stays = removed && added && removed.key === added.key
  return stays ? Math.max(removedUnits, addedUnits) : removedUnits + addedUnits
}

function entryUnits(sizeBytes: number): number {
  return Math.ceil(sizeBytes / WRITE_UNIT_BYTES)
}
