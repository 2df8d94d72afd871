import type { SubmissionProblem } from '@echolot/routing'

/** What a page can do about a broken rule; the rules are those of the compiled validator. */
const REMEDIES: Readonly<Record<string, string>> = {
  size: 'send the answers of this questionnaire only',
  list: 'send the names of the items that were on screen',
  unknown: 'send items of this version of the questionnaire only; load it anew',
  hidden: 'leave out answers of items that are not on screen with the other answers',
  'hidden-choice': 'leave out choices that are not on screen with the other answers',
  required: 'ask for the missing answer',
  expression: 'show the message of the item and ask again',
  computed: 'leave computed values as the questionnaire computes them',
}

/** The problem with a way out; without a special one, the answer must fit its item. */
export const withRemedy = ({ path, rule, message }: SubmissionProblem) => ({
  path,
  rule,
  message,
  remedy: REMEDIES[rule] ?? 'send an answer that this item offers',
})
