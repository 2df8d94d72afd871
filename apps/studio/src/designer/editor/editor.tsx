import { type Instrument, localizedOf, textOf } from '@echolot/instrument'
import { Progress, Tabs } from '@echolot/ui'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { flatten, type OutlineNode, outlineOf } from '../edits/outline.ts'
import { sourceOf } from '../edits/source-of.ts'
import type { Check, FoundProblem } from '../problems/found-problem.ts'
import { type ProblemPlace, problemPlaces } from '../problems/place-of-problem.ts'
import { ProblemList } from '../problems/problem-list.tsx'
import { type Checked, useProblems } from '../problems/use-problems.ts'
import { ElementEditor } from './element-editor.tsx'
import { JsonRoom } from './json-room.tsx'
import { LanguagePicker } from './language-picker.tsx'
import { ScalesRoom } from './scales-room.tsx'
import { StructureTools, useStructureSteps } from './structure-tools.tsx'
import { SurveyEditor } from './survey-editor.tsx'
import type { ShownLanguages } from './texts.tsx'
import { type Marks, Tree } from './tree.tsx'
import { type Editor as EditorState, useEditor } from './use-editor.ts'

const Preview = lazy(async () => ({ default: (await import('../preview/preview.tsx')).Preview }))

/** The editor of one draft: structure and words, scales, preview, JSON. `bar` gets the state, for saving it. */
export const Editor = ({
  draft,
  published,
  check,
  bar,
}: {
  readonly draft: { readonly revision: number; readonly instrument: Instrument }
  readonly published: Instrument | undefined
  readonly check: Check
  readonly bar: (editor: EditorState, checked: Checked) => ReactNode
}) => {
  const { t } = useTranslation('designer')
  const editor = useEditor(draft)
  const { instrument, select } = editor
  const checked = useProblems(instrument, check)
  const outline = useMemo(() => outlineOf(instrument), [instrument])
  const source = sourceOf(instrument)
  const [room, setRoom] = useState('structure')
  const [shown, setShown] = useState<ShownLanguages>(() => firstShown(instrument))
  const goTo = useRef<string>(undefined)
  const go = (place: ProblemPlace, problem: FoundProblem) => {
    setRoom(place.room)
    if (place.room === 'structure') {
      goTo.current = problem.path.replace(/^\/survey/, '')
      select(place.pointer)
    }
  }
  useEffect(() => {
    const place = goTo.current
    if (place === undefined) return
    goTo.current = undefined
    const field = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`)
    ;(field ?? document.getElementById('element-heading'))?.focus()
  })
  useUndoKeys(editor)
  return (
    <div className="editor">
      {bar(editor, checked)}
      <p role="status" className="ui-hidden" key={editor.said.count}>
        {editor.said.text}
      </p>
      <Tabs
        label={t('editor.rooms')}
        selected={room}
        onSelect={setRoom}
        tabs={[
          {
            id: 'structure',
            label: t('editor.structure'),
            content: (
              <Structure
                editor={editor}
                outline={outline}
                checked={checked}
                published={published}
                source={source}
                shown={shown}
                onShow={setShown}
                onGo={go}
              />
            ),
          },
          { id: 'scales', label: t('editor.scales'), content: <ScalesRoom editor={editor} /> },
          {
            id: 'preview',
            label: t('view.preview'),
            content: (
              <Suspense fallback={<Progress label={t('view.previewLoading')} />}>
                <Preview instrument={instrument} />
              </Suspense>
            ),
          },
          {
            id: 'json',
            label: 'JSON',
            content: (
              <div className="json-columns">
                <JsonRoom editor={editor} />
                <ProblemList
                  checked={checked}
                  instrument={instrument}
                  outline={outline}
                  onGo={go}
                />
              </div>
            ),
          },
        ]}
      />
    </div>
  )
}

const Structure = ({
  editor,
  outline,
  checked,
  published,
  source,
  shown,
  onShow,
  onGo,
}: {
  readonly editor: EditorState
  readonly outline: readonly OutlineNode[]
  readonly checked: Checked
  readonly published: Instrument | undefined
  readonly source: string
  readonly shown: ShownLanguages
  readonly onShow: (languages: ShownLanguages) => void
  readonly onGo: (place: ProblemPlace, problem: FoundProblem) => void
}) => {
  const { t } = useTranslation('designer')
  const { instrument, selected, select } = editor
  const steps = useStructureSteps(editor, outline)
  const marks = useMemo(() => marksOf(checked, instrument, outline), [checked, instrument, outline])
  const node = flatten(outline).find(({ pointer }) => pointer === selected)
  return (
    <div className="structure">
      <div className="structure-side">
        <StructureTools
          editor={editor}
          outline={outline}
          steps={steps}
          pageTitle={(page, place) => `${place + 1}. ${textOf(page.title, source, source)}`}
        />
        <Tree
          outline={outline}
          title={textOf(
            localizedOf(instrument.survey.title, instrument.instrument),
            source,
            source,
          )}
          source={source}
          selected={selected}
          marks={marks}
          onSelect={select}
          onMove={steps.move}
          onRemove={steps.askToRemove}
        />
        <p className="ui-hint tree-keys">{t('tree.keys')}</p>
      </div>
      <div className="structure-main">
        {instrument.languages.length > 1 && (
          <LanguagePicker instrument={instrument} shown={shown} onShow={onShow} />
        )}
        {node === undefined ? (
          <SurveyEditor editor={editor} languages={shown} />
        ) : (
          <ElementEditor
            editor={editor}
            node={node}
            languages={shown}
            published={published}
            problems={checked.problems}
          />
        )}
        <ProblemList checked={checked} instrument={instrument} outline={outline} onGo={onGo} />
      </div>
    </div>
  )
}

/** The source and the first other language: two columns fit most screens. */
const firstShown = ({ languages }: Instrument): ShownLanguages =>
  languages.slice(0, 2).map(({ tag }) => tag)

const WORSE = { error: 3, warning: 2, hint: 1 } as const

/** The worst problem of each element, shown in the tree. */
const marksOf = (
  { problems }: Checked,
  instrument: Instrument,
  outline: readonly OutlineNode[],
): Marks => {
  const marks = new Map<string, FoundProblem['severity']>()
  const placeOf = problemPlaces(instrument, outline)
  for (const { path, severity } of problems) {
    const { room, pointer } = placeOf(path)
    const before = marks.get(pointer)
    if (room === 'structure' && (before === undefined || WORSE[severity] > WORSE[before]))
      marks.set(pointer, severity)
  }
  return marks
}

/** Ctrl+Z and Ctrl+Y (or Shift+Ctrl+Z), in fields too: a field's own history knows nothing of the instrument. */
const useUndoKeys = ({ undo, redo, undoable, redoable }: EditorState) => {
  const { t } = useTranslation('designer')
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.target instanceof HTMLElement && event.target.closest('.json-text, dialog')) return
      const key = event.key.toLowerCase()
      const again = key === 'y' || (key === 'z' && event.shiftKey)
      if (again && redoable > 0) redo(t('editor.redone'))
      else if (key === 'z' && !event.shiftKey && undoable > 0) undo(t('editor.undone'))
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [undo, redo, undoable, redoable, t])
}
