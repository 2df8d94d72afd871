import 'survey-core/survey-core.fontless.css'
import './canvas.css'
import './canvas-text.tsx'
import { directionOf } from '@echolot/i18n'
import { type Pointer, valueAt } from '@echolot/instrument'
import { Button, Notice } from '@echolot/ui'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SvgBundleComponent } from 'survey-react-ui'
import { htmlLanguageOf } from '../../screen/language-name.ts'
import type { Editor } from '../editor/use-editor.ts'
import { ontoPage } from '../edits/onto-page.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { sourceOf } from '../edits/source-of.ts'
import { cleanAllHtml } from '../preview/clean-html.ts'
import { firstTextOf, kindAt } from './begun.ts'
import { CanvasBar } from './canvas-bar.tsx'
import {
  type CanvasActions,
  CanvasContext,
  type CanvasView,
  type TextPlace,
} from './canvas-state.ts'
import { type Chosen, chosenIn } from './chosen.ts'
import { ElementFrame } from './element-frame.tsx'
import { keysOf } from './keys-of.ts'
import { makeStore } from './store.ts'
import { SurveyHead } from './survey-head.tsx'
import { useCanvasActions } from './use-canvas-actions.ts'
import type { useClipboard } from './use-clipboard.ts'
import type { ProblemsAt } from './use-marks.ts'
import { useStage } from './use-stage.ts'
import type { Steps } from './use-steps.ts'
import { useStructureKeys } from './use-structure-keys.ts'
import { visibleOrder } from './visible-order.ts'

cleanAllHtml()

/** Keys after which the focus is in a text or a dialog. */
const LEADS_ELSEWHERE = new Set(['f2', 'enter', 'delete', 'm', 'insert', '+'])

