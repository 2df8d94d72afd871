import type { Instrument, Pointer } from '@echolot/instrument'
import { useMemo } from 'react'
import type { Marks } from '../editor/tree.tsx'
import type { OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import type { Checked } from '../problems/use-problems.ts'

const WORSE = { error: 3, warning: 2, hint: 1 } as const

/** Problems by the element where they are mended. */
export type ProblemsAt = ReadonlyMap<Pointer, readonly FoundProblem[]>

/** The worst problem of each element, for tree and canvas, and all of them for the one that is selected. */
export const useMarks = (
  { problems }: Checked,
  instrument: Instrument,
  outline: readonly OutlineNode[],
): { readonly marks: Marks; readonly problemsAt: ProblemsAt } =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: problems are found for the instrument a moment after it changed
  useMemo(() => {
    const marks = new Map<Pointer, FoundProblem['severity']>()
    const problemsAt = new Map<Pointer, FoundProblem[]>()
    if (problems.length === 0) return { marks, problemsAt }
    const placeOf = problemPlaces(instrument, outline)
    for (const problem of problems) {
      const { room, pointer } = placeOf(problem.path)
      if (room !== 'structure') continue
      const before = marks.get(pointer)
      if (before === undefined || WORSE[problem.severity] > WORSE[before])
        marks.set(pointer, problem.severity)
      problemsAt.set(pointer, [...(problemsAt.get(pointer) ?? []), problem])
    }
    return { marks, problemsAt }
  }, [problems])
