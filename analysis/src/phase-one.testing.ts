import { seeded } from './synthetic.testing.ts'

export const ANNA_PHASE_ONE_PLAN = `${import.meta.dirname}/../../surveys/anna/plan-phase1.json`

const ITEMS = ['net', 'chp', 'tru', 'sef'].flatMap((scale) =>
  [1, 2, 3, 4].map((item) => `${scale}_${item}`),
)
const BARRIERS = ['childcare', 'health', 'mobility', 'quali', 'language', 'debts'].map(
  (name) => `bar_${name}`,
)
const CHANGES = ['chg_work', 'chg_home', 'chg_kids', 'chg_money', 'chg_total']

/**
 * Invented answers of families at the start and at the end of phase 1, as the CSV that its plan reads: a line a
 * questionnaire. Every `missing`th family is not there at the end, and says why.
 */
export const phaseOneAnswers = ({
  seed,
  families = 30,
  missing = 7,
}: {
  readonly seed: number
  readonly families?: number
  readonly missing?: number
}): string => {
  const random = seeded(seed)
  const within = (value: number, low: number, high: number) =>
    Math.min(high, Math.max(low, Math.round(value)))
  const header = [
    'case',
    'pp_wave',
    'exit_reason',
    'pp_goal_now',
    'lifesat',
    'emp_status',
    'emp_hours_act',
    'emp_hours_want',
    ...BARRIERS,
    ...ITEMS,
    ...CHANGES,
  ]
  const lines = Array.from({ length: families }, (_, family) => {
    const level = random() * 2 - 1
    const left = family % missing === missing - 1
    return [0, 1]
      .filter((wave) => wave === 0 || !left)
      .map((wave) => {
        const likert = (rise: number) =>
          random() < 0.03 ? -77 : within(3 + level + rise * wave + random() * 2 - 1, 1, 5)
        const works = random() < 0.35 + 0.2 * wave
        return [
          `F${String(family + 1).padStart(2, '0')}`,
          wave,
          left ? (random() < 0.5 ? 'weggezogen' : 'nicht erreicht') : '',
          within(3 + 2 * level + 2.5 * wave + random() * 3, 0, 10),
          within(5 + 2 * level + 0.5 * wave + random() * 3, 0, 10),
          works ? 2 : 7,
          works ? within(10 + random() * 20, 0, 80) : '',
          within(15 + random() * 20, 0, 80),
          ...BARRIERS.map(() => likert(-0.4)),
          ...ITEMS.map((item) => likert(item.endsWith('_3') ? -0.4 : 0.4)),
          ...CHANGES.map(() => (wave === 0 ? '' : within(0.6 + random() * 2 - 1, -2, 2))),
        ].join(',')
      })
  }).flat()
  return `${[header.join(','), ...lines].join('\n')}\n`
}