/** The questionnaire as respondents see it, with everything that can be done to it at its place. */
export const Canvas = ({
  editor,
  outline,
  problemsAt,
  steps,
  language,
  onLanguage,
  onAddBelow,
  onBegin,
  begun,
  onDrag,
  onPaste,
  clipboard,
}: {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly problemsAt: ProblemsAt
  readonly steps: Steps
  readonly language: string
  readonly onLanguage: (language: string) => void
  readonly onAddBelow: (pointer: Pointer) => void
  readonly onBegin: CanvasActions['begin']
  /** What was just put in: its words are written at once. */
  readonly begun: { readonly pointer: Pointer } | undefined
  readonly onDrag: CanvasActions['drag']
  readonly onPaste: () => void
  readonly clipboard: Pick<ReturnType<typeof useClipboard>, 'odd' | 'forget'>
}) => {
  const { t } = useTranslation('canvas')
  const { instrument, selected, selection, mode } = editor
  const source = sourceOf(instrument)
  const stage = useStage(instrument.survey, language)
  const [pages, setPages] = useState<'one' | 'all'>('one')
  const [pageAt, setPageAt] = useState(0)
  const [store] = useState(() =>
    makeStore<CanvasView>({
      mode,
      editing: undefined,
      collapsed: new Set(),
      problemsAt,
    }),
  )
  useLayoutEffect(() => {
    const before = store.get()
    store.set({
      mode,
      problemsAt,
      ...(before.editing !== undefined &&
        valueAt(instrument.survey, before.editing.element) === undefined && { editing: undefined }),
    })
  }, [store, mode, problemsAt, instrument])
  const all = selection.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same pointers are the same selection
  const chosen = useMemo((): Chosen => ({ first: selected, all: selection }), [selected, all])
  const chosenPage = selected === '' ? undefined : Number(selected.split('/')[2])
  const [followed, setFollowed] = useState(selected)
  if (followed !== selected) {
    setFollowed(selected)
    if (chosenPage !== undefined && chosenPage !== pageAt) setPageAt(chosenPage)
  }
  const at = Math.max(0, Math.min(pageAt, outline.length - 1))
  const shown = pages === 'all' ? outline : outline.slice(at, at + 1)
  const shownKeys = keysOf(outline)
  const write = (place: TextPlace | undefined) => {
    if (mode === 'edit') store.set({ editing: place })
  }
  const order = () => visibleOrder(shown, store.get().collapsed)
  const actions = useCanvasActions({
    editor,
    outline,
    steps,
    store,
    language,
    order,
    onAddBelow,
    onBegin,
    onDrag,
  })
  const surface = useRef<HTMLDivElement>(null)
  const focusNext = useRef<'frame'>(undefined)
  const keys = useStructureKeys(editor, steps, {
    onWrite: (pointer) =>
      write({ element: pointer, text: firstTextOf(instrument, pointer) ?? '/title' }),
    onAddBelow,
    onAlike: (pointer) => onBegin(kindAt(instrument, pointer), pointer),
  })
  const written = useRef(begun)
  useEffect(() => {
    if (begun === undefined || begun === written.current || begun.pointer !== selected) return
    written.current = begun
    const text = firstTextOf(instrument, selected)
    if (text === undefined) focusNext.current = 'frame'
    store.set({ editing: text === undefined ? undefined : { element: selected, text } })
  }, [begun, selected, instrument, store])
  useEffect(() => {
    if (focusNext.current === undefined) return
    focusNext.current = undefined
    surface.current
      ?.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(selected)}"]`)
      ?.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.target instanceof Element &&
      event.target.matches('input, textarea, select, button *')
    )
      return
    const isButton = event.target instanceof HTMLButtonElement
    if (isButton && ['Enter', ' '].includes(event.key)) return
    if (event.key === 'Escape' && isButton) focusNext.current = 'frame'
    const isOurs = keys.walk(event, order()) || keys.act(event)
    if (!isOurs) return
    if (!LEADS_ELSEWHERE.has(event.key.toLowerCase())) focusNext.current = 'frame'
    event.preventDefault()
    event.stopPropagation()
  }
  const house = useMemo(
    () => ({ store, actions, stage, language, source }),
    [store, actions, stage, language, source],
  )
  return (
    <section className="canvas" aria-label={t('label')}>
      <CanvasBar
        editor={editor}
        outline={outline}
        language={language}
        onLanguage={onLanguage}
        pages={pages}
        onPages={setPages}
        at={at}
        onPage={(place) => {
          setPageAt(place)
          const page = outline[place]
          if (page !== undefined) editor.select(page.pointer)
        }}
        onCollapse={(state) =>
          actions.collapse(
            shown.flatMap((page) => page.children.map(({ name }) => name)),
            state,
          )
        }
        onPaste={onPaste}
      />
      {clipboard.odd === 'odd' && (
        <Notice tone="warn">
          <p>{t('paste.odd')}</p>
          <Button size="small" onClick={clipboard.forget}>
            {t('paste.close')}
          </Button>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: takes the keys of the frames in it */}
      <div
        ref={surface}
        data-pages={pages}
        className="canvas-surface sd-root-modern sd-theme-root sjs-theme-overrides"
        style={stage.themeVariables}
        lang={htmlLanguageOf(language)}
        dir={directionOf(language)}
        onKeyDown={onKeyDown}
      >
        <SvgBundleComponent />
        <CanvasContext value={house}>
          {outline.length > 0 && shown[0] === outline[0] && (
            <SurveyHead instrument={instrument} chosen={selected === '' ? 'first' : 'no'} />
          )}
          {shown.map((page) => (
            <ElementFrame
              key={shownKeys[outline.indexOf(page)]}
              node={page}
              chosen={chosenIn(page.pointer, chosen)}
              first={page === shown[0] ? 'near' : 'far'}
            />
          ))}
        </CanvasContext>
        {outline.length === 0 && (
          <div className="frame-empty">
            <p>{t(Array.isArray(instrument.survey.elements) ? 'withoutPage' : 'noPages')}</p>
            <Button onClick={() => editor.edit(ontoPage)}>{t('makePage')}</Button>
          </div>
        )}
      </div>
    </section>
  )
}
