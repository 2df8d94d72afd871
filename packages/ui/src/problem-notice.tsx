import type { ReactNode } from 'react'
import { Notice } from './notice.tsx'
import { useUi } from './ui-provider.tsx'

type Details = Readonly<Record<string, unknown>>

/** The app's words for a problem, by its type (without `/problems/`). */
export type ProblemWords = Readonly<Record<string, string | ((details: Details) => string)>>

/** The type of whatever was thrown: of a problem body its own, `offline` where no answer came, else `internal`. */
export const problemTypeOf = (error: unknown): string => {
  if (typeof error === 'object' && error !== null && 'type' in error) {
    if (typeof error.type === 'string') return error.type.replace(/^\/problems\//, '')
  }
  return error instanceof TypeError ? 'offline' : 'internal'
}

const detailsOf = (error: unknown): Details => {
  if (typeof error !== 'object' || error === null) return {}
  const details = 'details' in error ? error.details : undefined
  return { ...error, ...(typeof details === 'object' ? details : {}) }
}

/** The sentence for an error: the app's, else one of our own that still names the type. */
export const useProblemText = (words: ProblemWords) => {
  const { words: own } = useUi()
  return (error: unknown): string => {
    const type = problemTypeOf(error)
    const found = words[type]
    if (typeof found === 'function') return found(detailsOf(error))
    if (found !== undefined) return found
    if (type === 'offline') return own.problemOffline
    if (type === 'internal') return own.problemInternal
    return own.problemUnknown(type)
  }
}

/** Says what went wrong, in the app's words for this type of problem. Nothing where there is no problem. */
export const ProblemNotice = ({
  problem,
  words,
  title,
  actions,
}: {
  /** What was thrown; `null` or `undefined` shows nothing. */
  readonly problem: unknown
  readonly words: ProblemWords
  readonly title?: ReactNode
  readonly actions?: ReactNode
}) => {
  const { words: own } = useUi()
  const textOf = useProblemText(words)
  if (problem === null || problem === undefined) return null
  return (
    <Notice tone="error" title={title ?? own.problem} actions={actions}>
      <p>{textOf(problem)}</p>
    </Notice>
  )
}
