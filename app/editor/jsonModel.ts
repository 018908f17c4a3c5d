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

const schemas = new Map<string, JsonSchema>()
let created = 0

export interface JsonModel {
  model: monaco.editor.ITextModel
  setSchema(schema: JsonSchema | undefined): void
  /** Calls back with the problems of the text, again whenever they change. */
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

function problemsOf(uri: monaco.Uri): EditorProblem[] {
  return monaco.editor
    .getModelMarkers({ resource: uri })
    .map((marker) => ({
      severity: marker.severity === monaco.MarkerSeverity.Error ? ('error' as const) : ('warning' as const),
      message: marker.message,
      line: marker.startLineNumber,
      column: marker.startColumn,
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}
