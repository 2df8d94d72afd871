import type { Section } from '@echolot/report'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { AnalysisPlan } from '../../plan/plan.ts'
import type { PageOf } from '../../plan/report-plan.ts'
import { dotPlot } from '../figures/dot-plot.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  idOf,
  type Material,
  nameIn,
  sectionOf,
  wordsValue,
} from '../material.ts'
import { numberOf } from '../standing.ts'

type Compared = {
  readonly label: string
  readonly own: DisclosedEstimate | undefined
  readonly weighted: DisclosedEstimate | undefined
  readonly population: number | undefined
}

/** “Wer geantwortet hat”: the respondents beside the population, and what the weights do about it. */
export const compositionPage = (page: PageOf<'composition'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const compared = comparedIn(page, material)
  const shown = compared.filter(({ own }) => own?.shown === 'number')
  const outside = compared.filter(isOutside)
  const rare = outside.filter(({ own, population }) => (numberOf(own) ?? 0) < (population ?? 0))
  const id = idOf(material, page)
  const description = [
    t('composition.intro'),
    ...compared.map(({ label, own, population }) =>
      t('composition.description', {
        label,
        own: say.valueWithSpan(own),
        population: population === undefined ? t('composition.unknown') : say.number(population),
      }),
    ),
  ].join(' ')
  const number = (key: string) =>
    page.weights === undefined ? undefined : numberOf(estimateIn(material, page.weights, key))
  const [nEff, deff] = [number('nEff'), number('deff')]
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id,
        caption: t('composition.caption'),
        description,
        read: t('composition.read'),
        basis: basisOf({ ...material, weighted: false }, page.composition),
        svg: dotPlot({
          id,
          title: t('composition.title'),
          description,
          say,
          groups: [t('composition.respondents'), t('composition.population')],
          rows: compared.map(({ label, own, population }) => ({
            label,
            estimates: [own],
            ...(population === undefined ? {} : { reference: population }),
          })),
        }),
        table: {
          caption: t('composition.table'),
          head: [
            t('page.group'),
            t('composition.respondents'),
            t('composition.weighted'),
            t('composition.population'),
          ],
          rows: compared.map(({ label, own, weighted, population }) => [
            label,
            say.valueCell(own),
            weighted?.shown === 'number' ? say.number(weighted.value) : t('numbers.notShown'),
            population === undefined ? '–' : say.number(population),
          ]),
        },
      }),
    ],
    told:
      shown.length === 0
        ? undefined
        : {
            heading: t(
              rare.length > 0
                ? 'composition.missing'
                : outside.length > 0
                  ? 'composition.uneven'
                  : 'composition.even',
            ),
            see: t(rare.length === 0 ? 'composition.seeEven' : 'composition.seeRare'),
            sure: t(
              !material.weighted
                ? 'composition.noWeights'
                : nEff === undefined || deff === undefined
                  ? 'composition.weightsUnknown'
                  : 'composition.weights',
            ),
          },
    values: {
      groups: wordsValue(say.list(rare.map(({ label }) => label)), t('composition.groups')),
      effective: wordsValue(
        nEff === undefined ? '–' : say.number(Math.round(nEff)),
        t('composition.effective'),
      ),
      deff: wordsValue(deff === undefined ? '–' : say.fixed(deff, 2), t('composition.deff')),
    },
  })
}

const comparedIn = (page: PageOf<'composition'>, material: Material): readonly Compared[] => {
  const analysis = material.plan.analyses.find(
    (other): other is Extract<AnalysisPlan, { method: 'composition' }> =>
      other.id === page.composition && other.method === 'composition',
  )
  const of = (key: string) => estimateIn(material, page.composition, key)
  return (analysis?.variables ?? []).flatMap(({ variable, label, categories }) =>
    categories.map((category): Compared => {
      const share = numberOf(of(`${variable}:${category.value}.population`))
      return {
        label: `${nameIn(material, label)}: ${nameIn(material, category.label)}`,
        own: of(`${variable}:${category.value}`),
        weighted: of(`${variable}:${category.value}.weighted`),
        population: share === undefined ? undefined : Math.round(share * 100),
      }
    }),
  )
}

/** The population's share lies outside of the respondents' interval. */
const isOutside = ({ own, population }: Compared) =>
  own?.shown === 'number' &&
  population !== undefined &&
  own.low !== undefined &&
  own.high !== undefined &&
  (population < own.low || population > own.high)
