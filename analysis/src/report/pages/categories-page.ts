import type { Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { stackedBars } from '../figures/stacked-bars.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  idOf,
  type Material,
  sectionOf,
  shareValue,
  wordsValue,
} from '../material.ts'
import { byHeight, canSay, heightOf, isOpen, numberOf } from '../standing.ts'

/** A gap from which the headline speaks of one, in points of 100. */
const NOTABLE = 30

/** Not known, known, used: one bar an offer, the largest gap between known and used first. */
export const categoriesPage = (page: PageOf<'categories'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const of = (variable: string, category: string) =>
    estimateIn(material, page.categories, `${variable}:${category}`)
  const items = page.items
    .map(({ variable, label }) => {
      const parts = [
        of(variable, page.used),
        of(variable, page.known),
        of(variable, page.unknown),
      ] as const
      return { label: say.told(label), parts, gap: numberOf(parts[1]) }
    })
    .sort((a, b) => byHeight(a.parts[1], b.parts[1]))
  const [widest] = items
  const [used, known] = widest?.parts ?? []
  const id = idOf(material, page)
  const told = canSay(known) && canSay(used) && !items.some(({ parts }) => isOpen(parts[1]))
  const placeOf = (estimate: (typeof items)[number]['parts'][number]) => heightOf(estimate)?.value
  const size =
    (placeOf(known) ?? 0) >= NOTABLE && (placeOf(known) ?? 0) > (placeOf(used) ?? 100)
      ? ('gap' as const)
      : items.every(({ parts }) => (placeOf(parts[0]) ?? 0) > (placeOf(parts[1]) ?? 100))
        ? ('noGap' as const)
        : ('mixed' as const)
  const description = items
    .map(({ label, parts }) =>
      t('offers.description', {
        label,
        used: say.share(parts[0]),
        known: say.share(parts[1]),
        unknown: say.share(parts[2]),
      }),
    )
    .join(' ')
  const parts = [t('offers.used'), t('offers.known'), t('offers.unknown')] as const
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id,
        caption: t('offers.caption'),
        description,
        read: t('offers.read'),
        basis: basisOf(
          material,
          page.categories,
          items.map((item) => item.parts[0]),
        ),
        svg: stackedBars({
          id,
          title: say.told(page.question),
          description,
          say,
          legend: parts,
          gapLabel: t('offers.gap'),
          rows: items.map(({ label, parts: shares, gap }) => ({
            label,
            parts: shares,
            gap: gap === undefined ? '–' : say.number(gap),
          })),
        }),
        table: {
          caption: t('page.interval'),
          head: [t('offers.offer'), ...parts],
          rows: items.map((item) => [item.label, ...item.parts.map(say.valueCell)]),
        },
      }),
    ],
    rests: known,
    told: told
      ? {
          heading:
            size === 'mixed'
              ? `${say.told(page.question)} – ${t('page.mixed')}`
              : say.told(page.headline[size]),
          see: say.told(page.finding),
        }
      : undefined,
    values: {
      item: wordsValue(widest?.label ?? '', t('offers.widest')),
      known: shareValue(material, known, t('page.shareOf', { name: parts[1] })),
      used: wordsValue(say.share(used), t('page.shareOf', { name: parts[0] })),
    },
  })
}
