import type { Block } from '@echolot/report'
import type { PlanHistory } from '../../plan/plan-history.ts'
import type { Material } from '../material.ts'

/** What was changed in the plan after the data were cut, and why. */
export const planChanges = (
  { say: { t } }: Pick<Material, 'say'>,
  history: PlanHistory | undefined,
): Block[] => {
  if (history === undefined) return []
  const heading: Block = { kind: 'subheading', text: t('method.changes') }
  const told = (text: string): Block[] => [heading, { kind: 'text', text }]
  switch (history.state) {
    case 'not-fixed':
      return told(t('method.notFixed'))
    case 'same':
      return told(t('method.same'))
    case 'rewritten':
      return told(t('method.rewritten'))
    case 'changed':
      return [
        heading,
        {
          kind: 'table',
          table: {
            caption: t('method.changesTable'),
            head: [t('method.place'), t('method.before'), t('method.after')],
            rows: history.changes.map(({ path, before, after }) => [
              path,
              shortened(before),
              shortened(after),
            ]),
          },
        },
        {
          kind: 'list',
          items:
            history.reasons.length === 0
              ? [t('method.noReason')]
              : history.reasons.map(({ on, why }) => (on === undefined ? why : `${on}: ${why}`)),
        },
      ]
  }
}

const LONGEST = 120
const shortened = (value: unknown): string => {
  const text = value === null ? '–' : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text
}
