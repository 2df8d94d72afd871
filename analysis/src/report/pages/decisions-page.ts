import type { Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { idOf, type Material } from '../material.ts'

/**
 * From recommendation to measure: who, until when, how it stands. The collection puts the newest state in when it draws
 * the report.
 */
export const decisionsPage = (page: PageOf<'decisions'>, material: Material): Section => {
  const { say, inputs, stage } = material
  return {
    id: idOf(material, page),
    part: page.part ?? 'main',
    question: say.told(page.question),
    heading: say.told(page.headline),
    blocks: [
      stage === 'probe'
        ? { kind: 'note', text: say.t('page.probe') }
        : { kind: 'measures', rows: inputs.feedback?.rows ?? [] },
    ],
  }
}
