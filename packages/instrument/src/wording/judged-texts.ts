import type { Instrument, VariableNote } from '../instrument.ts'
import { type Item, itemsOf } from '../items-of.ts'
import type { Pointer } from '../pointer.ts'
import {
  type Reach,
  type TranslationUnit,
  translationUnits,
} from '../translation/translation-units.ts'
import { plainOf } from './words-of.ts'

/** What a text does for the reader; rules ask for some kinds only. */
export type TextKind = 'question' | 'statement' | 'choice' | 'explanation' | 'heading' | 'control'

/** One text of one language as the rules look at it. */
export type JudgedText = {
  readonly unit: TranslationUnit
  readonly kind: TextKind
  readonly text: string
  /** The text with tags and placeholders blanked out, place by place. */
  readonly plain: string
  /** The question, row or column it belongs to. */
  readonly item: Item | undefined
  /** The matrix or panel that holds the item. */
  readonly holder: Item | undefined
  readonly note: VariableNote | undefined
}

const CHOICE_LIST = /\/(choices|columns|rateValues)\/\d+(\/text)?$/
const ROW = /\/rows\/\d+(\/text)?$/
const CHOICE_TEXTS = new Set([
  ...['otherText', 'noneText', 'refuseText', 'dontKnowText', 'labelTrue', 'labelFalse'],
  ...['minRateDescription', 'maxRateDescription'],
])
const EXPLANATIONS = new Set(['description', 'html', 'completedHtml', 'completedBeforeHtml'])

/** The texts that respondents can come to and that are written in this language. */
export const judgedTexts = (
  instrument: Instrument,
  language: string,
  reach: Reach = {},
): readonly JudgedText[] => {
  const items = itemsOf(instrument)
  const byPath = new Map(items.map((item) => [`/survey${item.path}`, item]))
  const byName = new Map(items.map((item) => [item.name, item]))
  const notes = new Map(instrument.variables.map((note) => [note.name, note]))
  return translationUnits(instrument, reach).flatMap((unit): readonly JudgedText[] => {
    const text = unit.translations[language]?.text
    if (text === undefined || !unit.reachable || unit.reader !== 'respondents') return []
    const item = itemAt(unit.path, byPath)
    const holder = item?.parent === undefined ? undefined : byName.get(item.parent)
    return [
      {
        unit,
        kind: kindOf(unit, item),
        text,
        plain: plainOf(text),
        item,
        holder,
        note:
          item === undefined
            ? undefined
            : (notes.get(item.name) ??
              (item.parent === undefined ? undefined : notes.get(item.parent))),
      },
    ]
  })
}

const itemAt = (path: Pointer, byPath: ReadonlyMap<string, Item>): Item | undefined => {
  for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
    const item = byPath.get(at)
    if (item !== undefined) return item
  }
  return undefined
}

const kindOf = ({ path, property }: TranslationUnit, item: Item | undefined): TextKind => {
  if (item?.type === 'matrixrow' || (ROW.test(path) && item?.type !== 'matrixdropdown'))
    return 'statement'
  if (ROW.test(path)) return 'choice'
  if (CHOICE_LIST.test(path) || CHOICE_TEXTS.has(property)) return 'choice'
  if (EXPLANATIONS.has(property)) return 'explanation'
  if (property !== 'title') return property === 'templateTitle' ? 'heading' : 'control'
  if (item === undefined || `/survey${item.path}/title` !== path) return 'heading'
  return item.type === 'paneldynamic' || item.role === 'text' ? 'explanation' : 'question'
}
