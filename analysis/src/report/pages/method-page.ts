import type { Block, Section } from '@echolot/report'
import { POLICY } from '../../disclosure/policy.ts'
import type { PlanHistory } from '../../plan/plan-history.ts'
import { estimateIn, type Material } from '../material.ts'
import { numberOf } from '../standing.ts'
import { planChanges } from './plan-changes.ts'

export type Origins = {
  readonly dataDigest: string
  readonly planDigest: string
  readonly codeVersion: string
  readonly instruments: readonly string[]
  readonly dataOn?: string
  readonly planHistory?: PlanHistory
}

/** The method page of the appendix: weights, scales, rules and where everything comes from. */
export const methodPage = (material: Material, origins: Origins): Section => {
  const { say, report } = material
  const t = say.t
  const numbers = {
    least: say.number(POLICY.wholeFrom),
    base: say.number(POLICY.leastBase),
    few: say.number(POLICY.leastCount - 1),
    whole: say.number(POLICY.wholeFrom),
    coarse: say.number(POLICY.coarse),
    unsure: say.number(POLICY.unsureFrom * 100),
    silent: say.number(POLICY.silentFrom * 100),
  }
  return {
    id: 'methode',
    part: 'appendix',
    question: t('method.question'),
    heading: t('method.heading'),
    blocks: [
      { kind: 'text', text: t('method.speaks', { population: say.told(report.population) }) },
      ...weights(material),
      {
        kind: 'list',
        items: [t('method.spans'), t('method.clear'), t('method.scales'), t('method.missing')],
      },
      ...scales(material),
      { kind: 'subheading', text: t('method.strength') },
      {
        kind: 'list',
        items: [
          t('method.sound', { ...numbers, width: say.number(POLICY.sureUpTo * 100) }),
          t('method.hint', { width: say.number(POLICY.unsureFrom * 100) }),
          t('method.open'),
        ],
      },
      { kind: 'subheading', text: t('method.protection') },
      {
        kind: 'list',
        items: [
          t('method.least', numbers),
          t('method.rounding', numbers),
          t('method.unsure', numbers),
          t('method.policy', { version: POLICY.version }),
        ],
      },
      { kind: 'subheading', text: t('method.origin') },
      origin(material, origins),
      ...planChanges(material, origins.planHistory),
    ],
  }
}

const origin = ({ say, plan }: Material, origins: Origins): Block => {
  const t = say.t
  return {
    kind: 'table',
    table: {
      caption: t('method.originTable'),
      head: [t('method.entry'), t('method.entryValue')],
      rows: [
        ...(origins.dataOn === undefined ? [] : [[t('method.cut'), say.day(origins.dataOn)]]),
        [t('method.dataDigest'), origins.dataDigest],
        [t('method.planDigest'), origins.planDigest],
        [t('method.plan'), plan.plan],
        [t('method.program'), `Echolot ${origins.codeVersion}`],
        ...(origins.instruments.length === 0
          ? []
          : [[t('method.instrument'), origins.instruments.join(', ')]]),
      ],
    },
  }
}

const weights = (material: Material): Block[] => {
  const { say, report, weighted } = material
  const id = report.weights
  const deff = id === undefined ? undefined : numberOf(estimateIn(material, id, 'deff'))
  if (!weighted || id === undefined || deff === undefined)
    return material.stage === 'probe' ? [] : [{ kind: 'text', text: say.t('method.unweighted') }]
  const of = (key: string) => numberOf(estimateIn(material, id, key)) ?? 0
  return [
    {
      kind: 'text',
      text: say.t('method.weights', {
        smallest: say.fixed(of('smallest'), 2),
        largest: say.fixed(of('largest'), 2),
        deff: say.fixed(deff, 2),
        nEff: say.number(Math.round(of('nEff'))),
      }),
    },
  ]
}

const scales = (material: Material): Block[] => {
  const { say, report, results } = material
  const t = say.t
  if (report.scales.length === 0) return []
  return [
    {
      kind: 'table',
      table: {
        caption: t('method.reliability'),
        head: [t('method.scale'), t('method.alpha'), t('method.omega'), t('method.answers')],
        rows: report.scales.map(({ label, alpha, omega }) => {
          const found = estimateIn(material, alpha, 'alpha')
          const shown = found?.shown === 'number' ? found : undefined
          const omegaFound =
            omega === undefined ? undefined : numberOf(estimateIn(material, omega, 'omega'))
          const range =
            shown === undefined
              ? ''
              : t('numbers.to', {
                  low: say.fixed(shown.low ?? 0, 2),
                  high: say.fixed(shown.high ?? 0, 2),
                })
          return [
            say.told(label),
            shown === undefined ? t('numbers.notShown') : `${say.fixed(shown.value, 2)} (${range})`,
            omegaFound === undefined ? '–' : say.fixed(omegaFound, 2),
            shown === undefined ? '–' : say.cell(results.get(alpha)?.n),
          ]
        }),
      },
    },
  ]
}
