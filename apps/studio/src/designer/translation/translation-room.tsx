import './translation.css'
import { type TranslationUnit, translationUnits } from '@echolot/instrument/translation'
import type { WordingFinding } from '@echolot/instrument/wording'
import { Button, Checkbox, EmptyState, ProblemNotice, Progress } from '@echolot/ui'
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { useProblemWords } from '../../screen/problem-words.ts'
import { AddLanguage } from '../editor/add-language.tsx'
import type { RoomProps } from '../editor/room.ts'
import { sourceOf } from '../edits/source-of.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import { openFindings } from '../wording/accepted.ts'
import { useUnreachable } from '../wording/use-unreachable.ts'
import { useFindings } from '../wording/use-work.ts'
import { ClashList } from './clash-list.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { ALL, type Filter, keysShown } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { LanguagePanel } from './language-panel.tsx'
import { UnitGrid } from './unit-grid.tsx'
import { useKept } from './use-kept.ts'
import { type Translating, useTranslating } from './use-translating.ts'

const SidePreview = lazy(async () => ({
  default: (await import('./side-preview.tsx')).SidePreview,
}))

/** All texts beside their translations, from language to language. */
export const TranslationRoom = (props: RoomProps) => {
  const { t } = useTranslation('translation')
  const { editor } = props
  const translating = useTranslating(editor)
  if (editor.instrument.languages.length > 1)
    return <Workbench {...props} translating={translating} />
  return (
    <EmptyState
      title={t('none')}
      actions={editor.mode === 'edit' ? <AddLanguage editor={editor} /> : undefined}
    >
      <p>{t('noneHelp')}</p>
    </EmptyState>
  )
}

