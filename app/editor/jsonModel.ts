// The texts behind JSON editors. Monaco's JSON service knows schemas by the address of a text, for all
// editors at once: this keeps the list, and tells what the service finds wrong with one text.

import { json, monaco } from './monaco.ts'

export interface JsonSchema {
  /** Names the schema; equal addresses mean equal schemas. */
  uri: string
  schema: object
}

export interface EditorProblem {
  /** A warning runs all the same: DynamoDB has the last word. */
  severity: 'error' | 'warning'
  message: string
  /** 1-based. */
  line: number
  column: number
}

/** A mistake that someone else than the JSON service found, at its place. */
export interface EditorMark {
  message: string
  /** 1-based. */
  line: number
  column: number
  /** Exclusive. */
  endColumn: number
}

/** Whose marks setMark sets. */
const MARK_OWNER = 'mark'

const schemas = new Map<string, JsonSchema>()
let created = 0

export interface JsonModel {
  model: monaco.editor.ITextModel
  setSchema(schema: JsonSchema | undefined): void
  /** Marks one place, instead of the one marked before. */
  setMark(mark: EditorMark | undefined): void
  /** Calls back with the problems that the JSON service finds in the text, again whenever they change. */
  onProblems(listener: (problems: EditorProblem[]) => void): void
  dispose(): void
}

export function createJsonModel(text: string): JsonModel {
  created += 1
  const uri = monaco.Uri.parse(`inmemory://sortkey/${created}.json`)
  const model = monaco.editor.createModel(text, 'json', uri)
  const disposables: monaco.IDisposable[] = [model]
  return {
    model,
    setSchema(schema) {
      if (schema?.uri === schemas.get(uri.toString())?.uri) return
      if (schema) schemas.set(uri.toString(), schema)
      else schemas.delete(uri.toString())
      publishSchemas()
    },
    setMark(mark) {
      monaco.editor.setModelMarkers(model, MARK_OWNER, mark ? [markerOf(mark)] : [])
    },
    onProblems(listener) {
      const listening = monaco.editor.onDidChangeMarkers((changed) => {
        if (changed.some((each) => each.toString() === uri.toString())) listener(problemsOf(uri))
      })
      disposables.push(listening)
    },
    dispose() {
      if (schemas.delete(uri.toString())) publishSchemas()
      for (const disposable of disposables) disposable.dispose()
    },
  }
}

function publishSchemas(): void {
  const byUri = new Map<string, { uri: string; fileMatch: string[]; schema: object }>()
  for (const [modelUri, { uri, schema }] of schemas) {
    const known = byUri.get(uri)
    if (known) known.fileMatch.push(modelUri)
    else byUri.set(uri, { uri, fileMatch: [modelUri], schema })
  }
  json.jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    schemaValidation: 'warning',
    enableSchemaRequest: false,
    schemas: [...byUri.values()],
  })
}

function markerOf({ message, line, column, endColumn }: EditorMark): monaco.editor.IMarkerData {
  return {
    severity: monaco.MarkerSeverity.Error,
    message,
    startLineNumber: line,
    startColumn: column,
    endLineNumber: line,
    endColumn,
  }
}

function problemsOf(uri: monaco.Uri): EditorProblem[] {
  return monaco.editor
    .getModelMarkers({ resource: uri })
    .filter(({ owner }) => owner !== MARK_OWNER)
    .map((marker) => ({
      severity: marker.severity === monaco.MarkerSeverity.Error ? ('error' as const) : ('warning' as const),
      message: marker.message,
      line: marker.startLineNumber,
      column: marker.startColumn,
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}
