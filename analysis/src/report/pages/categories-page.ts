import type { PagePlan } from '../../plan/report-plan.ts'
import { stackedBars } from '../figures/stacked-bars.ts'
import { basisOf, estimateIn, idOf, type Material, type Page } from '../material.ts'
import {
  baseOf,
  byHeight,
  canSay,
  capitalised,
  filled,
  heightOf,
  inGerman,
  isOpen,
  NO_PICTURE,
  NOTHING_TO_SAY,
  numberOf,
  shareWithSpan,
  shareWords,
  strengthOf,
  strengthWords,
  TOO_FEW,
  valueWithSpan,
} from '../words.ts'

/** A gap from which the headline speaks of one, in points of 100. */
const NOTABLE = 30

/** Not known, known, used: one bar an offer, the largest gap between known and used first. */
export const categoriesPage = (
  page: Extract<PagePlan, { page: 'categories' }>,
  material: Material,
): Page => {
  const of = (variable: string, category: string) =>
    estimateIn(material, page.categories, `${variable}:${category}`)
  const items = page.items
    .map(({ variable, label }) => {
      const parts = [
        of(variable, page.used),
        of(variable, page.known),
        of(variable, page.unknown),
      ] as const
      return { label, parts, gap: numberOf(parts[1]) }
    })
    .sort((a, b) => byHeight(a.parts[1], b.parts[1]))
  const [widest] = items
  const [used, known] = widest?.parts ?? []
  const id = idOf(page.question)
  const told = canSay(known) && canSay(used) && !items.some(({ parts }) => isOpen(parts[1]))
  const sentence = told
    ? filled(page.finding, {
        item: widest?.label ?? '',
        known: shareWithSpan(known),
        used: shareWords(used),
      })
    : NOTHING_TO_SAY
  const placeOf = (estimate: (typeof items)[number]['parts'][number]) => heightOf(estimate)?.value
  const size =
    (placeOf(known) ?? 0) >= NOTABLE && (placeOf(known) ?? 0) > (placeOf(used) ?? 100)
      ? ('gap' as const)
      : items.every(({ parts }) => (placeOf(parts[0]) ?? 0) > (placeOf(parts[1]) ?? 100))
        ? ('noGap' as const)
        : ('mixed' as const)
  const description = items
    .map(
      ({ label, parts }) =>
        `${label}: genutzt ${shareWords(parts[0])}, nur bekannt ${shareWords(parts[1])}, unbekannt ${shareWords(parts[2])}.`,
    )
    .join(' ')
  return {
    section: {
      id,
      part: 'main',
      question: page.question,
      heading:
        !told || widest === undefined
          ? `${page.question} – ${TOO_FEW}`
          : size === 'mixed'
            ? `${page.question} – ${NO_PICTURE}`
            : capitalised(filled(page.headline[size], { item: widest.label })),
      blocks: [
        {
          kind: 'figure',
          figure: {
            id,
            caption: 'Je Angebot, Anteile von 100, sortiert nach der Lücke',
            description,
            read: 'Dunkel hat das Angebot genutzt. Gestreift kennt es, hat es aber noch nicht genutzt: das ist die Lücke. Weiß kennt es nicht.',
            basis: basisOf(
              material,
              page.categories,
              items.map(({ parts }) => parts[0]),
            ),
            svg: stackedBars({
              id,
              title: page.question,
              description,
              legend: ['genutzt', 'bekannt, nicht genutzt', 'unbekannt'],
              gapLabel: 'Lücke',
              rows: items.map(({ label, parts, gap }) => ({
                label,
                parts,
                gap: gap === undefined ? '–' : inGerman(gap),
              })),
            }),
            table: {
              caption: 'Anteile von 100 mit Spanne',
              head: ['Angebot', 'genutzt', 'bekannt, nicht genutzt', 'unbekannt'],
              rows: items.map(({ label, parts }) => [label, ...parts.map(valueWithSpan)]),
            },
          },
        },
        {
          kind: 'remarks',
          items: [
            { term: 'Was wir sehen', text: capitalised(sentence) },
            { term: 'Wie sicher das ist', text: strengthWords(strengthOf(known), baseOf(known)) },
            ...(page.follow ? [{ term: 'Was daraus folgen kann', text: page.follow }] : []),
          ],
        },
      ],
    },
    ...(page.short === undefined || !told
      ? {}
      : {
          finding: { name: page.short, text: capitalised(sentence), strength: strengthOf(known) },
        }),
  }
}
