// JSON in Monaco: diagnostics and completion by schema, the page's theme, and a way out for the keyboard
// (Escape, then Tab). Import it lazily; the texts that it shows belong to whoever renders it.

import { useEffect, useLayoutEffect, useRef } from 'react'
import { followPageTheme } from './editorTheme.ts'
import styles from './JsonEditor.module.css'
import {
  createJsonModel,
  type EditorMark,
  type EditorProblem,
  type JsonModel,
  type JsonSchema,
} from './jsonModel.ts'
import { monaco } from './monaco.ts'

export interface JsonEditorProps {
  /** The accessible name. */
  label: string
  value: string
  /** Without it the text can only be read. */
  onValue?(text: string): void
  schema?: JsonSchema | undefined
  /** A mistake to underline, and to bring into view. */
  mark?: EditorMark | undefined
  onProblems?(problems: EditorProblem[]): void
  /** Control-Enter, or Command-Enter. */
  onRun?(): void
}

export function JsonEditor(props: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const living = useRef<Living>(undefined)
  const { mark } = props

  useEffect(() => {
    if (!host.current) return
    const created = createEditor(host.current, latest)
    living.current = created
    return () => {
      living.current = undefined
      created.dispose()
    }
  }, [])
  useEffect(() => living.current?.text.setSchema(props.schema), [props.schema])
  useLayoutEffect(() => {
    if (living.current) followValue(living.current, props.value)
  }, [props.value])
  useEffect(() => {
    living.current?.text.setMark(mark)
    if (mark) living.current?.editor.revealLineInCenterIfOutsideViewport(mark.line)
  }, [mark])
  useEffect(() => living.current?.editor.updateOptions({ ariaLabel: props.label }), [props.label])
  return <div ref={host} className={styles.editor} />
}

interface Living {
  editor: monaco.editor.IStandaloneCodeEditor
  text: JsonModel
  /** Texts told to onValue that have not come back as `value` yet. */
  told: string[]
  dispose(): void
}

function createEditor(host: HTMLElement, latest: { current: JsonEditorProps }): Living {
  const { value, label, schema, onValue } = latest.current
  const text = createJsonModel(value)
  text.setSchema(schema)
  text.setMark(latest.current.mark)
  text.onProblems((problems) => latest.current.onProblems?.(problems))
  const editor = monaco.editor.create(host, {
    ...editorOptions(host),
    model: text.model,
    ariaLabel: label,
    // Long texts are only read; wrapping them would hold up the page.
    wordWrap: onValue === undefined ? 'off' : 'on',
    readOnly: onValue === undefined,
    domReadOnly: onValue === undefined,
  })
  const told: string[] = []
  editor.onDidChangeModelContent(() => {
    const now = text.model.getValue()
    if (now === latest.current.value && told.length === 0) return
    told.push(now)
    latest.current.onValue?.(now)
  })
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => latest.current.onRun?.())
  leaveByEscape(editor)
  const stopFollowing = followPageTheme()
  // Widths measured before the font has come are those of another font.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())
  const dispose = () => {
    stopFollowing()
    editor.dispose()
    text.dispose()
  }
  return { editor, text, told, dispose }
}

function editorOptions(host: HTMLElement): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    automaticLayout: true,
    fontFamily: getComputedStyle(host).fontFamily,
    fontSize: 12.5,
    lineHeight: 20,
    tabSize: 2,
    insertSpaces: true,
    minimap: { enabled: false },
    folding: true,
    glyphMargin: false,
    lineDecorationsWidth: 8,
    lineNumbersMinChars: 3,
    padding: { top: 8, bottom: 8 },
    overviewRulerLanes: 0,
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastLine: false,
    wrappingIndent: 'indent',
    fixedOverflowWidgets: true,
    stickyScroll: { enabled: false },
    bracketPairColorization: { enabled: false },
    guides: { indentation: false },
    quickSuggestions: { strings: true, other: true, comments: false },
    accessibilitySupport: 'auto',
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  }
}

/** After Escape, Tab moves the focus instead of indenting; any other key takes that back. */
function leaveByEscape(editor: monaco.editor.IStandaloneCodeEditor): void {
  const setLeaving = (tabFocusMode: boolean) => editor.updateOptions({ tabFocusMode })
  editor.onKeyDown((event) => {
    if (event.keyCode === monaco.KeyCode.Escape) setLeaving(true)
    else if (event.keyCode !== monaco.KeyCode.Tab && event.keyCode !== monaco.KeyCode.Shift) setLeaving(false)
  })
  editor.onDidBlurEditorText(() => setLeaving(false))
}

/** A value that was told from here is old news, maybe older than what was typed since; any other is put in place. */
function followValue({ editor, text, told }: Living, value: string): void {
  const place = told.indexOf(value)
  if (place >= 0) {
    told.splice(0, place + 1)
    return
  }
  replaceText(editor, text, value)
  told.length = 0
}

/** Puts another text in place, as one step that can be undone where the text can be edited. */
function replaceText(editor: monaco.editor.IStandaloneCodeEditor, { model }: JsonModel, value: string): void {
  if (model.getValue() === value) return
  if (editor.getOption(monaco.editor.EditorOption.readOnly)) {
    model.setValue(value)
    return
  }
  editor.pushUndoStop()
  editor.executeEdits('form', [{ range: model.getFullModelRange(), text: value }])
  editor.pushUndoStop()
}
