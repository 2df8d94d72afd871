import { type Instrument, itemsOf, type Pointer, textOf } from '@echolot/instrument'
import {
  answerSources,
  type ConditionField,
  conditionFields,
  labelOf,
  operatorsFor,
  placesOf,
} from '@echolot/routing/logic'
import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../../edits/source-of.ts'

/** Where a condition stands, and all it can ask about there. */
export type ConditionContext = {
  readonly instrument: Instrument
  readonly pointer: Pointer
  readonly fields: readonly ConditionField[]
  /** What a path speaks of; undefined where nothing has the name. */
  readonly fieldOf: (path: string) => ConditionField | undefined
  /** A text in the language of the page where it has one, without markup. */
  readonly say: (text: ConditionField['label']) => string
}

/** Properties whose condition is asked for each choice, row or column as `{item}`. */
const FOR_EACH = /^(choices|rows|columns)(VisibleIf|EnableIf)$/

/** Gathers what a condition can ask about at its place. */
export const useConditionContext = ({
  instrument,
  pointer,
  property,
}: {
  readonly instrument: Instrument
  readonly pointer: Pointer
  readonly property: string
}): ConditionContext => {
  const { i18n } = useTranslation('logic')
  const language = i18n.language
  return useMemo(() => {
    const source = sourceOf(instrument)
    const say: ConditionContext['say'] = (text) =>
      textOf(text, language, source)
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
    const offered = offeredField(instrument, pointer, property)
    const fields = [
      ...(offered === undefined ? [] : [offered]),
      ...conditionFields(instrument, pointer),
    ]
    const byPath = new Map(fields.toReversed().map((field) => [field.path.toLowerCase(), field]))
    const place = placesOf(instrument).find(({ path }) => path === pointer)
    let find: ReturnType<typeof answerSources> | undefined
    const fieldOf = (path: string): ConditionField | undefined => {
      const known = byPath.get(path.toLowerCase())
      if (known !== undefined || path === '') return known
      find ??= answerSources(instrument)
      const found = find(path, place)
      return found === undefined || found.missing !== undefined
        ? undefined
        : {
            path,
            name: found.name,
            kind: found.kind === 'place' ? 'item' : found.kind,
            label: found.kind === 'place' ? path : labelOf(path, { instrument, language }),
            page: found.item?.page ?? '',
            type: found.type,
            operators: operatorsFor(found.type, found.choices),
            choices: found.choices,
            asked: 'before',
          }
    }
    return { instrument, pointer, fields, fieldOf, say }
  }, [instrument, pointer, property, language])
}

/** The choice, row or column in question, where one condition is asked for each of them. */
const offeredField = (
  instrument: Instrument,
  pointer: Pointer,
  property: string,
): ConditionField | undefined => {
  const list = FOR_EACH.exec(property)?.[1]
  const item =
    list === undefined ? undefined : itemsOf(instrument).find(({ path }) => path === pointer)
  if (item === undefined) return undefined
  const choices = list === 'rows' ? item.rows : item.choices
  const type = choices.length === 0 ? 'unknown' : 'choice'
  return {
    path: 'item',
    name: item.name,
    kind: 'offered',
    label: item.title,
    page: item.page,
    type,
    operators: operatorsFor(type, choices),
    choices,
    asked: 'always',
  }
}

const Context = createContext<ConditionContext | undefined>(undefined)
export const ConditionContextProvider = Context.Provider

/** What the condition around can ask about. */
export const useCondition = (): ConditionContext => {
  const context = useContext(Context)
  if (context === undefined) throw new Error('A part of a condition stands outside one.')
  return context
}
