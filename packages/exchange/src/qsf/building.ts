import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import type { LossList } from '../questionnaire/loss-list.ts'
import type { Item } from './declare-items.ts'
import type { LogicPlace } from './logic.ts'
import type { QsfChoice } from './qsf-survey.ts'
import type { TextReader } from './text-reader.ts'

/** An element of a survey, as JSON. */
export type Element = { readonly [property: string]: unknown }

/** What building any question needs. */
export type Building = {
  readonly base: string
  readonly losses: LossList
  readonly texts: TextReader
  readonly logic: LogicPlace
  readonly items: ReadonlyMap<string, Item>
  readonly reminded: Set<string>
  /** Names of items that stand somewhere already. */
  readonly built: Set<string>
  /** Condition of a choice, as it is offered. */
  readonly offered: (item: Item, choice: QsfChoice) => Expression
}

/** A condition as a property of an element. */
export const visibleIf = (test: Expression): Element =>
  test.kind === 'constant'
    ? test.value === false
      ? { visible: false }
      : {}
    : { visibleIf: printExpression(test) }
