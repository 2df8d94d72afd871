import type { Expression } from '../expression/expression.ts'
import { constant, either, not } from '../questionnaire/simplify.ts'
import type { LssQuestion } from './lss-survey.ts'
import { attributeOf } from './question-kinds.ts'
import type { VariableTable } from './variables.ts'

/**
 * Other questions whose parts of the same code decide whether this part is offered; those that filter them decide, too.
 * A ranking filters by what has been ranked.
 */
export const filterOf = (
  code: string,
  {
    question,
    base,
    variables,
    seen = [],
  }: {
    readonly question: LssQuestion
    readonly base: string
    readonly variables: VariableTable
    readonly seen?: readonly string[]
  },
): readonly Expression[] =>
  (['array_filter', 'array_filter_exclude'] as const).flatMap((attribute) =>
    attributeOf(question, attribute, base)
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !seen.includes(name) && seen.length < 10)
      .flatMap((name): readonly Expression[] => {
        const all = variables.ofCode(name)
        const source = all[0]?.question
        if (source === undefined) return []
        const isRanking = source.type === 'R'
        const sources = all.filter(
          ({ part, isComment }) =>
            isComment !== true && (isRanking || part === code || part.startsWith(`${code}_`)),
        )
        const said = isRanking
          ? sources
              .slice(0, 1)
              .filter(() => source.answers.some((answer) => answer.code === code))
              .map(({ value, encode }): Expression => {
                const item = value.kind === 'answer' ? value.item.replace(/\[\d+\]$/, '') : ''
                return {
                  kind: 'holds',
                  left: { kind: 'answer', item },
                  right: constant(encode(code)),
                }
              })
          : sources.map(({ ticked, value }) => ticked?.is ?? not({ kind: 'empty', of: value }))
        if (said.length === 0) return []
        const before = filterOf(code, {
          question: source,
          base,
          variables,
          seen: [...seen, name],
        })
        return attribute === 'array_filter' ? [either(said), ...before] : [not(either(said))]
      }),
  )
