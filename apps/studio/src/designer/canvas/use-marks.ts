import type { Instrument, Pointer } from '@echolot/instrument'
import { useMemo, useRef } from 'react'
import type { OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import type { Marks } from '../problems/mark-badges.tsx'
import { isSameMark, markOf } from '../problems/mark-of.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import type { Checked } from '../problems/use-problems.ts'

/** Problems by the element where they are mended. */
export type ProblemsAt = ReadonlyMap<Pointer, readonly FoundProblem[]>

/** What there is to mend at each element, for tree and canvas, and all of it in words for the one that is selected. */
export const useMarks = (
  { problems }: Checked,
  instrument: Instrument,
  outline: readonly OutlineNode[],
): { readonly marks: Marks; readonly problemsAt: ProblemsAt } => {
  const shown = useRef<Marks>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: problems are found for the instrument a moment after it changed
  return useMemo(() => {
    const problemsAt = new Map<Pointer, FoundProblem[]>()
    const placeOf = problemPlaces(instrument, outline)
    for (const problem of problems) {
      const { room, pointer } = placeOf(problem.path)
      if (room !== 'structure') continue
      const there = problemsAt.get(pointer)
      if (there === undefined) problemsAt.set(pointer, [problem])
      else there.push(problem)
    }
    shown.current = keptWhereSame(
      shown.current,
      new Map([...problemsAt].map(([pointer, there]) => [pointer, markOf(there)])),
    )
    return { marks: shown.current, problemsAt }
  }, [problems])
}

/** The marks of before where nothing changed, so that nothing is drawn again. */
const keptWhereSame = (before: Marks, now: Marks): Marks =>
  before.size === now.size && [...now].every(([at, mark]) => isSameMark(before.get(at), mark))
    ? before
    : now
