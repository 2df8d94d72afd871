import { codebookOf, type Instrument, itemsOf, textOf } from '@echolot/instrument'
import { Badge, Notice, Table, Tabs, useUi } from '@echolot/ui'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../../edits/source-of.ts'
import { nameAndTitle } from '../../picking/names.ts'
import type { Trial } from '../trial.ts'
import type { Judged, TrialWork } from '../work/task.ts'
import { placeOfRefusal, refusalOf } from './refusal-of.ts'
import type { Running } from './use-running.ts'
import type { View } from './view.ts'

/** Milliseconds of quiet before answers are judged. */
const QUIET = 200

/** The answers as a table, as JSON and as they would stand in the data, and what the server's own check says to them. */
export const AnswersBeside = ({
  instrument,
  trial: { answers, context },
  running: { seen },
  way,
  work,
}: {
  readonly instrument: Instrument
  readonly trial: Trial
  readonly running: Running
  readonly way: View['way']
  readonly work: TrialWork | undefined
}) => {
  const { t } = useTranslation('trial')
  const [judged, setJudged] = useState<Judged>()
  useEffect(() => {
    if (work === undefined) return
    let wanted = true
    const timer = setTimeout(() => {
      const { shown, completed } = seen
      work.ask(instrument, 'judge', { answers, shown, context, completed }).then(
        (told) => wanted && setJudged(told),
        () => wanted && setJudged(undefined),
      )
    }, QUIET)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [work, instrument, answers, context, seen])
  return (
    <section className="trial-beside" aria-label={t('answers.title')}>
      <h2>{t('answers.title')}</h2>
      {judged !== undefined && <Verdict judged={judged} way={way} />}
      <Tabs
        label={t('answers.forms')}
        tabs={[
          {
            id: 'table',
            label: t('answers.table'),
            content: <AnswerTable instrument={instrument} answers={answers} />,
          },
          {
            id: 'row',
            label: t('answers.row'),
            content:
              judged === undefined ? null : <RowTable instrument={instrument} judged={judged} />,
          },
          {
            id: 'json',
            label: 'JSON',
            content: (
              <pre className="trial-json" dir="ltr">
                {JSON.stringify(answers, null, 2)}
              </pre>
            ),
          },
        ]}
      />
    </section>
  )
}

/** The server's own check of these answers, and whether it shows the same questions. */
const Verdict = ({ judged, way }: { readonly judged: Judged; readonly way: View['way'] }) => {
  const { t } = useTranslation('trial')
  const { problems, onlyHere, onlyThere } = judged
  const { language } = useUi()
  const differs = way !== 'all' && onlyHere.length + onlyThere.length > 0
  return (
    <div className="ui-stack-small">
      {problems.length === 0 ? (
        <p>
          <Badge tone="success">{t('answers.ok')}</Badge> {t('answers.taken')}
        </p>
      ) : (
        <Notice tone="warn" title={t('answers.refused')}>
          <ul>
            {problems.map(({ path, rule, message }) => (
              <li key={`${path} ${rule}`}>
                <code>{placeOfRefusal(path)}</code> {refusalOf({ rule, message }, language)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {differs && (
        <Notice tone="error" title={t('answers.differs')}>
          {onlyHere.length > 0 && <p>{t('answers.onlyHere', { names: onlyHere.join(', ') })}</p>}
          {onlyThere.length > 0 && <p>{t('answers.onlyThere', { names: onlyThere.join(', ') })}</p>}
        </Notice>
      )}
    </div>
  )
}

const AnswerTable = ({
  instrument,
  answers,
}: {
  readonly instrument: Instrument
  readonly answers: Trial['answers']
}) => {
  const { t } = useTranslation('trial')
  const source = sourceOf(instrument)
  const items = useMemo(
    () => new Map(itemsOf(instrument).map((item) => [item.key, item])),
    [instrument],
  )
  return (
    <Table
      caption={t('answers.count', { count: Object.keys(answers).length })}
      rows={Object.entries(answers)}
      rowKey={([key]) => key}
      empty={t('answers.none')}
      columns={[
        {
          key: 'item',
          header: t('answers.item'),
          heads: 'row',
          cell: ([key]) => {
            const item = items.get(key)
            return item === undefined ? key : nameAndTitle(item, source)
          },
        },
        {
          key: 'answer',
          header: t('answers.answer'),
          cell: ([key, value]) => {
            const words = items.get(key)?.choices.find((choice) => choice.value === value)?.text
            const said = words === undefined ? '' : textOf(words, source, source)
            const written = typeof value === 'string' ? value : JSON.stringify(value)
            return said === '' || said === written ? written : `${written} (${said})`
          },
        },
      ]}
    />
  )
}

/** The row of the data these answers would give, with the reason for every blank. */
const RowTable = ({
  instrument,
  judged: { row },
}: {
  readonly instrument: Instrument
  readonly judged: Judged
}) => {
  const { t } = useTranslation('trial')
  const source = sourceOf(instrument)
  const labels = useMemo(
    () => new Map(codebookOf(instrument).variables.map(({ name, label }) => [name, label])),
    [instrument],
  )
  const reasons = new Map(row.missingReasons.map(({ variable, reason }) => [variable, reason]))
  return (
    <Table
      caption={t('answers.rowCaption', { count: Object.keys(row.values).length })}
      rows={Object.entries(row.values)}
      rowKey={([name]) => name}
      columns={[
        {
          key: 'variable',
          header: t('answers.variable'),
          heads: 'row',
          cell: ([name]) => (
            <>
              <code>{name}</code>{' '}
              <span className="trial-soft">{textOf(labels.get(name) ?? '', source, source)}</span>
            </>
          ),
        },
        {
          key: 'value',
          header: t('answers.value'),
          align: 'end',
          cell: ([, value]) => value ?? '–',
        },
        {
          key: 'reason',
          header: t('answers.reason'),
          cell: ([name]) => {
            const reason = reasons.get(name)
            return reason === undefined ? '' : t(`reason.${reason}`)
          },
        },
      ]}
    />
  )
}
