// Monaco with its features, and its workers served from our own address. All features stand here from the
// start: the JSON service brings most of them along later, too late for the services that they depend on.
// A large file: whoever shows an editor imports JsonEditor lazily.

import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import 'monaco-editor/features/register.all'
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker'
import * as json from 'monaco-editor/languages/features/json/register'

self.MonacoEnvironment = {
  getWorker: (_, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
}

export { json, monaco }
