import type { Comparison } from './condition.ts'
import type { RuleKind, TriggerAction } from './rules-of.ts'

/** A sentence of several pieces; names and values come in as pieces of their own. */
export type Sentence = readonly (string | Piece)[]

/** A part of a sentence: words, or a name, value or expression that a reader may want to follow. */
export type Piece = {
  readonly kind: 'words' | 'item' | 'value' | 'expression'
  readonly text: string
  /** Name of the item or value of the choice. */
  readonly name?: string
}

type Pieces = (...pieces: readonly Sentence[]) => Sentence

/** The words in which rules are told, one table a language. */
export type LogicWords = {
  readonly quote: (text: string) => string
  readonly list: (entries: readonly Sentence[]) => Sentence
  readonly and: string
  readonly or: string
  readonly not: (condition: Sentence) => Sentence
  readonly compare: { readonly [operator in Comparison]: Pieces }
  /** For questions with several answers. */
  readonly includes: Pieces
  readonly includesNot: Pieces
  readonly anyOf: Pieces
  readonly allOf: Pieces
  readonly noneOf: Pieces
  readonly answered: Pieces
  readonly unanswered: Pieces
  readonly applies: Pieces
  readonly row: (matrix: string, row: string) => string
  readonly comment: (item: string) => string
  readonly page: (name: string) => string
  readonly panel: (name: string) => string
  readonly choice: (text: string, item: string) => string
  readonly every: (item: string) => string
  readonly yes: string
  readonly no: string
  readonly nothing: string
  readonly always: string
  /** The whole rule: what it does to `target` when `condition` holds. */
  readonly rule: {
    readonly [kind in RuleKind]: (target: Sentence, condition: Sentence) => Sentence
  }
  readonly trigger: {
    readonly [type in TriggerAction['type']]: (
      condition: Sentence,
      action: { readonly to: Sentence; readonly from: Sentence; readonly value: Sentence },
    ) => Sentence
  }
}

const listIn =
  (last: string) =>
  (entries: readonly Sentence[]): Sentence =>
    entries.flatMap((entry, place) =>
      place === 0 ? entry : [place === entries.length - 1 ? ` ${last} ` : ', ', ...entry],
    )

