import {
  type Instrument,
  type Item,
  itemsOf,
  type Localized,
  pagesOf,
  textOf,
} from '@echolot/instrument'
import {
  answersIn,
  type Condition,
  conditionSentence,
  parseCondition,
  printCondition,
} from '@echolot/routing/logic'
import { plainText } from '../questionnaire/texts.ts'
import { type PaperWords, paperWords } from './paper-words.ts'

/** One block on paper: what is asked, for whom, and what to write on. */
export type PaperBlock = {
  readonly kind: 'text' | 'choices' | 'scale' | 'lines' | 'blank' | 'table' | 'group'
  readonly number: string
  readonly title: string
  readonly note: string
  readonly routing: string
  readonly hint: string
  readonly choices: readonly { readonly text: string; readonly line: boolean }[]
  readonly marks: 'box' | 'line'
  readonly lines: number
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly ends: readonly string[]
  readonly parts: readonly PaperBlock[]
}

/** A page on paper: what is said before its blocks, and for whom it is. */
export type PaperPage = {
  readonly title: string
  readonly note: string
  readonly routing: string
  readonly blocks: readonly PaperBlock[]
}

/** All that stands on paper, in the words of one language. */
export type Paper = {
  readonly language: string
  readonly title: string
  /** Name, version and language, for the foot of each page. */
  readonly stamp: string
  readonly intro: string
  readonly pages: readonly PaperPage[]
}

/**
 * The questionnaire as blocks on paper: numbered, with boxes to tick, whom a question is for in words. Hidden and computed
 * items are left out.
 * @param print makes a text printable, e.g. without characters that a typeface lacks; texts stay as they are without it
 */
export const paperOf = (
  instrument: Instrument,
  {
    language: wanted,
    print = (text) => text.replaceAll(/\s+/g, ' ').trim(),
  }: { readonly language?: string; readonly print?: (text: string) => string } = {},
): Paper => {
  const source = instrument.languages[0]?.tag ?? 'de'
  const language = wanted ?? source
  const printer = printerFor(instrument, { language, source, print })
  const pages = pagesOf(instrument).flatMap(({ json, path }): readonly PaperPage[] => {
    if (json.visible === false) return []
    const blocks = printer.blocksIn(json, path, { outer: conjunctTexts(json.visibleIf) })
    return blocks.length === 0
      ? []
      : [
          {
            title: printer.say(json.title),
            note: printer.say(json.description),
            routing: printer.routing(json.visibleIf, { outer: [] }),
            blocks,
          },
        ]
  })
  return {
    language,
    title: printer.say(instrument.survey.title) || instrument.instrument,
    stamp: `${instrument.instrument} · ${printer.words.version} ${instrument.version} · ${language}`,
    intro: printer.say(instrument.survey.description),
    pages,
  }
}

/** Entries of a repeated panel that are printed. */
const ENTRIES = 3
/** Columns of a table that still fit the page. */
const WIDEST = 9

type Printer = {
  readonly words: PaperWords
  readonly say: (text: unknown) => string
  readonly routing: (condition: unknown, around: Around) => string
  readonly blocksIn: (json: Json, path: string, around: Around) => readonly PaperBlock[]
}
type Json = Readonly<Record<string, unknown>>
/** What is already said around a block: conditions, and which entry of a repeated panel it is. */
type Around = {
  readonly outer: readonly string[]
  readonly entry?: string
  readonly name?: string
}

const conjunctsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === 'and' ? condition.parts.flatMap(conjunctsOf) : [condition]

const conjunctTexts = (condition: unknown): readonly string[] => {
  const parsed = typeof condition === 'string' ? parseCondition(condition).condition : undefined
  return parsed === undefined ? [] : conjunctsOf(parsed).map(printCondition)
}

