import type { Pointer } from '@echolot/instrument'
import { useProblemSentence } from '../problems/sentence.ts'
import { useCanvasView } from './canvas-state.ts'

/** What is wrong with the selected element, in words, right where it stands; the same words once, with their number. */
export const FrameProblems = ({ pointer }: { readonly pointer: Pointer }) => {
  const sentence = useProblemSentence()
  const problems = useCanvasView(({ problemsAt }) => problemsAt.get(pointer))
  if (problems === undefined) return null
  const bySentence = Map.groupBy(problems, (problem) => sentence(problem).text)
  return (
    <ul className="frame-problems" dir="ltr">
      {[...bySentence].map(([text, same]) => (
        <li key={text} data-mark={same[0]?.severity}>
          {text}
          {same.length > 1 && ` (${same.length}×)`}
        </li>
      ))}
    </ul>
  )
}
