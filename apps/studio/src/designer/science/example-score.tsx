import { type Scale, textIn, textOf, type Variable } from '@echolot/instrument'
import { Select, TextField, useUi } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ExampleAnswers, scoreOf } from './score-of.ts'

/** Tries a scale: answers are chosen, the score follows, with the reason where there is none. */
export const ExampleScore = ({
  scale,
  variables,
  source,
}: {
  readonly scale: Scale
  readonly variables: readonly Variable[]
  readonly source: string
}) => {
  const { t } = useTranslation('science')
  const { number } = useUi()
  const [answers, setAnswers] = useState<ExampleAnswers>({})
  if (scale.items.length === 0) return null
  const known = new Map(variables.map((variable) => [variable.name, variable]))
  const { score, percent, valid, parts } = scoreOf(scale, answers)
  const set = (item: string, value: number | undefined) =>
    setAnswers((before) => ({ ...before, [item]: value }))
  const written = (value: number) => number(Math.round(value * 100) / 100)
  return (
    <details className="example-score">
      <summary>{t('example.title')}</summary>
      <div className="example-fields">
        {parts.map(({ item, counted }) => {
          const { values = [], label } = known.get(item) ?? {}
          const name = `${item} ${textIn(label ?? '', source, source) ?? ''}`.slice(0, 80)
          const isTurned = scale.reversed.includes(item) && counted !== undefined
          const hint = isTurned ? { hint: t('example.turned', { counted: written(counted) }) } : {}
          return values.length > 0 ? (
            <Select
              key={item}
              label={name}
              {...hint}
              value={answers[item] === undefined ? '' : String(answers[item])}
              choices={[
                { value: '', text: t('example.blank') },
                ...values.map((one) => ({
                  value: String(one.value),
                  text: `${one.value} – ${textOf(one.label, source, source)}`,
                })),
              ]}
              onSelect={(value) => set(item, value === '' ? undefined : Number(value))}
            />
          ) : (
            <TextField
              key={item}
              label={name}
              {...hint}
              type="number"
              value={answers[item] ?? ''}
              onChange={({ target }) =>
                set(item, Number.isFinite(target.valueAsNumber) ? target.valueAsNumber : undefined)
              }
            />
          )
        })}
      </div>
      <output className="example-result" aria-live="polite">
        {score === undefined
          ? t('example.missing', { valid, wanted: scale.minValid })
          : t('example.score', {
              score: written(score),
              valid,
              of: scale.items.length,
              percent: percent === undefined ? '–' : written(percent),
            })}
      </output>
    </details>
  )
}
