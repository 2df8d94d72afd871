import type { Instrument } from '@echolot/instrument'
import { valueAt } from '@echolot/instrument'
import { compileValidator } from '@echolot/routing'
import { type Asked, instrumentAlone, intoAnswer, nameOf } from './alone.ts'

/** A part of a stored answer that the question cannot show: where in the answer (JSON pointer), and what stands there. */
export type Misfit = { readonly at: string; readonly value: unknown }

/** Parts of a stored answer that nobody could give, judged like the answers of respondents. */
export const misfitsOf = (
  value: unknown,
  asked: Asked,
  instrument: Instrument,
): readonly Misfit[] => {
  if (value === undefined) return []
  const name = nameOf(asked)
  const validate = compileValidator(instrumentAlone(asked, instrument))
  const answer = intoAnswer(value, asked.as)
  const problems = (one: unknown) => validate({ answers: { [name]: one }, completed: false })
  const root = `/answers/${name}`
  const places = [
    ...new Set(
      problems(answer)
        .map(({ path }) => (path.startsWith(root) ? path.slice(root.length) : ''))
        .map((path) => (asked.as === 'entry' ? path.replace(/^\/0/, '') : path)),
    ),
  ]
  return places.flatMap((at): readonly Misfit[] => {
    const found = at === '' ? value : valueAt(value as Parameters<typeof valueAt>[0], at)
    // of several ticks only those that are no choice
    if (at === '' && Array.isArray(found) && found.every(isScalar)) {
      const odd = found.filter((one) => problems([one]).length > 0)
      return odd.length === 0 ? [{ at, value: found }] : odd.map((one) => ({ at, value: one }))
    }
    return [{ at, value: found }]
  })
}

const isScalar = (value: unknown) => typeof value !== 'object' || value === null

/** Parts that stood in one answer and are no longer in the other. */
export const lostOf = (before: readonly Misfit[], after: readonly Misfit[]): readonly Misfit[] => {
  const kept = new Set(after.map((one) => JSON.stringify(one)))
  return before.filter((one) => !kept.has(JSON.stringify(one)))
}
