// BillingMode and ProvisionedCapacitySettings. Auto scaling has no place in CreateTable: it stays with the
// design as it is.

import type { BillingMode, ProvisionedThroughput } from '../../engine/api.ts'
import type { Extra } from '../model/design.ts'
import { isJsonObject, memberPath, quoteJson } from '../values/jsonDocument.ts'
import { Members } from './members.ts'
import type { Note } from './report.ts'

export const settingsName = 'ProvisionedCapacitySettings'
const autoScaling = ['AutoScalingRead', 'AutoScalingWrite']

/** What NoSQL Workbench gives a table that states no capacity. */
const defaultThroughput: ProvisionedThroughput = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }

export interface ReadBilling {
  BillingMode: BillingMode
  ProvisionedThroughput?: ProvisionedThroughput
}

export function readBilling(table: Members, note: Note): ReadBilling {
  const stated = table.takeName('BillingMode')
  const isStated = isJsonObject(table.peek(settingsName))
  const mode = stated === undefined ? undefined : billingModeOf(stated)
  const chosen = mode ?? (isStated ? 'PROVISIONED' : 'PAY_PER_REQUEST')
  if (stated !== undefined && mode !== stated) {
    note('repaired', table.pathOf('BillingMode'), `${quoteJson(stated)} was read as ${chosen}.`)
  }
  // The capacity that a table had before it went on demand is no part of CreateTable, but of the file.
  if (chosen === 'PAY_PER_REQUEST') {
    if (isStated) table.keep(settingsName, table.peek(settingsName))
    return { BillingMode: chosen }
  }
  const { throughput, extra } = readThroughput(table, note)
  if (Object.keys(extra).length > 0) table.keep(settingsName, extra)
  if (throughput === undefined) {
    note(
      'repaired',
      table.pathOf(settingsName),
      'A provisioned table needs capacity: 5 read and 5 write units were taken.',
    )
  }
  return { BillingMode: chosen, ProvisionedThroughput: throughput ?? { ...defaultThroughput } }
}

function billingModeOf(stated: string): BillingMode | undefined {
  const word = stated.toUpperCase().replace(/[^A-Z]/g, '')
  if (word === 'PROVISIONED') return 'PROVISIONED'
  return word === 'PAYPERREQUEST' || word === 'ONDEMAND' ? 'PAY_PER_REQUEST' : undefined
}

/** `extra` is what the settings hold besides the capacity. */
export function readThroughput(
  owner: Members,
  note: Note,
): { throughput: ProvisionedThroughput | undefined; extra: Extra } {
  const json = owner.takeObject(settingsName)
  if (json === undefined) return { throughput: undefined, extra: {} }
  const settings = new Members(json, owner.pathOf(settingsName), note)
  const stated = settings.takeObject('ProvisionedThroughput')
  const path = settings.pathOf('ProvisionedThroughput')
  const throughput = stated === undefined ? undefined : readUnits(settings, stated, path, note)
  return { throughput, extra: settings.rest(autoScaling) }
}

function readUnits(settings: Members, json: Extra, path: string, note: Note): ProvisionedThroughput {
  const members = new Members(json, path, note)
  const throughput = {
    ReadCapacityUnits: readUnit(members, 'ReadCapacityUnits', note),
    WriteCapacityUnits: readUnit(members, 'WriteCapacityUnits', note),
  }
  const rest = members.rest()
  if (Object.keys(rest).length > 0) settings.keep('ProvisionedThroughput', rest)
  return throughput
}

function readUnit(members: Members, name: keyof ProvisionedThroughput, note: Note): number {
  const stated = members.take(name)
  const units = typeof stated === 'string' && stated.trim() !== '' ? Number(stated) : stated
  const isValid = typeof units === 'number' && Number.isInteger(units) && units >= 1 && units <= 1e12
  if (isValid && units === stated) return units
  const chosen = isValid ? units : defaultThroughput[name]
  note(
    'repaired',
    memberPath(members.path, name),
    `${quoteJson(stated ?? null)} is no capacity: ${chosen} was taken.`,
  )
  return chosen
}
