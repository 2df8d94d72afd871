import type { Section } from '@echolot/report'
import { POLICY } from '../../disclosure/policy.ts'
import type { PageOf } from '../../plan/report-plan.ts'
import { estimateIn, type Material, sectionOf, wordsValue } from '../material.ts'
import { numberOf } from '../standing.ts'

/** A deviation up to this many points is called small. */
const SMALL = 3

/** Key figures calculated otherwise: without conspicuous answers, without help, unweighted; as differences in points. */
export const rechecksPage = (page: PageOf<'rechecks'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const rows = page.items.map(({ variable, label }) => ({
    label: say.told(label),
    changes: page.ways.map(({ analysis }) => estimateIn(material, analysis, variable)),
  }))
  const known = rows
    .flatMap(({ changes }) => changes.map(numberOf))
    .filter((change) => change !== undefined)
    .map((change) => Math.abs(Math.round(change)))
  const largest = Math.max(0, ...known)
  return sectionOf(page, material, {
    part: 'appendix',
    blocks: [
      {
        kind: 'table',
        table: {
          caption: t('rechecks.caption'),
          head: [t('rechecks.figure'), ...page.ways.map(({ label }) => say.told(label))],
          rows: rows.map(({ label, changes }) => [
            label,
            ...changes.map((change) =>
              change?.shown === 'number' ? say.signed(Math.round(change.value)) : say.value(change),
            ),
          ]),
        },
      },
    ],
    told:
      known.length === 0
        ? undefined
        : {
            heading: say.told(page.headline[largest <= SMALL ? 'small' : 'large']),
            see: t('rechecks.see'),
            sure: t('rechecks.sure', { number: say.number(POLICY.leastBase) }),
          },
    values: { points: wordsValue(say.number(largest), t('rechecks.points')) },
  })
}
