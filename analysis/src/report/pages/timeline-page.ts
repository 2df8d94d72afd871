import type { Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { idOf, type Material } from '../material.ts'

/** How it goes on: the days fixed in the plan, in their order. */
export const timelinePage = (page: PageOf<'timeline'>, material: Material): Section => {
  const { say } = material
  return {
    id: idOf(material, page),
    part: page.part ?? 'main',
    question: say.told(page.question),
    heading: say.told(page.headline),
    blocks: [
      {
        kind: 'timeline',
        steps: [...page.steps]
          .sort((a, b) => (a.on < b.on ? -1 : 1))
          .map(({ what, on }) => ({ what: say.told(what), on })),
      },
      { kind: 'text', text: say.t('timeline.sure') },
    ],
  }
}
