import type { Instrument, Pointer } from '@echolot/instrument'
import { useMemo } from 'react'
import type { Marks } from '../editor/tree.tsx'
import type { OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import type { Checked } from '../problems/use-problems.ts'

const WORSE = { error: 3, warning: 2, hint: 1 } as const

/** The worst problem of each element, for the tree and the canvas. */
export const useMarks = (
  { problems }: Checked,
  instrument: Instrument,
  outline: readonly OutlineNode[],
): Marks =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: problems are found for the instrument a moment after it changed
  useMemo(() => {
    const marks = new Map<Pointer, FoundProblem['severity']>()
    if (problems.length === 0) return marks
    const placeOf = problemPlaces(instrument, outline)
    for (const { path, severity } of problems) {
      const { room, pointer } = placeOf(path)
      const before = marks.get(pointer)
      if (room === 'structure' && (before === undefined || WORSE[severity] > WORSE[before]))
        marks.set(pointer, severity)
    }
    return marks
  }, [problems])
