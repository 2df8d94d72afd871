import type { Instrument, Pointer } from '@echolot/instrument'
import { type Completeness, completeness } from '@echolot/instrument/translation'
import { Badge, Button, Checkbox, Dialog } from '@echolot/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { AddLanguage } from '../editor/add-language.tsx'
import type { Editor } from '../editor/use-editor.ts'
import { removeLanguage, setLanguage } from '../edits/languages.ts'
import { sourceOf } from '../edits/source-of.ts'

const STATES = ['reviewed', 'draft', 'stale', 'missing'] as const

/** Every language with how far it has come; which are shown, offered, added and removed. */
export const LanguagePanel = ({
  editor,
  instrument,
  unreachable,
  shown,
  onShow,
}: {
  readonly editor: Editor
  readonly instrument: Instrument
  readonly unreachable: readonly Pointer[]
  readonly shown: readonly string[]
  readonly onShow: (languages: readonly string[]) => void
}) => {
  const { t } = useTranslation('translation')
  const languageName = useLanguageName()
  const [leaving, setLeaving] = useState<string>()
  /** Only at first: afterwards it is the person's to open and close. */
  const [begins] = useState(isWide)
  const source = sourceOf(instrument)
  const settled = useDeferredValue(instrument)
  const counts = useMemo(() => {
    const reach = { unreachable: new Set(unreachable) }
    return new Map(
      settled.languages.map(({ tag }) => [tag, completeness(settled, tag, reach)] as const),
    )
  }, [settled, unreachable])
  const others = instrument.languages.filter(({ tag }) => tag !== source)
  return (
    <details className="language-panel" open={begins}>
      <summary>
        {t('languages.label')}: {shown.map(languageName).join(', ')}
      </summary>
      <ul className="language-cards">
        {others.map(({ tag, status, live }) => {
          const count = counts.get(tag)
          const name = languageName(tag)
          return (
            <li key={tag} className="language-card" data-shown={shown.includes(tag) || undefined}>
              <Checkbox
                label={
                  <>
                    <strong>{name}</strong> <code>{tag}</code>
                  </>
                }
                aria-label={t('languages.show', { language: name })}
                checked={shown.includes(tag)}
                onChange={(event) =>
                  onShow(
                    others
                      .map((other) => other.tag)
                      .filter((other) =>
                        other === tag ? event.target.checked : shown.includes(other),
                      ),
                  )
                }
              />
              {count && <ProgressLine count={count} name={name} />}
              <div className="language-acts">
                {live && <Badge tone="success">{t('languages.live')}</Badge>}
                {status === 'reviewed' && count?.isComplete === false && (
                  <Badge tone="warn">{t('languages.notReviewed')}</Badge>
                )}
                {editor.mode === 'edit' && (
                  <>
                    {count?.isComplete === true && status !== 'reviewed' && (
                      <Button
                        size="small"
                        onClick={() =>
                          editor.edit((now) => setLanguage(now, tag, { status: 'reviewed' }))
                        }
                      >
                        {t('languages.callReviewed')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={t(live ? 'languages.hideOne' : 'languages.offerOne', {
                        language: name,
                      })}
                      onClick={() => editor.edit((now) => setLanguage(now, tag, { live: !live }))}
                    >
                      {t(live ? 'languages.hide' : 'languages.offer')}
                    </Button>
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={t('languages.removeOne', { language: name })}
                      onClick={() => setLeaving(tag)}
                    >
                      {t('languages.remove')}
                    </Button>
                  </>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {editor.mode === 'edit' && <AddLanguage editor={editor} />}
      <Dialog
        open={leaving !== undefined}
        title={t('languages.removeTitle', { language: languageName(leaving ?? source) })}
        onClose={() => setLeaving(undefined)}
        actions={
          <>
            <Button onClick={() => setLeaving(undefined)}>{t('cancel')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                const tag = leaving ?? ''
                setLeaving(undefined)
                onShow(shown.filter((other) => other !== tag))
                editor.edit((now) => removeLanguage(now, tag))
              }}
            >
              {t('languages.remove')}
            </Button>
          </>
        }
      >
        <p>{t('languages.removeText')}</p>
      </Dialog>
    </details>
  )
}

/** On a phone the texts come first. */
const isWide = () => globalThis.matchMedia?.('(width >= 50rem)').matches ?? true

/** One bar of four lengths, with its numbers in words. */
const ProgressLine = ({ count, name }: { readonly count: Completeness; readonly name: string }) => {
  const { t } = useTranslation('translation')
  return (
    <div className="language-progress">
      <div className="language-bar" aria-hidden="true">
        {STATES.map((state) => (
          <span
            key={state}
            data-state={state}
            style={{ inlineSize: `${count.units === 0 ? 0 : (100 * count[state]) / count.units}%` }}
          />
        ))}
      </div>
      <p>
        <span className="ui-hidden">{name}: </span>
        {t('languages.progress', { reviewed: count.reviewed, units: count.units })}
        {(['draft', 'stale', 'missing'] as const).map((state) =>
          count[state] === 0 ? '' : ` · ${t(`languages.${state}`, { count: count[state] })}`,
        )}
      </p>
    </div>
  )
}
