import type { Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { histogram } from '../figures/histogram.ts'
import { basisOf, figureBlock, idOf, type Material, sectionOf } from '../material.ts'
import { binsIn } from './bins.ts'

/** How the answers to one question are distributed, in bins that each hold enough; for the appendix. */
export const distributionPage = (page: PageOf<'distribution'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const bins = binsIn(material, page.histogram, page.variable)
  const id = idOf(material, page)
  const rows = bins.map(({ from, to, cell }) => ({
    from: say.number(from),
    to: say.number(to),
    number: say.cell(cell),
  }))
  const nothing = t(material.stage === 'probe' ? 'page.probe' : 'page.noPicture')
  const description =
    rows.length === 0 ? nothing : rows.map((row) => t('distribution.description', row)).join(' ')
  return sectionOf(page, material, {
    part: 'appendix',
    blocks:
      bins.length === 0
        ? [{ kind: 'note', text: nothing }]
        : [
            figureBlock({
              id,
              caption: t('distribution.caption'),
              description,
              read: t('distribution.read'),
              basis: basisOf({ ...material, weighted: false }, page.histogram),
              svg: histogram({
                id,
                title: say.told(page.question),
                description,
                say,
                unit: say.told(page.unit),
                bins,
              }),
              table: {
                caption: t('distribution.caption'),
                head: [t('distribution.bin'), t('page.answers')],
                rows: rows.map(({ from, to, number }) => [
                  t('numbers.to', { low: from, high: to }),
                  number,
                ]),
              },
            }),
          ],
    told:
      bins.length === 0
        ? undefined
        : {
            heading: say.told(page.headline),
            see: t('distribution.see'),
            sure: t('distribution.sure'),
          },
  })
}
