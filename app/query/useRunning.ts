import { useEffect, useRef } from 'react'
import { registerCommands } from '../workspace/commands.ts'
import { takeHandedRequest, useHandedRequest } from '../workspace/handedRequest.ts'
import { startRun, useQueryRuns } from './results/queryRuns.ts'
import type { DraftInHand } from './useDraft.ts'

/** Runs what the visible pane shows; also as a command, with its keys. */
export function useRunning(hand: DraftInHand, tableName: string): () => void {
  const latest = useRef(hand)
  latest.current = hand
  const run = () => {
    const { request, written, draft } = latest.current
    const isBlocked = draft.pane === 'form' && written.problems.some((problem) => !problem.isMissing)
    const isReading = useQueryRuns.getState().runs.get(tableName)?.status === 'reading'
    if (request && !isBlocked && !isReading) void startRun(tableName, request)
  }
  const command = useRef(run)
  command.current = run
  useEffect(
    () =>
      registerCommands([
        {
          name: 'query.run',
          label: 'Run the request',
          group: 'Query',
          keys: 'Mod+Enter',
          whileTyping: true,
          run: () => command.current(),
        },
      ]),
    [],
  )
  return run
}

/** Takes a request that was handed over, from the history or the activity drawer. */
export function useHandedRequests(hand: DraftInHand): void {
  const waiting = useHandedRequest((state) => state.request)
  const latest = useRef(hand)
  latest.current = hand
  useEffect(() => {
    const request = waiting && takeHandedRequest()
    if (request) latest.current.take(request)
  }, [waiting])
}
