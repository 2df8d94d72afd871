import type { PagePlan } from '../../plan/report-plan.ts'
import { likertBars } from '../figures/likert-bars.ts'
import { basisOf, estimateIn, idOf, type Material, type Page } from '../material.ts'
import {
  baseOf,
  byHeight,
  canSay,
  capitalised,
  cellWords,
  filled,
  liesAbove,
  NOTHING_TO_SAY,
  shareWithSpan,
  shareWords,
  strengthOf,
  strengthWords,
  TOO_FEW,
  valueWithSpan,
} from '../words.ts'

/** Statements with agreement to the right and disagreement to the left, in the order of agreement. */
export const likertPage = (
  page: Extract<PagePlan, { page: 'likert' }>,
  material: Material,
): Page => {
  const of = (variable: string, category: string) =>
    estimateIn(material, page.categories, `${variable}:${category}`)
  const items = page.items
    .map((item) => {
      const against = of(item.variable, page.against)
      const agree = of(item.variable, page.agree)
      return {
        ...item,
        statement: `${item.label}${item.reversed ? ' (umgekehrt)' : ''}`,
        against,
        middle: of(item.variable, page.middle),
        agree,
        good: item.reversed ? against : agree,
        missing: estimateIn(material, page.categories, `${item.variable}:missing`),
      }
    })
    .sort((a, b) => byHeight(a.agree, b.agree))
  const ranked = items.filter(({ good }) => canSay(good)).sort((a, b) => byHeight(a.good, b.good))
  const [best, worst] = [ranked[0], ranked.at(-1)]
  const complete = ranked.length === items.length
  const apart = liesAbove(best?.good, worst?.good)
  const id = idOf(page.question)
  const reversed = items.some((item) => item.reversed)
  const description = items
    .map(
      ({ label, against, middle, agree }) =>
        `${label} Zustimmung ${shareWords(agree)}, teils-teils ${shareWords(middle)}, Ablehnung ${shareWords(against)}.`,
    )
    .join(' ')
  const told = ({ label, reversed: turned, good }: (typeof items)[number]) =>
    `„${label}“ – ${shareWithSpan(good)} ${turned ? 'sagen, das trifft nicht zu' : 'stimmen zu'}.`
  const sentence =
    best === undefined || worst === undefined
      ? NOTHING_TO_SAY
      : complete
        ? `Am günstigsten: ${told(best)} Am ungünstigsten: ${told(worst)}`
        : `Nicht zu jeder Aussage können wir eine Zahl nennen. ${ranked.map(told).join(' ')}`
  return {
    section: {
      id,
      part: 'main',
      question: page.question,
      heading:
        best === undefined || worst === undefined || !complete
          ? `${page.question} – ${TOO_FEW}`
          : capitalised(
              filled(apart ? page.headline.spread : page.headline.even, {
                best: best.topic,
                worst: worst.topic,
              }),
            ),
      blocks: [
        ...(ranked.length === 0
          ? [
              {
                kind: 'note' as const,
                text: 'Hier stünde ein Bild. Es haben zu wenige Menschen geantwortet, um es zu zeigen.',
              },
            ]
          : [
              {
                kind: 'figure' as const,
                figure: {
                  id,
                  caption: 'Zustimmung und Ablehnung, Anteile von 100',
                  description,
                  read: `Rechts von der Linie steht die Zustimmung, links die Ablehnung, ganz rechts „teils-teils“.${reversed ? ' Aussagen mit „(umgekehrt)“ sind anders herum gemeint: dort ist Ablehnung das gute Zeichen.' : ''}`,
                  basis: basisOf(
                    material,
                    page.categories,
                    items.map(({ agree }) => agree),
                  ),
                  svg: likertBars({
                    id,
                    title: page.question,
                    description,
                    legend: ['Ablehnung', 'Zustimmung', 'teils-teils'],
                    rows: items.map(({ statement, against, middle, agree }) => ({
                      label: statement,
                      against,
                      middle,
                      agree,
                    })),
                  }),
                  table: {
                    caption: 'Anteile von 100 mit Spanne',
                    head: [
                      'Aussage',
                      'trifft (eher) nicht zu',
                      'teils-teils',
                      'trifft (eher) zu',
                      'ohne Angabe',
                    ],
                    rows: items.map(({ statement, against, middle, agree, missing }) => [
                      statement,
                      ...[against, middle, agree].map(valueWithSpan),
                      missing?.shown === 'number'
                        ? cellWords({ shown: 'number', value: missing.value })
                        : 'unter 5',
                    ]),
                  },
                },
              },
            ]),
        {
          kind: 'remarks',
          items: [
            { term: 'Was wir sehen', text: sentence },
            {
              term: 'Wie sicher das ist',
              text: strengthWords(strengthOf(worst?.good), baseOf(worst?.good)),
            },
            ...(page.follow ? [{ term: 'Was daraus folgen kann', text: page.follow }] : []),
          ],
        },
      ],
    },
    ...(page.short === undefined || worst === undefined || !complete
      ? {}
      : { finding: { name: page.short, text: told(worst), strength: strengthOf(worst.good) } }),
  }
}
