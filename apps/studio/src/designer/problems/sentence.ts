import { useUi } from '@echolot/ui'
import type { FoundProblem } from './found-problem.ts'
import { GERMAN_RULES } from './german-rules.ts'

/** A problem in words. */
export type Sentence = { readonly text: string; readonly remedy: string }

/**
 * A problem in German. The check speaks English and names what it speaks of in quotes; German sentences stand by rule
 * and take these names over. A rule without German words is said as the check says it.
 */
export const germanOf = ({ rule, message, remedy, german: said }: FoundProblem): Sentence => {
  if (said !== undefined) return said
  const german = GERMAN_RULES[rule]
  if (german === undefined) return { text: message, remedy }
  const [name = '', other = ''] = [...message.matchAll(/“([^”]*)”/g)].map(([, named]) => named)
  return {
    text: german.text.replace('{{name}}', name).replace('{{other}}', other),
    remedy: german.remedy,
  }
}

/** Says problems in the page's language. */
export const useProblemSentence = (): ((problem: FoundProblem) => Sentence) => {
  const { language } = useUi()
  return language === 'de' ? germanOf : ({ message, remedy }) => ({ text: message, remedy })
}