const DE: LogicWords = {
  quote: (text) => `‚${text}‘`,
  list: listIn('oder'),
  and: 'und',
  or: 'oder',
  not: (condition) => ['nicht gilt: ', ...condition],
  compare: {
    '=': (left = [], right = []) => [...left, ' gleich ', ...right, ' ist'],
    '<>': (left = [], right = []) => [...left, ' nicht ', ...right, ' ist'],
    '<': (left = [], right = []) => [...left, ' kleiner als ', ...right, ' ist'],
    '<=': (left = [], right = []) => [...left, ' höchstens ', ...right, ' ist'],
    '>': (left = [], right = []) => [...left, ' größer als ', ...right, ' ist'],
    '>=': (left = [], right = []) => [...left, ' mindestens ', ...right, ' ist'],
    contains: (left = [], right = []) => [...left, ' ', ...right, ' enthält'],
    notcontains: (left = [], right = []) => [...left, ' ', ...right, ' nicht enthält'],
    anyof: (left = [], right = []) => [...left, ' eines von ', ...right, ' ist'],
    allof: (left = [], right = []) => [...left, ' alles von ', ...right, ' enthält'],
    noneof: (left = [], right = []) => [...left, ' keines von ', ...right, ' ist'],
  },
  includes: (left = [], right = []) => ['bei ', ...left, ' ', ...right, ' gewählt ist'],
  includesNot: (left = [], right = []) => ['bei ', ...left, ' ', ...right, ' nicht gewählt ist'],
  anyOf: (left = [], right = []) => ['bei ', ...left, ' eines von ', ...right, ' gewählt ist'],
  allOf: (left = [], right = []) => ['bei ', ...left, ' alles von ', ...right, ' gewählt ist'],
  noneOf: (left = [], right = []) => ['bei ', ...left, ' nichts von ', ...right, ' gewählt ist'],
  answered: (left = []) => [...left, ' beantwortet ist'],
  unanswered: (left = []) => [...left, ' nicht beantwortet ist'],
  applies: (left = []) => [...left, ' zutrifft'],
  row: (matrix, row) => `${matrix}: ${row}`,
  comment: (item) => `Anmerkung zu ${item}`,
  page: (name) => `Seite ${name}`,
  panel: (name) => `Abschnitt ${name}`,
  choice: (text, item) => `Antwort ${text} bei ${item}`,
  every: (item) => `jede Antwort bei ${item}`,
  yes: 'ja',
  no: 'nein',
  nothing: 'nichts',
  always: 'immer',
  rule: {
    show: (target, condition) => [...target, ' zeigen, wenn ', ...condition],
    enable: (target, condition) => [...target, ' freigeben, wenn ', ...condition],
    require: (target, condition) => [...target, ' muss beantwortet werden, wenn ', ...condition],
    'show-choices': (target, condition) => [
      'Von ',
      ...target,
      ' nur die Antworten zeigen, für die gilt: ',
      ...condition,
    ],
    'enable-choices': (target, condition) => [
      'Von ',
      ...target,
      ' nur die Antworten freigeben, für die gilt: ',
      ...condition,
    ],
    'show-rows': (target, condition) => [
      'Von ',
      ...target,
      ' nur die Zeilen zeigen, für die gilt: ',
      ...condition,
    ],
    'show-columns': (target, condition) => [
      'Von ',
      ...target,
      ' nur die Spalten zeigen, für die gilt: ',
      ...condition,
    ],
    'show-entries': (target, condition) => [
      'Einen Eintrag von ',
      ...target,
      ' zeigen, wenn ',
      ...condition,
    ],
    'set-when': (target, condition) => [...target, ' ausfüllen, sobald ', ...condition],
    'set-value': (target, condition) => [...target, ' ausfüllen mit ', ...condition],
    reset: (target, condition) => [...target, ' leeren, sobald ', ...condition],
    default: (target, condition) => [...target, ' vorbelegen mit ', ...condition],
    lowest: (target, condition) => [...target, ': mindestens ', ...condition],
    highest: (target, condition) => [...target, ': höchstens ', ...condition],
    validate: (target, condition) => [...target, ' nur annehmen, wenn ', ...condition],
    calculate: (target, condition) => [...target, ' berechnen aus ', ...condition],
    count: (target, condition) => [...target, ': so viele Einträge wie ', ...condition],
    trigger: (target, condition) => [...target, ', sobald ', ...condition],
    run: (target, condition) => [...target, ' ausführen: ', ...condition],
    'closing-text': (_, condition) => ['Eigenen Schluss zeigen, wenn ', ...condition],
    piping: (target, condition) => ['Text von ', ...target, ' nennt ', ...condition],
    'carry-forward': (target, condition) => [...target, ' übernimmt Antworten von ', ...condition],
    bind: (target, condition) => [...target, ' richtet sich nach ', ...condition],
  },
  trigger: {
    visible: (condition, { to }) => [...to, ' zeigen, sobald ', ...condition],
    complete: (condition) => ['Befragung beenden, sobald ', ...condition],
    setvalue: (condition, { to, value }) => [
      ...to,
      ' auf ',
      ...value,
      ' setzen, sobald ',
      ...condition,
    ],
    copyvalue: (condition, { to, from }) => [
      ...to,
      ' aus ',
      ...from,
      ' übernehmen, sobald ',
      ...condition,
    ],
    skip: (condition, { to }) => ['Weiter bei ', ...to, ', sobald ', ...condition],
    runexpression: (condition, { to, value }) => [
      ...to,
      ' auf ',
      ...value,
      ' setzen, sobald ',
      ...condition,
    ],
  },
}

