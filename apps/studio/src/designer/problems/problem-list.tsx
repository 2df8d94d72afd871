import type { Instrument } from '@echolot/instrument'
import { Badge, Notice } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from './found-problem.ts'
import { type ProblemPlace, problemPlaces } from './place-of-problem.ts'
import { useProblemSentence } from './sentence.ts'
import { TRANSLATION_RULES } from './translation-hints.ts'
import type { Checked } from './use-problems.ts'

const TONES = { error: 'error', warning: 'warn', hint: 'info' } as const
const ORDER = ['error', 'warning', 'hint'] as const
/** More than these would hide the others. */
const SHOWN = 40

/** Everything to mend but translations, which have a room of their own; worst first, each leads to its element. */
export const ProblemList = ({
  checked,
  instrument,
  outline,
  onGo,
}: {
  readonly checked: Checked
  readonly instrument: Instrument
  readonly outline: readonly OutlineNode[]
  readonly onGo: (place: ProblemPlace, problem: FoundProblem) => void
}) => {
  const { t } = useTranslation('designer')
  const sentence = useProblemSentence()
  const placeOf = useMemo(() => problemPlaces(instrument, outline), [instrument, outline])
  const problems = ORDER.flatMap((severity) =>
    checked.problems.filter(
      (problem) => problem.severity === severity && !problem.rule.startsWith(TRANSLATION_RULES),
    ),
  )
  return (
    <section
      className="problem-list"
      aria-label={t('problems.title')}
      aria-busy={checked.state === 'checking'}
    >
      <h2>
        {t('problems.title')} <ProblemCount checked={checked} />
      </h2>
      {checked.state === 'failed' && (
        <Notice tone="error">
          <p>{t('problems.failed')}</p>
        </Notice>
      )}
      {checked.state === 'done' && problems.length === 0 && (
        <p className="problems-none">{t('problems.none')}</p>
      )}
      <ul>
        {problems.slice(0, SHOWN).map((problem, place) => {
          const { text, remedy } = sentence(problem)
          const where = placeOf(problem.path)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same problem may be found twice at one place
            <li key={`${problem.path} ${problem.rule} ${place}`}>
              <button type="button" className="problem" onClick={() => onGo(where, problem)}>
                <Badge tone={TONES[problem.severity]}>{t(`problems.${problem.severity}`)}</Badge>
                <span>
                  {where.name !== '' && <code>{where.name}</code>} {text}
                  <span className="problem-remedy">{remedy}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {problems.length > SHOWN && (
        <p className="ui-hint">{t('problems.more', { count: problems.length - SHOWN })}</p>
      )}
    </section>
  )
}

/** How many errors and warnings there are, in words. */
export const ProblemCount = ({ checked }: { readonly checked: Checked }) => {
  const { t } = useTranslation('designer')
  const count = (severity: FoundProblem['severity']) =>
    checked.problems.filter((problem) => problem.severity === severity).length
  const errors = count('error')
  const warnings = count('warning')
  if (checked.state === 'checking' && checked.problems.length === 0)
    return <Badge>{t('problems.checking')}</Badge>
  if (checked.state === 'failed') return <Badge tone="error">{t('problems.unknown')}</Badge>
  if (errors + warnings === 0) return <Badge tone="success">{t('problems.clean')}</Badge>
  return (
    <>
      {errors > 0 && <Badge tone="error">{t('problems.errors', { count: errors })}</Badge>}{' '}
      {warnings > 0 && <Badge tone="warn">{t('problems.warnings', { count: warnings })}</Badge>}
    </>
  )
}
