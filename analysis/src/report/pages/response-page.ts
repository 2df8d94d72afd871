import type { Block, Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { planRefused } from '../../problems.ts'
import { weeksSince } from '../../statistics/iso-weeks.ts'
import type { Moment } from '../figures/density-bars.ts'
import { flowBars } from '../figures/flow-bars.ts'
import { responseCurve } from '../figures/response-curve.ts'
import { estimateIn, figureBlock, idOf, type Material } from '../material.ts'
import { numberOf } from '../standing.ts'
import { binsIn } from './bins.ts'

/** Groups of final outcomes, by the letters that the analysis writes behind their names. */
const OUTCOMES = ['I', 'P', 'R', 'NC', 'O', 'U', 'NE'] as const
const STEPS = ['cases', 'delivered', 'started', 'answered', 'complete'] as const

/** “1.000 Briefe, 268 Antworten”: the way of the letters and the rates with their denominators. */
export const responsePage = (page: PageOf<'response'>, material: Material): Section => {
  const { say, stage } = material
  const t = say.t
  const of = (key: string) => estimateIn(material, page.rates, key)
  const steps = STEPS.filter((key) => of(key) !== undefined || stage === 'probe').map((key) => ({
    label: t(`response.step.${key}`),
    words: say.count(of(key)),
    value: numberOf(of(key)),
  }))
  const percent = (key: string) => {
    const value = numberOf(of(key))
    return value === undefined ? t('numbers.notShown') : say.percent(value)
  }
  const e = numberOf(of('e'))
  const table = material.results.get(page.rates)?.tables.outcomes
  const id = idOf(material, page)
  const description = t('response.description', {
    steps: say.list(steps.map(({ label, words }) => `${label} ${words}`)),
  })
  const cases = say.count(of('cases'))
  return {
    id,
    part: 'main',
    question: say.told(page.question),
    heading:
      stage === 'probe'
        ? say.told(page.question)
        : t('response.heading', { letters: cases, answers: say.count(of('answered')) }),
    blocks: [
      figureBlock({
        id,
        caption: t('response.caption'),
        description,
        read: t('response.read'),
        basis: t('response.basis', { number: cases }),
        svg: flowBars({ id, title: t('response.title'), description, say, steps }),
        table: {
          caption: t('response.table'),
          head: [t('response.outcome'), t('response.cases')],
          rows: (table?.rows ?? []).map((row, i) => {
            const outcome = OUTCOMES.find((name) => row.endsWith(`(${name})`))
            return [
              outcome === undefined ? row : t(`response.outcomes.${outcome}`),
              say.cell(table?.cells[i]?.[0]),
            ]
          }),
        },
      }),
      ...curve(page, material),
      {
        kind: 'facts',
        items: [
          {
            value: percent('RR2'),
            label: t('response.rr2'),
            note: t('response.rr2Note', { number: cases }),
          },
          {
            value: percent('RR4'),
            label: t('response.rr4'),
            note: t('response.rr4Note', {
              e: e === undefined ? t('response.unknown') : say.fixed(e, 2),
            }),
          },
          {
            value: percent('adjusted'),
            label: t('response.adjusted'),
            note: t('response.adjustedNote'),
          },
        ],
      },
      ...(page.follow === undefined
        ? []
        : [{ kind: 'text' as const, text: say.told(page.follow) }]),
    ],
  }
}

/** When the answers came, if the plan asks and the data still know their weeks. */
const curve = (page: PageOf<'response'>, material: Material): readonly Block[] => {
  const { say } = material
  const weeks = page.returns === undefined ? [] : binsIn(material, page.returns, 'weeks')
  if (page.returns === undefined || weeks.length === 0) return []
  const t = say.t
  const id = `${idOf(material, page)}-wochen`
  const rows = weeks.map(({ from, to, cell }) => ({
    from: say.number(from + 1),
    to: say.number(to),
    number: say.cell(cell),
  }))
  const mailings = mailingsOf(page, material).filter(({ at }) => at <= (weeks.at(-1)?.to ?? 0))
  const description = [
    ...rows.map((row) => t('response.curve.description', row)),
    ...mailings.map(({ at, label }) =>
      t('response.curve.mailing', { label, week: say.number(Math.floor(at) + 1) }),
    ),
  ].join(' ')
  return [
    figureBlock({
      id,
      caption: t('response.curve.caption'),
      description,
      read: t('response.curve.read'),
      basis: t('response.basis', { number: say.cell(material.results.get(page.returns)?.n) }),
      svg: responseCurve({
        id,
        title: t('response.curve.title'),
        description,
        say,
        weeks,
        mailings,
        axis: t('response.curve.axis'),
      }),
      table: {
        caption: t('response.curve.caption'),
        head: [t('response.curve.week'), t('page.answers')],
        rows: rows.map(({ from, to, number }) => [from === to ? from : `${from}–${to}`, number]),
      },
    }),
  ]
}

/** When letters went out, in weeks of the curve. @throws planRefused */
const mailingsOf = (
  { returns, mailings = [] }: PageOf<'response'>,
  { plan, say }: Material,
): readonly Moment[] => {
  const line = plan.analyses.find(({ id }) => id === returns)
  const since = line?.method === 'returns' ? line.since : undefined
  return mailings.map(({ what, on }) => {
    if (since === undefined) throw planRefused({ faults: [UNCOUNTED] })
    return { at: weeksSince(since, on), label: say.told(what) }
  })
}

const UNCOUNTED = {
  path: 'report.pages.mailings',
  message: 'letters have no place on a curve that counts from the first answer',
  remedy: 'give "since", the day of the first letter, to its analysis "returns"',
}
