import { type Instrument, type Item, itemsOf } from '@echolot/instrument'
import { type AnswerCheck, answerCheckOf, textCheck, textLimit } from './answer-checks.ts'
import { compileExpression, type Scope } from './condition.ts'
import { isRecord } from './judging.ts'
import { type QuestionNode, type RouteNode, routeOf } from './route.ts'

/** All that can be worked out about an instrument's answers before any is given. */
export type RuleBook = {
  /** Keys that several questions fill together (`valueName`): each of them sees parts it does not know. */
  readonly shared: ReadonlySet<string>
  readonly checkOf: (item: Item) => {
    readonly check: AnswerCheck
    readonly missing: ReadonlySet<unknown>
  }
  /** By row of a matrix, the missing codes it takes. */
  readonly rowMissing: (node: QuestionNode) => ReadonlyMap<string, ReadonlySet<unknown>>
  /** The columns of a matrix. */
  readonly columnsOf: (item: Item) => ReadonlySet<unknown>
  /** The items of an entry by key. */
  readonly partsOf: (node: QuestionNode) => ReadonlyMap<string, Item>
  /** Expressions that must hold for an answer. */
  readonly expressionsOf: (node: QuestionNode) => readonly ((scope: Scope) => unknown)[]
  readonly commentCheck: AnswerCheck
  readonly textLimit: number
}

/** The rules of an instrument; each is made when it is first needed and kept. */
export const ruleBookOf = (instrument: Instrument): RuleBook => {
  const { survey } = instrument
  const notes = new Map(instrument.variables.map(({ name, missing }) => [name, missing ?? []]))
  const names = itemsOf(instrument).flatMap(({ key, name }) => [key, name])
  const missingOf = (item: Item): ReadonlySet<unknown> =>
    new Set(
      notes.get(item.name) ?? (item.parent === undefined ? [] : (notes.get(item.parent) ?? [])),
    )
  const maxComment = survey.maxCommentLength
  return {
    shared: new Set(
      [...routeOf(instrument).questions].flatMap(([key, questions]) =>
        questions.length > 1 ? [key] : [],
      ),
    ),
    checkOf: kept((item: Item) => ({
      check: answerCheckOf(cellAsItem(item), survey),
      missing: missingOf(item),
    })),
    rowMissing: kept((node: QuestionNode) => {
      const own = missingOf(node.item)
      return new Map(
        node.item.rows.map(({ value }) => {
          const noted = notes.get(String(value))
          return [String(value), noted === undefined ? own : new Set<unknown>(noted)]
        }),
      )
    }),
    columnsOf: kept((item: Item) => new Set<unknown>(item.choices.map(({ value }) => value))),
    partsOf: kept((node: QuestionNode) => {
      const parts = new Map<string, Item>()
      collectParts(node.parts, parts)
      return parts
    }),
    expressionsOf: kept((node: QuestionNode) => {
      const { validators } = node.item.json
      return (Array.isArray(validators) ? validators : []).flatMap((validator: unknown) => {
        if (!isRecord(validator) || !String(validator.type).startsWith('expression')) return []
        if (typeof validator.expression !== 'string') return []
        const expression = compileExpression(validator.expression, names)
        return expression === undefined ? [] : [expression]
      })
    }),
    commentCheck: textCheck(
      typeof maxComment === 'number' && maxComment > 0 ? maxComment : textLimit({}, survey),
    ),
    textLimit: textLimit({}, survey),
  }
}

/** Makes a value for each key once. */
const kept = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const values = new Map<Key, Value>()
  return (key) => {
    const known = values.get(key)
    if (known !== undefined) return known
    const made = make(key)
    values.set(key, made)
    return made
  }
}

const collectParts = (parts: readonly RouteNode[], into: Map<string, Item>): void => {
  for (const part of parts)
    if (part.kind === 'group') collectParts(part.parts, into)
    else {
      into.set(part.item.key, part.item)
      if (hasComment(part.item)) into.set(`${part.item.key}-Comment`, part.item)
    }
}

/** A matrix column is judged like a question of its cell type. */
const cellAsItem = (item: Item): Item =>
  item.type === 'matrixcolumn' ? { ...item, type: String(item.json.type ?? 'dropdown') } : item

/** Whether words may stand beside the answer. */
export const hasComment = (item: Item): boolean =>
  item.json.showCommentArea === true ||
  item.json.hasComment === true ||
  item.choices.some(({ value }) => value === 'other')
