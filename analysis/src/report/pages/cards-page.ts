import type { Section } from '@echolot/report'
import type { Material } from '../material.ts'

/** The answers to the question cards of all pages, for those who prepare a meeting; none if no page has cards. */
export const cardsPages = ({ report, say }: Material): readonly Section[] => {
  const items = report.pages.flatMap(({ cards = [] }) =>
    cards.map(({ question, answer }) => ({ term: say.told(question), text: say.told(answer) })),
  )
  return items.length === 0
    ? []
    : [
        {
          id: 'fragen',
          part: 'appendix',
          question: say.t('cards.question'),
          heading: say.t('cards.heading'),
          blocks: [{ kind: 'remarks', items }],
        },
      ]
}
