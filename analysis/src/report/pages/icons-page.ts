import type { Section } from '@echolot/report'
import { filled } from '@echolot/report'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { PageOf } from '../../plan/report-plan.ts'
import { iconArray } from '../figures/icon-array.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  idOf,
  type Material,
  sectionOf,
  shareValue,
} from '../material.ts'
import { baseOf, canSay, heightOf } from '../standing.ts'

/** Below it a headline says few. */
const FEW = 25

/** Which headline a share has: most, if its whole interval lies above half; undefined where it cannot be told. */
export const sizeOf = (
  estimate: DisclosedEstimate | undefined,
): 'most' | 'many' | 'few' | undefined => {
  const height = canSay(estimate) ? heightOf(estimate) : undefined
  if (height === undefined) return undefined
  return height.value < FEW ? 'few' : height.low > 50 ? 'most' : 'many'
}

/** So many of a hundred, as squares; and a small table of what goes with it. */
export const iconsPage = (page: PageOf<'icons'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const share = estimateIn(material, page.share.analysis, page.share.key)
  const id = idOf(material, page)
  const size = sizeOf(share)
  const finding = say.told(page.finding)
  const many = say.sentence(filled(finding, { share: t('shares.hours.many') }))
  const description = `${t('shares.hours.description')} ${
    size === undefined ? t('page.nothing') : filled(finding, { share: say.shareWithSpan(share) })
  }`
  const rows = (page.table?.rows ?? []).map(({ label, analysis, key }) => {
    const estimate = estimateIn(material, analysis, key)
    const base = baseOf(estimate)
    return [
      say.told(label),
      say.valueCell(estimate),
      base === undefined ? t('numbers.cell.base') : say.number(base),
    ]
  })
  const head = [t('page.statement'), t('page.outOf'), t('page.answers')]
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id,
        caption: many,
        description,
        read: t('shares.icons.read'),
        basis: basisOf(material, page.share.analysis, [share]),
        svg: iconArray({ id, title: many, description, say, estimate: share }),
        table: {
          caption: t('shares.hours.table'),
          head,
          rows: [
            [
              many,
              say.valueCell(share),
              baseOf(share) === undefined
                ? t('numbers.cell.base')
                : say.number(baseOf(share) as number),
            ],
          ],
        },
      }),
      ...(page.table === undefined
        ? []
        : [
            {
              kind: 'table' as const,
              table: { caption: say.told(page.table.caption), head, rows },
            },
          ]),
    ],
    rests: share,
    told: size === undefined ? undefined : { heading: say.told(page.headline[size]), see: finding },
    values: { share: shareValue(material, share, t('page.share')) },
  })
}
