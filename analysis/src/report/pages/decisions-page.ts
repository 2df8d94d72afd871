import type { Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { idOf, type Material } from '../material.ts'

/** From recommendation to measure: who, until when, how it stands. What was dropped stays, with its reason. */
export const decisionsPage = (page: PageOf<'decisions'>, material: Material): Section => {
  const { say, inputs } = material
  const t = say.t
  const rows = inputs.feedback?.rows ?? []
  return {
    id: idOf(material, page),
    part: page.part ?? 'main',
    question: say.told(page.question),
    heading: say.told(page.headline),
    blocks:
      rows.length === 0
        ? [{ kind: 'note', text: t(material.stage === 'probe' ? 'page.probe' : 'decisions.none') }]
        : [
            {
              kind: 'table',
              table: {
                caption: t('decisions.caption'),
                head: [
                  t('decisions.number'),
                  t('decisions.finding'),
                  t('decisions.recommendation'),
                  t('decisions.measure'),
                  t('decisions.owner'),
                  t('decisions.due'),
                  t('decisions.status'),
                ],
                rows: rows.map((row, i) => [
                  `M${say.number(i + 1)}`,
                  row.findings.join(', '),
                  row.recommendation,
                  row.measure,
                  row.office,
                  say.day(row.due),
                  t(`decisions.state.${row.state}`, { why: row.why || '–' }),
                ]),
              },
            },
            { kind: 'text', text: t('decisions.note') },
          ],
  }
}
