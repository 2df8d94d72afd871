import type { Instrument, SurveyJson } from './instrument.ts'
import { surveyOf } from './items-of.ts'
import { isObject, type JsonObject } from './json.ts'
import { isLocalizedObject, textIn } from './localized.ts'
import { type Pointer, pointerTo } from './pointer.ts'

/** One text of a questionnaire that respondents read. */
export type InstrumentText = {
  /** Where it stands in the survey, e.g. `/pages/2/elements/0/title`. */
  readonly path: Pointer
  /** Name of the nearest element or page around it. */
  readonly element: string
  /** SurveyJS property, e.g. `title`; `text` for a choice. */
  readonly property: string
  /** The words in the wanted language; undefined where it has none. */
  readonly text: string | undefined
  /** The words in the source language, which are shown instead. */
  readonly source: string | undefined
}

/** Properties whose plain text is meant for readers; elsewhere a text counts when it comes in languages. */
const READ = new Set([
  'title',
  'description',
  'html',
  'text',
  'placeholder',
  'requiredErrorText',
  'minRateDescription',
  'maxRateDescription',
  'otherText',
  'otherPlaceholder',
  'otherErrorText',
  'noneText',
  'refuseText',
  'dontKnowText',
  'selectAllText',
  'labelTrue',
  'labelFalse',
  'commentText',
  'commentPlaceholder',
  'completedHtml',
  'completedBeforeHtml',
  'loadingHtml',
  'emptySurvey',
  'completeText',
  'pageNextText',
  'pagePrevText',
  'startSurveyText',
  'previewText',
  'editText',
  'templateTitle',
  'templateTabTitle',
  'panelAddText',
  'panelRemoveText',
  'panelPrevText',
  'panelNextText',
  'addRowText',
  'removeRowText',
  'noEntriesText',
  'noRowsText',
  'keyDuplicationError',
  'navigationTitle',
  'navigationDescription',
  'navigationText',
  'totalText',
  'optionsCaption',
  'confirmDeleteText',
  'caption',
  'prefix',
  'suffix',
  'minText',
  'maxText',
  'label',
])
/** Lists whose plain entries are words and values at once. */
const CHOICE_LISTS = new Set(['choices', 'rows', 'columns', 'rateValues'])
/** Never read, whatever they hold. */
const NOT_TEXTS = new Set(['defaultValue', 'correctAnswer', 'value', 'theme', 'logo', 'cssClasses'])

/**
 * Every text of the questionnaire in the order of the definition: what stands there for `language`, and for the
 * source language. Plain choices such as `"Apple"` count; numbers and values do not.
 * @param language BCP 47 tag as in `languages`
 */
export const textsOf = (instrument: Instrument, language: string): readonly InstrumentText[] => {
  const source = instrument.languages[0]?.tag ?? 'default'
  return findTexts(instrument).map(({ value, ...place }) => ({
    ...place,
    text: textIn(value, language, source),
    source: textIn(value, source, source),
  }))
}

/** How complete a language is. */
export type TextCompleteness = {
  readonly language: string
  readonly texts: number
  readonly present: number
  readonly missing: readonly Pointer[]
}

/** For each language of the instrument, how many of its texts are written, and where the others are missing. */
export const textCompleteness = (instrument: Instrument): readonly TextCompleteness[] => {
  const found = findTexts(instrument)
  const source = instrument.languages[0]?.tag ?? 'default'
  return instrument.languages.map(({ tag }) => {
    const missing = found
      .filter(({ value }) => textIn(value, tag, source) === undefined)
      .map(({ path }) => path)
    return { language: tag, texts: found.length, present: found.length - missing.length, missing }
  })
}

/** One text with all its languages. */
export type FoundText = {
  readonly path: Pointer
  readonly element: string
  readonly property: string
  readonly value: string | { readonly [language: string]: string }
}

/** Deeper than any questionnaire; what lies below is not looked at. */
const DEPTH = 64

/** How deep the elements of a page stand: survey, `pages`, page, `elements`, element. */
const ELEMENTS = 4

type Known = WeakMap<
  JsonObject,
  { readonly path: Pointer; readonly element: string; readonly texts: readonly FoundText[] }
>
/** Texts found before, by their element: what an edit left alone at its place is not searched again. */
const KNOWN: { readonly [values in 'also' | 'never']: Known } = {
  also: new WeakMap(),
  never: new WeakMap(),
}

/**
 * Every text of the survey with all its languages, in the order of the definition.
 * @param values `also`: choices without a text, whose value respondents read, count at the place their text would have
 */
export const findTexts = (
  source: Instrument | SurveyJson,
  values: 'also' | 'never' = 'never',
): readonly FoundText[] => {
  const found: FoundText[] = []
  const visit = (
    value: unknown,
    {
      path,
      element,
      property,
      depth,
      inChoices,
    }: {
      readonly path: Pointer
      readonly element: string
      readonly property: string
      readonly depth: number
      readonly inChoices: boolean
    },
  ): void => {
    if (depth > DEPTH || NOT_TEXTS.has(property)) return
    if (typeof value === 'string') {
      if (value !== '' && (READ.has(property) || (inChoices && Number.isNaN(Number(value)))))
        found.push({ path, element, property: inChoices ? 'text' : property, value })
    } else if (isLocalizedObject(value)) found.push({ path, element, property, value })
    else if (Array.isArray(value))
      for (const [place, inner] of value.entries()) {
        if (values === 'also' && CHOICE_LISTS.has(property) && isReadByValue(inner))
          found.push({
            path: pointerTo(path, place, 'text'),
            element,
            property: 'text',
            value: inner.value,
          })
        visit(inner, {
          path: pointerTo(path, place),
          element,
          property: '',
          depth: depth + 1,
          inChoices: CHOICE_LISTS.has(property) && !isObject(inner),
        })
      }
    else if (isObject(value)) {
      const known = depth === ELEMENTS ? KNOWN[values].get(value) : undefined
      if (known?.path === path && known.element === element) {
        found.push(...known.texts)
        return
      }
      const first = found.length
      const name = typeof value.name === 'string' ? value.name : element
      for (const [key, inner] of Object.entries(value))
        if (key === 'cells') found.push(...textsOfCells(inner, pointerTo(path, key), name))
        else
          visit(inner, {
            path: pointerTo(path, key),
            element: name,
            property: key,
            depth: depth + 1,
            inChoices: false,
          })
      if (depth === ELEMENTS) KNOWN[values].set(value, { path, element, texts: found.slice(first) })
    }
  }
  visit(surveyOf(source), { path: '', element: '', property: '', depth: 0, inChoices: false })
  return found
}

/** Own texts of a matrix's cells, by values of rows and columns, which may look like languages. */
const textsOfCells = (cells: unknown, path: Pointer, element: string): readonly FoundText[] =>
  entriesOf(cells).flatMap(([row, texts]) =>
    entriesOf(texts).flatMap(([column, value]) =>
      (typeof value === 'string' && value !== '') || isLocalizedObject(value)
        ? [{ path: pointerTo(path, row, column), element, property: 'cells', value }]
        : [],
    ),
  )

const entriesOf = (value: unknown) => (isObject(value) ? Object.entries(value) : [])

const isReadByValue = (choice: unknown): choice is { readonly value: string } =>
  isObject(choice) &&
  typeof choice.value === 'string' &&
  Number.isNaN(Number(choice.value)) &&
  choice.text === undefined &&
  choice.title === undefined
