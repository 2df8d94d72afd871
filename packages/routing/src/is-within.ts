/** What a submission may hold at most, counted before anything in it is looked at. */
export type SizeLimits = {
  readonly values: number
  readonly depth: number
  readonly characters: number
}

/**
 * Whether a parsed JSON value stays within the limits; gives up at the first value beyond them, so that the work
 * never depends on how large the value is.
 */
export const isWithin = (value: unknown, limits: SizeLimits): boolean => {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  let values = 0
  let characters = 0
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    values++
    if (values > limits.values || next.depth > limits.depth) return false
    if (typeof next.value === 'string') characters += next.value.length
    else if (Array.isArray(next.value)) {
      if (next.value.length > limits.values - values) return false
      for (const inner of next.value) stack.push({ value: inner, depth: next.depth + 1 })
    } else if (typeof next.value === 'object' && next.value !== null)
      for (const key in next.value) {
        characters += key.length
        stack.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 })
        if (stack.length > limits.values) return false
      }
    if (characters > limits.characters) return false
  }
  return true
}
