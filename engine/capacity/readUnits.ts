// What reads cost. One unit is a strongly consistent read of up to 4 KB; an eventually consistent read costs
// half. A page is rounded up once, and reading nothing costs the minimum.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html

const READ_UNIT_BYTES = 4096

export function readUnits(sizeBytes: number, consistent: boolean): number {
  const units = Math.max(1, Math.ceil(sizeBytes / READ_UNIT_BYTES))
  return consistent ? units : units / 2
}
