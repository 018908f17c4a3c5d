import { useState } from 'react'
import { findErrorHint } from '../workspace/errorHint.ts'

export interface Submission {
  error: { name: string; message: string; hint: string | undefined } | undefined
  busy: boolean
  submit(): void
}

/** Runs what a dialog is for, once at a time, and keeps the error that came of it. */
export function useSubmit(act: () => Promise<void>): Submission {
  const [error, setError] = useState<Submission['error']>()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await act()
    } catch (cause) {
      const { name, message } = cause instanceof Error ? cause : new Error(String(cause))
      setError({ name, message, hint: findErrorHint({ name, message }) })
    } finally {
      setBusy(false)
    }
  }
  return { error, busy, submit: () => void (busy || run()) }
}
