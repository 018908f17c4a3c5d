// For component tests: a real project of the real engine, deleted again after each test.

import { afterEach, beforeEach } from 'vitest'
import type { CreateTableInput } from '../../../engine/api.ts'
import { beside } from '../engine.ts'
import { closeProject, useProject } from '../project.ts'
import { createProject } from '../projects.ts'
import { navigate } from '../route.ts'
import { startWorkspaceOnce } from './startOnce.ts'

export const ORDERS: CreateTableInput = {
  TableName: 'orders',
  AttributeDefinitions: [
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'SK', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
}

/** Opens a fresh project before each test of the file. */
export function withProject(): void {
  beforeEach(async () => {
    startWorkspaceOnce()
    await createProject('Test')
  })
  afterEach(async () => {
    closeProject()
    navigate({ projectId: undefined }, { replace: true })
    for (const { id } of await beside().listProjects()) await beside().deleteProject(id)
  })
}

export function openProjectId(): string {
  return useProject.getState().id ?? ''
}