const printerFor = (
  instrument: Instrument,
  {
    language,
    source,
    print,
  }: {
    readonly language: string
    readonly source: string
    readonly print: (text: string) => string
  },
): Printer => {
  const words = paperWords(
    language.startsWith('en') || language.startsWith('de') ? language : source,
  )
  const items = new Map(itemsOf(instrument).map((item) => [item.path, item]))
  const notes = new Map(instrument.variables.map((note) => [note.name, note]))
  let number = 0
  const say = (text: unknown): string => {
    if (typeof text !== 'string' && (typeof text !== 'object' || text === null)) return ''
    const plain = plainText(textOf(text as Localized, language, source)).text
    return print(plain.replaceAll(/\{[^{}]*\}/g, '…'))
  }
  /** Who refuses is handed no questionnaire: what only asks for consent goes without saying. */
  const isConsent = (part: Condition): boolean => {
    const asked = answersIn(part)
    return asked.length > 0 && asked.every((path) => path === instrument.consent?.item)
  }
  const routing = (condition: unknown, { outer, name }: Around): string => {
    const own = name === undefined ? undefined : notes.get(name)?.paper
    if (own !== undefined) return say(own)
    if (typeof condition !== 'string' || condition === '') return ''
    const parsed = parseCondition(condition).condition
    if (parsed === undefined) return print(`${words.onlyIf(condition)}.`)
    const parts = conjunctsOf(parsed).filter(
      (part) => !isConsent(part) && !outer.includes(printCondition(part)),
    )
    const [first] = parts
    if (first === undefined) return ''
    const rest: Condition = parts.length === 1 ? first : { kind: 'and', parts }
    return print(`${words.onlyIf(conditionSentence(rest, { instrument, language }).text)}.`)
  }
  const blocksIn = (json: Json, path: string, around: Around): readonly PaperBlock[] =>
    ['elements', 'questions', 'templateElements'].flatMap((list) =>
      (Array.isArray(json[list]) ? (json[list] as readonly unknown[]) : []).flatMap(
        (element, place) =>
          typeof element === 'object' && element !== null
            ? blockOf(element as Json, `${path}/${list}/${place}`, around)
            : [],
      ),
    )
  /** `Kind {panelIndex}` as respondents see it; else our own word. */
  const entryTitle = (template: unknown, place: number): string => {
    if (typeof template !== 'string' && (typeof template !== 'object' || template === null))
      return words.entry(place)
    const own = textOf(template as Localized, language, source)
    return /\{panelIndex\}/i.test(own)
      ? print(plainText(own.replaceAll(/\{panelIndex\}/gi, String(place))).text)
      : words.entry(place)
  }
  const numbered = ({ entry }: Around): string => {
    number++
    return `${number}${entry ?? ''}`
  }
  const blockOf = (json: Json, path: string, outside: Around): readonly PaperBlock[] => {
    if (json.visible === false) return []
    const frame: PaperBlock = {
      kind: 'text',
      number: '',
      title: say(json.title),
      note: say(json.description),
      routing: routing(json.visibleIf, {
        ...outside,
        ...(typeof json.name === 'string' ? { name: json.name } : {}),
      }),
      hint: '',
      choices: [],
      marks: 'box',
      lines: 0,
      rows: [],
      columns: [],
      ends: [],
      parts: [],
    }
    const around: Around = {
      ...outside,
      outer: [...outside.outer, ...conjunctTexts(json.visibleIf)],
    }
    if (json.type === 'panel') {
      const parts = blocksIn(json, path, around)
      return parts.length === 0 ? [] : [{ ...frame, kind: 'group', parts }]
    }
    if (json.type === 'html') {
      const text = say(json.html)
      return text === '' ? [] : [{ ...frame, title: '', note: text }]
    }
    const item = items.get(path)
    if (item === undefined || item.role === 'computed' || item.role === 'text') return []
    if (json.type === 'paneldynamic') {
      const count = Math.min(
        ENTRIES,
        typeof json.maxPanelCount === 'number' ? json.maxPanelCount : ENTRIES,
      )
      const before = number
      const entries = Array.from({ length: count }, (_, place): PaperBlock => {
        number = before
        return {
          ...frame,
          kind: 'group',
          title: entryTitle(json.templateTitle, place + 1),
          note: '',
          routing: '',
          parts: blocksIn(json, path, { ...around, entry: String.fromCharCode(97 + place) }),
        }
      })
      const more = typeof json.maxPanelCount !== 'number' || json.maxPanelCount > count
      return [{ ...frame, kind: 'group', parts: entries, hint: more ? words.moreEntries : '' }]
    }
    const mark = numbered(outside)
    return [{ ...frame, number: mark, title: frame.title || say(item.name), ...formOf(item) }]
  }
  const choicesIn = (item: Item) =>
    item.choices.map(({ value, text }) => ({
      text: say(text) || print(String(value)),
      line: value === 'other' && (item.json.showOtherItem === true || item.json.hasOther === true),
    }))
  const rangeOf = ({ min, max }: Item): string =>
    min !== undefined && max !== undefined
      ? words.between(String(min), String(max))
      : min !== undefined
        ? words.from(String(min))
        : max !== undefined
          ? words.upTo(String(max))
          : ''
  const formOf = (item: Item): Partial<PaperBlock> => {
    const { json, type } = item
    switch (type) {
      case 'radiogroup':
      case 'dropdown':
      case 'buttongroup':
      case 'imagepicker':
      case 'boolean':
        return { kind: 'choices', choices: choicesIn(item), hint: words.one }
      case 'checkbox':
      case 'tagbox':
        return { kind: 'choices', choices: choicesIn(item), hint: words.several }
      case 'ranking':
        return { kind: 'choices', choices: choicesIn(item), marks: 'line', hint: words.rank }
      case 'rating':
        return {
          kind: 'scale',
          columns: choicesIn(item).map(({ text }) => text),
          ends: [say(json.minRateDescription), say(json.maxRateDescription)],
          hint: words.one,
        }
      case 'matrix':
        return choicesIn(item).length > WIDEST
          ? {
              kind: 'table',
              rows: item.rows.map(({ text }) => say(text)),
              columns: [''],
              marks: 'line',
              hint: choicesIn(item)
                .map(({ text }) => text)
                .join(' / '),
            }
          : {
              kind: 'table',
              rows: item.rows.map(({ text }) => say(text)),
              columns: choicesIn(item).map(({ text }) => text),
              hint: words.eachRow,
            }
      case 'matrixdropdown':
      case 'matrixdynamic':
        return {
          kind: 'table',
          rows:
            type === 'matrixdropdown'
              ? item.rows.map(({ text }) => say(text))
              : Array.from({ length: 4 }, (_, row) => `${row + 1}`),
          columns: partsOf(item).map(({ title }) => say(title)),
          marks: 'line',
        }
      case 'multipletext':
        return {
          kind: 'choices',
          marks: 'line',
          choices: partsOf(item).map(({ title }) => ({ text: say(title), line: true })),
        }
      case 'comment':
        return { kind: 'lines', lines: 5 }
      case 'slider':
        return { kind: 'blank', hint: words.number(rangeOf(item)) }
      default:
        return json.inputType === 'number' || json.inputType === 'range'
          ? { kind: 'blank', hint: words.number(rangeOf(item)) }
          : json.inputType === 'date'
            ? { kind: 'blank', hint: words.date }
            : json.inputType === 'time'
              ? { kind: 'blank', hint: words.time }
              : { kind: 'lines', lines: 1 }
    }
  }
  const partsOf = (item: Item) => [...items.values()].filter(({ parent }) => parent === item.name)
  return { words, say, routing, blocksIn }
}
