// The door to the data. Everything in the workbench that reads or writes does so through `call`, as any
// DynamoDB client would; what DynamoDB does not offer goes through `beside()`. The worker is started when
// it is first needed, and lives as long as the tab.

import type { Call, Input, OperationName, Output } from '../../engine/api.ts'
import type { BesideCalls, EngineClient, Notice } from '../../engine/worker/beside.ts'
import { connectEngine } from '../../engine/worker/client.ts'
import { recordRequest } from './activity.ts'

let client: EngineClient | undefined

function engine(): EngineClient {
  client ??= connectEngine()
  return client
}

async function recordedCall<Name extends OperationName>(
  operation: Name,
  input: Input<Name>,
  background: boolean,
): Promise<Output<Name>> {
  const record = recordRequest(operation, input, background)
  try {
    const output = await engine().call(operation, input)
    record.succeeded(output)
    return output
  } catch (error) {
    record.failed(error)
    throw error
  }
}

/** One request, as the person sees it in the activity drawer. */
export const call: Call = (operation, input) => recordedCall(operation, input, false)

/** A request that the workbench makes on its own: the drawer shows it only when asked for these too. */
export const callInBackground: Call = (operation, input) => recordedCall(operation, input, true)

let openedId: string | undefined
let openings = 0
let besideCalls: BesideCalls | undefined

/** The project that the engine was last told to open, once it is; whatever is posted now is meant for it. */
export function openedProjectId(): string | undefined {
  return openedId
}

async function openProject(id: string): Promise<void> {
  const turn = ++openings
  openedId = undefined
  await engine().beside.openProject(id)
  if (turn === openings) openedId = id
}

async function deleteProject(id: string): Promise<void> {
  if (openedId === id) openedId = undefined
  await engine().beside.deleteProject(id)
}

export function beside(): BesideCalls {
  besideCalls ??= { ...engine().beside, openProject, deleteProject }
  return besideCalls
}

/** Hears the engine's notices until the returned function is called. */
export function onNotice(listener: (notice: Notice) => void): () => void {
  return engine().onNotice(listener)
}
