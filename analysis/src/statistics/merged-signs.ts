export type Signs = { readonly higher: number; readonly same: number; readonly lower: number }
export type NamedCount = { readonly name: string; readonly count: number }

/** How many rose, stayed and fell. */
export const signsOf = (differences: Float64Array): Signs => ({
  higher: differences.filter((value) => value > 0).length,
  same: differences.filter((value) => value === 0).length,
  lower: differences.filter((value) => value < 0).length,
})

/** The same with classes joined until each has `least` persons or none: not higher, not lower, all. */
export const mergedSigns = (
  { higher, same, lower }: Signs,
  least: number,
): readonly NamedCount[] => {
  const few = (count: number) => count > 0 && count < least
  const all = [{ name: 'all', count: higher + same + lower }]
  if (few(higher) && few(lower)) return all
  if (few(higher))
    return few(higher + same)
      ? all
      : [
          { name: 'not_lower', count: higher + same },
          { name: 'lower', count: lower },
        ]
  if (few(lower) || few(same))
    return few(same + lower)
      ? all
      : [
          { name: 'higher', count: higher },
          { name: 'not_higher', count: same + lower },
        ]
  return [
    { name: 'higher', count: higher },
    { name: 'same', count: same },
    { name: 'lower', count: lower },
  ]
}