const Workbench = ({
  editor,
  outline,
  onGo,
  proved,
  translating,
}: RoomProps & { readonly translating: Translating }) => {
  const { t } = useTranslation('translation')
  const words = useProblemWords()
  const languageName = useLanguageName()
  const { instrument, write } = translating
  const source = sourceOf(instrument)
  const written = instrument.languages
    .slice(1)
    .map(({ tag }) => tag)
    .join(' ')
  const [chosen, setChosen] = useKept<readonly string[] | undefined>(editor, 'languages', undefined)
  const shown = useMemo(() => {
    const tags = written.split(' ')
    const left = (chosen ?? []).filter((tag) => tags.includes(tag))
    return left.length > 0 ? left : tags.slice(0, 1)
  }, [chosen, written])
  const [filter, setFilter] = useKept<Filter>(editor, 'filter', ALL)
  const [dialog, setDialog] = useState<'export' | 'import'>()
  const [beside, setBeside] = useKept<'preview' | undefined>(editor, 'beside', undefined)
  const [at, setAt] = useState<{ readonly key: string; readonly language: string }>()
  const unreachable = useUnreachable(proved)
  const found = useFindings(instrument, shown, unreachable)
  const units = useMemo(
    () =>
      new Map(
        translationUnits(instrument, { unreachable: new Set(unreachable) }).map((unit) => [
          unit.key,
          unit,
        ]),
      ),
    [instrument, unreachable],
  )
  const findings = useMemo(() => {
    const byKey = new Map<string, WordingFinding[]>()
    for (const finding of openFindings(found.answer ?? [], instrument))
      byKey.set(finding.key, [...(byKey.get(finding.key) ?? []), finding])
    return byKey
  }, [found.answer, instrument])
  const language = at !== undefined && shown.includes(at.language) ? at.language : (shown[0] ?? '')
  const { keys, others, refresh } = useKeys(units, filter, { languages: shown, findings })
  const show = (unit: TranslationUnit) =>
    onGo(problemPlaces(editor.instrument, outline)(unit.path), {
      path: unit.path,
    } as FoundProblem)
  return (
    <div className="translation">
      <LanguagePanel
        editor={editor}
        instrument={instrument}
        unreachable={unreachable}
        shown={shown}
        onShow={setChosen}
      />
      <div className="translation-bar">
        <p className="translation-keys">{t('keys')}</p>
        <SendSign translating={translating} />
        <div className="ui-actions">
          <Button size="small" onClick={() => setDialog('export')}>
            {t('export.open')}
          </Button>
          <Button size="small" onClick={() => setDialog('import')}>
            {t('import.open')}
          </Button>
          <Checkbox
            label={t('preview.show')}
            checked={beside !== undefined}
            onChange={(event) => setBeside(event.target.checked ? 'preview' : undefined)}
          />
        </div>
      </div>
      <ProblemNotice problem={translating.problem} words={words} />
      <ClashList clashes={translating.clashes} settle={translating.settle} />
      <FilterBar instrument={instrument} filter={filter} onFilter={setFilter} />
      <p className="translation-count" role="status">
        {t('grid.count', { count: keys.length, all: units.size })}
        {others > 0 && (
          <Button size="small" variant="quiet" onClick={refresh}>
            {t('grid.refresh', { count: others })}
          </Button>
        )}
      </p>
      <div className="translation-columns" data-beside={beside}>
        {keys.length === 0 ? (
          <EmptyState title={t('grid.none')} />
        ) : (
          <UnitGrid
            keys={keys}
            units={units}
            source={source}
            languages={shown}
            findings={findings}
            mode="write"
            acts={{
              words: (key, tag, text) =>
                write([{ key, language: tag, text, state: 'draft' }], `translate ${tag} ${key}`),
              reviewed: (key, tag, text) =>
                write([{ key, language: tag, text, state: 'reviewed' }]),
              focus: (key, tag) => setAt({ key, language: tag }),
              show,
            }}
          />
        )}
        {beside && (
          <section
            className="side-preview"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
            tabIndex={0}
            aria-label={t('preview.label', { language: languageName(language) })}
          >
            <Suspense fallback={<Progress label={t('preview.loading')} />}>
              <SidePreview
                instrument={instrument}
                language={language}
                page={at === undefined ? undefined : units.get(at.key)?.page}
              />
            </Suspense>
          </section>
        )}
      </div>
      {dialog === 'export' && (
        <ExportDialog
          instrument={instrument}
          language={language}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'import' && (
        <ImportDialog instrument={instrument} onTake={write} onClose={() => setDialog(undefined)} />
      )}
    </div>
  )
}

/**
 * The texts that the filter shows. A text stays in sight when it is worked on and no longer fits, until the filter is
 * asked again.
 */
const useKeys = (
  units: ReadonlyMap<string, TranslationUnit>,
  given: Filter,
  {
    languages,
    findings,
  }: {
    readonly languages: readonly string[]
    readonly findings: ReadonlyMap<string, unknown>
  },
) => {
  const filter = useDeferredValue(given)
  const fresh = useMemo(
    () => keysShown([...units.values()], filter, { languages, hinted: new Set(findings.keys()) }),
    [units, filter, languages, findings],
  )
  const [held, setHeld] = useState({ filter, languages, size: units.size, keys: fresh })
  const isHeld =
    held.filter === filter &&
    held.languages === languages &&
    held.size === units.size &&
    (held.keys.length > 0 || fresh.length === 0) &&
    filter.state !== 'all' &&
    filter.words === ''
  useEffect(() => {
    if (!isHeld) setHeld({ filter, languages, size: units.size, keys: fresh })
  }, [isHeld, filter, languages, units.size, fresh])
  const keys = isHeld ? held.keys.filter((key) => units.has(key)) : fresh
  const still = new Set(fresh)
  return {
    keys,
    others: keys.filter((key) => !still.has(key)).length,
    refresh: () => setHeld({ filter, languages, size: units.size, keys: fresh }),
  }
}

/** Whether translations written beside the lock have reached the server. */
const SendSign = ({
  translating: { mode, sending, sendNow },
}: {
  readonly translating: Translating
}) => {
  const { t } = useTranslation('translation')
  if (mode === 'editing') return null
  return (
    <p className="translation-send" role="status">
      {t('beside')} <strong>{t(`sending.${sending}`)}</strong>
      {sending === 'failed' && (
        <Button size="small" onClick={sendNow}>
          {t('sending.again')}
        </Button>
      )}
    </p>
  )
}
