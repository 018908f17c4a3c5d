// Something that the form cannot write into a request, told where it stands.

export type FormPart =
  | { part: 'key'; name: string }
  /** Position of the test in the filter: indexes of members from the root group down. */
  | { part: 'filter'; at: number[] }
  | { part: 'projection' }

export interface FormProblem {
  at: FormPart
  message: string
  /** Something is merely not filled in yet: no red before the first run. */
  isMissing: boolean
}

export function problemAt(at: FormPart, message: string, isMissing = false): FormProblem {
  return { at, message, isMissing }
}
