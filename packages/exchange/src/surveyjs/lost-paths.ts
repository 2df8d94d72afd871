import { type Pointer, pointerTo } from '@echolot/instrument'

/** How far two documents are from each other; more places than this say no more. */
const LIMIT = 1000

/**
 * JSON pointers to every place where `written` is not what `source` was: changed, gone, or not there before. Empty
 * for equal documents. The order of properties does not count, the order of lists does.
 */
export const lostPaths = (source: unknown, written: unknown): readonly Pointer[] => {
  const lost: Pointer[] = []
  const visit = (before: unknown, after: unknown, path: Pointer): void => {
    if (Object.is(before, after) || lost.length >= LIMIT) return
    if (
      typeof before !== 'object' ||
      typeof after !== 'object' ||
      before === null ||
      after === null ||
      Array.isArray(before) !== Array.isArray(after)
    ) {
      lost.push(path)
      return
    }
    const first = before as Record<string, unknown>
    const second = after as Record<string, unknown>
    for (const key of new Set([...Object.keys(first), ...Object.keys(second)])) {
      const at = pointerTo(path, key)
      if (Object.hasOwn(first, key) !== Object.hasOwn(second, key)) lost.push(at)
      else visit(first[key], second[key], at)
    }
  }
  visit(source, written, '')
  return lost
}