const EN: LogicWords = {
  quote: (text) => `‘${text}’`,
  list: listIn('or'),
  and: 'and',
  or: 'or',
  not: (condition) => ['it is not true that ', ...condition],
  compare: {
    '=': (left = [], right = []) => [...left, ' is ', ...right],
    '<>': (left = [], right = []) => [...left, ' is not ', ...right],
    '<': (left = [], right = []) => [...left, ' is less than ', ...right],
    '<=': (left = [], right = []) => [...left, ' is at most ', ...right],
    '>': (left = [], right = []) => [...left, ' is greater than ', ...right],
    '>=': (left = [], right = []) => [...left, ' is at least ', ...right],
    contains: (left = [], right = []) => [...left, ' contains ', ...right],
    notcontains: (left = [], right = []) => [...left, ' does not contain ', ...right],
    anyof: (left = [], right = []) => [...left, ' is one of ', ...right],
    allof: (left = [], right = []) => [...left, ' contains all of ', ...right],
    noneof: (left = [], right = []) => [...left, ' is none of ', ...right],
  },
  includes: (left = [], right = []) => [...left, ' includes ', ...right],
  includesNot: (left = [], right = []) => [...left, ' does not include ', ...right],
  anyOf: (left = [], right = []) => [...left, ' includes one of ', ...right],
  allOf: (left = [], right = []) => [...left, ' includes all of ', ...right],
  noneOf: (left = [], right = []) => [...left, ' includes none of ', ...right],
  answered: (left = []) => [...left, ' is answered'],
  unanswered: (left = []) => [...left, ' is not answered'],
  applies: (left = []) => [...left, ' holds'],
  row: (matrix, row) => `${matrix}: ${row}`,
  comment: (item) => `comment on ${item}`,
  page: (name) => `page ${name}`,
  panel: (name) => `section ${name}`,
  choice: (text, item) => `answer ${text} of ${item}`,
  every: (item) => `each answer of ${item}`,
  yes: 'yes',
  no: 'no',
  nothing: 'nothing',
  always: 'always',
  rule: {
    show: (target, condition) => ['Show ', ...target, ' if ', ...condition],
    enable: (target, condition) => ['Enable ', ...target, ' if ', ...condition],
    require: (target, condition) => ['Require ', ...target, ' if ', ...condition],
    'show-choices': (target, condition) => [
      'Of ',
      ...target,
      ' show only the answers for which ',
      ...condition,
    ],
    'enable-choices': (target, condition) => [
      'Of ',
      ...target,
      ' enable only the answers for which ',
      ...condition,
    ],
    'show-rows': (target, condition) => [
      'Of ',
      ...target,
      ' show only the rows for which ',
      ...condition,
    ],
    'show-columns': (target, condition) => [
      'Of ',
      ...target,
      ' show only the columns for which ',
      ...condition,
    ],
    'show-entries': (target, condition) => ['Show an entry of ', ...target, ' if ', ...condition],
    'set-when': (target, condition) => ['Fill in ', ...target, ' once ', ...condition],
    'set-value': (target, condition) => ['Fill in ', ...target, ' with ', ...condition],
    reset: (target, condition) => ['Clear ', ...target, ' once ', ...condition],
    default: (target, condition) => ['Start ', ...target, ' with ', ...condition],
    lowest: (target, condition) => [...target, ': at least ', ...condition],
    highest: (target, condition) => [...target, ': at most ', ...condition],
    validate: (target, condition) => ['Accept ', ...target, ' only if ', ...condition],
    calculate: (target, condition) => ['Calculate ', ...target, ' from ', ...condition],
    count: (target, condition) => [...target, ': as many entries as ', ...condition],
    trigger: (target, condition) => [...target, ' once ', ...condition],
    run: (target, condition) => ['Run for ', ...target, ': ', ...condition],
    'closing-text': (_, condition) => ['Show its own closing text if ', ...condition],
    piping: (target, condition) => ['The text of ', ...target, ' names ', ...condition],
    'carry-forward': (target, condition) => [...target, ' takes its answers from ', ...condition],
    bind: (target, condition) => [...target, ' follows ', ...condition],
  },
  trigger: {
    visible: (condition, { to }) => ['Show ', ...to, ' once ', ...condition],
    complete: (condition) => ['End the questionnaire once ', ...condition],
    setvalue: (condition, { to, value }) => [
      'Set ',
      ...to,
      ' to ',
      ...value,
      ' once ',
      ...condition,
    ],
    copyvalue: (condition, { to, from }) => [
      'Copy ',
      ...from,
      ' to ',
      ...to,
      ' once ',
      ...condition,
    ],
    skip: (condition, { to }) => ['Go on with ', ...to, ' once ', ...condition],
    runexpression: (condition, { to, value }) => [
      'Set ',
      ...to,
      ' to ',
      ...value,
      ' once ',
      ...condition,
    ],
  },
}

/** The words for a language; English where there are none of its own. */
export const logicWords = (language: string): LogicWords => (language.startsWith('de') ? DE : EN)
