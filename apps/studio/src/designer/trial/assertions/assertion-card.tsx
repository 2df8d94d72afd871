import type { Assertion, Instrument } from '@echolot/instrument'
import { type AssertionVerdict, conditionSentence, parseCondition } from '@echolot/routing/logic'
import { Badge, Button, Notice, type NoticeTone, useUi } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenInPreview } from '../trial.ts'
import { EXPECTED, namesOf } from './expected.ts'

const TONES: Readonly<Record<AssertionVerdict['verdict'], NoticeTone>> = {
  proved: 'success',
  refuted: 'error',
  'not-refuted': 'info',
  idle: 'warn',
  unreadable: 'error',
}

/** One assertion in words, whether it holds, and answers that show the contrary. */
export const AssertionCard = ({
  instrument,
  assertion,
  verdict,
  mode,
  onOpen,
  onEdit,
  onRemove,
}: {
  readonly instrument: Instrument
  readonly assertion: Assertion
  readonly verdict: AssertionVerdict | undefined
  readonly mode: 'edit' | 'read'
  readonly onOpen: OpenInPreview
  readonly onEdit: () => void
  readonly onRemove: () => void
}) => {
  const { t } = useTranslation('trial')
  const { language } = useUi()
  const { name, when = '', expect } = assertion
  const condition = useMemo(() => {
    const parsed = when.trim() === '' ? undefined : parseCondition(when).condition
    return parsed === undefined ? when : conditionSentence(parsed, { instrument, language }).text
  }, [when, instrument, language])
  const witness = verdict?.witness
  /** `hidden: emp_hours` as a sentence; what cannot be read stays as it is. */
  const aboutWords = (about: string): string => {
    const [kind, names = ''] = about.split(': ')
    const known = EXPECTED.find((one) => one === kind)
    return known === undefined ? about : t(`assertions.says.${known}`, { names })
  }
  return (
    <article className="ui-card trial-card">
      <h2>{name}</h2>
      <p>
        {condition === '' ? t('assertions.always') : t('assertions.when', { condition })}{' '}
        {EXPECTED.flatMap((kind) => {
          const names = namesOf(expect[kind])
          return names.length === 0
            ? []
            : [t(`assertions.says.${kind}`, { names: names.join(', ') })]
        }).join('; ')}
        .
      </p>
      {verdict === undefined ? (
        <p className="trial-soft">{t('working')}</p>
      ) : (
        <p>
          <Badge tone={TONES[verdict.verdict]}>{t(`verdict.${verdict.verdict}`)}</Badge>{' '}
          {t(`verdictHelp.${verdict.verdict}`, {
            about: aboutWords(verdict.about ?? ''),
            runs: verdict.runs ?? 0,
            seed: verdict.seed ?? 0,
          })}
        </p>
      )}
      {witness !== undefined && (
        <Notice tone="error" announce="never" title={t('assertions.witness')}>
          <pre className="trial-json" dir="ltr">
            {JSON.stringify({ ...witness.context, ...witness.answers }, null, 1)}
          </pre>
        </Notice>
      )}
      <div className="ui-actions">
        {witness !== undefined && (
          <Button
            size="small"
            variant="primary"
            aria-label={t('assertions.openOne', { name })}
            onClick={() => {
              const at = verdict?.about?.split(': ')[1]
              onOpen({
                answers: witness.answers,
                context: witness.context,
                of: name,
                ...(at !== undefined && { at }),
              })
            }}
          >
            {t('open')}
          </Button>
        )}
        <Button
          size="small"
          disabled={mode === 'read'}
          aria-label={t('assertions.editOne', { name })}
          onClick={onEdit}
        >
          {t('edit')}
        </Button>
        <Button
          size="small"
          variant="danger"
          disabled={mode === 'read'}
          aria-label={t('removeOne', { name })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </div>
    </article>
  )
}
