import type { Block, Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { itemMap } from '../figures/item-map.ts'
import { scree, valuesOf } from '../figures/scree.ts'
import { basisOf, estimateIn, figureBlock, idOf, type Material, sectionOf } from '../material.ts'

/** How items measure: an item map, and eigenvalues beside those of chance; for the technical appendix. */
export const scalePage = (page: PageOf<'scale'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const items = page.items.map(({ variable, label }) => ({
    label: say.told(label),
    difficulty: estimateIn(material, page.analysis, `difficulty.${variable}`),
    discrimination: estimateIn(material, page.analysis, `r_drop.${variable}`),
  }))
  const rows = items.map(({ label, difficulty, discrimination }) => ({
    label,
    easy:
      difficulty?.shown === 'number'
        ? say.number(Math.round(difficulty.value * 100))
        : say.value(difficulty),
    sharp:
      discrimination?.shown === 'number'
        ? say.fixed(discrimination.value, 2)
        : say.value(discrimination),
  }))
  const id = `${idOf(material, page)}-aussagen`
  const description = rows.map((row) => t('scale.mapDescription', row)).join(' ')
  return sectionOf(page, material, {
    part: 'technical',
    blocks: [
      figureBlock({
        id,
        caption: t('scale.map'),
        description,
        read: t('scale.mapRead'),
        basis: basisOf({ ...material, weighted: false }, page.analysis),
        svg: itemMap({ id, title: t('scale.map'), description, say, items }),
        table: {
          caption: t('scale.map'),
          head: [t('page.statement'), t('scale.easy'), t('scale.sharp')],
          rows: rows.map(({ label, easy, sharp }) => [label, easy, sharp]),
        },
      }),
      ...screeBlock(page, material),
    ],
    told: items.every(({ difficulty }) => difficulty?.shown !== 'number')
      ? undefined
      : { heading: say.told(page.headline), see: t('scale.see'), sure: t('scale.sure') },
  })
}

const screeBlock = (page: PageOf<'scale'>, material: Material): readonly Block[] => {
  if (page.parallel === undefined) return []
  const { say, results } = material
  const t = say.t
  const numbers = results.get(page.parallel)?.numbers ?? {}
  const [found, random] = [numbers.eigenvalues, numbers['parallel.q95']]
  const chance = valuesOf(random)
  const rows = valuesOf(found).map((value, i) => ({
    number: say.number(i + 1),
    found: say.fixed(value, 2),
    random: chance[i] === undefined ? '–' : say.fixed(chance[i], 2),
  }))
  const id = `${idOf(material, page)}-faktoren`
  const description =
    rows.length === 0
      ? t('page.noPicture')
      : rows.map((row) => t('scale.screeDescription', row)).join(' ')
  return [
    figureBlock({
      id,
      caption: t('scale.scree'),
      description,
      read: t('scale.screeRead'),
      basis: basisOf({ ...material, weighted: false }, page.parallel),
      svg: scree({ id, title: t('scale.scree'), description, say, found, random }),
      table: {
        caption: t('scale.scree'),
        head: [t('scale.factor'), t('scale.found'), t('scale.random')],
        rows: rows.map((row) => [row.number, row.found, row.random]),
      },
    }),
  ]
}
