/** Units of work for each hand: enough that nobody waits long for the last. */
const RUNS_EACH = 4

/** Portions that follow each other, by their places, in as many runs as so many hands share well. */
export const runsOf = (portions: number, hands: number): readonly (readonly number[])[] => {
  const most = hands === 1 ? 1 : RUNS_EACH * hands
  const length = Math.max(1, Math.ceil(portions / most))
  return Array.from({ length: Math.ceil(portions / length) }, (_, run) =>
    Array.from(
      { length: Math.min(length, portions - run * length) },
      (__, place) => run * length + place,
    ),
  )
}
