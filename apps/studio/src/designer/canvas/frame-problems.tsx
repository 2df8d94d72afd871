import type { Pointer } from '@echolot/instrument'
import { useProblemSentence } from '../problems/sentence.ts'
import { useCanvasView } from './canvas-state.ts'

/** What is wrong with the selected element, in words, right where it stands. */
export const FrameProblems = ({ pointer }: { readonly pointer: Pointer }) => {
  const sentence = useProblemSentence()
  const problems = useCanvasView(({ problemsAt }) => problemsAt.get(pointer))
  if (problems === undefined) return null
  return (
    <ul className="frame-problems" dir="ltr">
      {problems.map((problem, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same problem may be found twice at one place
        <li key={place} data-mark={problem.severity}>
          {sentence(problem).text}
        </li>
      ))}
    </ul>
  )
}
