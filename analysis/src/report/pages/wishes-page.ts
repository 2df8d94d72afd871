import type { Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { placesOf, placeWords, rankedDots } from '../figures/ranked-dots.ts'
import { basisOf, figureBlock, idOf, type Material, sectionOf } from '../material.ts'
import { canTellFirst, isAhead, namesOf, rankedItems } from './shares-page.ts'

/** What families wish first: the share that puts each among its first three, and which place it may have. */
export const wishesPage = (page: PageOf<'wishes'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const items = rankedItems(page, material)
  const places = placesOf(items.map(({ all }) => all)).map((place) =>
    place === undefined ? '–' : placeWords(place, say),
  )
  const id = idOf(material, page)
  const description = items
    .map(({ label, all }, i) =>
      t('shares.wishes.description', {
        label,
        share: say.shareWithSpan(all),
        place: places[i] ?? '–',
      }),
    )
    .join(' ')
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id,
        caption: t('shares.wishes.caption'),
        description,
        read: t('shares.wishes.read'),
        basis: basisOf(
          material,
          page.shares,
          items.map(({ all }) => all),
        ),
        svg: rankedDots({
          id,
          title: say.told(page.question),
          description,
          say,
          rows: items.map(({ label, all }) => ({ label, estimate: all })),
        }),
        table: {
          caption: t('page.interval'),
          head: [t('page.statement'), t('page.outOf'), t('shares.wishes.place')],
          rows: items.map(({ label, all }, i) => [label, say.valueCell(all), places[i] ?? '–']),
        },
      }),
    ],
    rests: items[0]?.all,
    told: canTellFirst(items)
      ? {
          heading: say.told(page.headline[isAhead(items, page, material) ? 'clear' : 'close']),
          see: say.told(page.finding),
        }
      : undefined,
    values: namesOf(items, material),
  })
}
