// What the parts of the request form share: the form, what it aims at, and how to change it.

import { createContext, useContext } from 'react'
import type { ErrorExplanation } from '../request/explainError.ts'
import type { FormProblem } from '../request/formProblem.ts'
import type { QueryForm } from '../request/queryForm.ts'
import type { QueryTarget } from '../request/queryTarget.ts'
import type { TargetSample } from './targetSample.ts'

/** DynamoDB's refusal of the request as it stands now. */
export interface Refusal extends ErrorExplanation {
  name: string
  message: string
}

export interface QueryEditing {
  form: QueryForm
  target: QueryTarget
  sample: TargetSample
  problems: readonly FormProblem[]
  refusal: Refusal | undefined
  edit(change: Partial<QueryForm>): void
}

export const QueryEditingContext = createContext<QueryEditing | undefined>(undefined)

export function useQueryEditing(): QueryEditing {
  const editing = useContext(QueryEditingContext)
  if (!editing) throw new Error('The parts of the request form stand inside a QueryEditingContext.')
  return editing
}
