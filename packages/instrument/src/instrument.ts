/** One text in each of its languages, by BCP 47 tag; `default` is the source language's text. */
export type Localized = string | { readonly [language: string]: string }

/** How far a text in one language has come. Only `reviewed` and `source` may go live. */
export type TextStatus = 'source' | 'draft' | 'reviewed'

/** SurveyJS JSON, kept untouched whatever it holds. */
export type SurveyJson = { readonly [property: string]: unknown }

/** Items scored together: score = mean of the valid items, reversed ones turned with min + max − x. */
export type Scale = {
  readonly name: string
  readonly label: Localized
  readonly items: readonly string[]
  readonly reversed: readonly string[]
  readonly min: number
  readonly max: number
  /** Fewest valid items for a score; with fewer the score is missing. */
  readonly minValid: number
}

/** Data protection class of an item; every item has one, and a note saying why it is needed. */
export type Sensitivity = 'plain' | 'quasi-identifier' | 'sensitive' | 'free-text' | 'direct'

/** What the questionnaire's JSON cannot say about an item. */
export type VariableNote = {
  readonly name: string
  readonly label?: Localized
  readonly measure?: Measure
  readonly sensitivity: Sensitivity
  readonly purpose: string
  /** Missing codes that can be given as answers to this item, e.g. −77, −88. */
  readonly missing?: readonly number[]
  /** `once`: a friendly reminder when left blank. It never blocks; `isRequired` in the survey does. */
  readonly reminder?: 'once'
  /** Where the item comes from, e.g. the citation of the scale it belongs to. */
  readonly source?: string
  /** Under which licence it may be used, e.g. an SPDX identifier or the words of the permission. */
  readonly licence?: string
  /** Where in a library it came from: entry, version, and its name there. */
  readonly library?: { readonly entry: string; readonly version: number; readonly name: string }
  /** What the printed questionnaire says beside the item, e.g. whom it is for. */
  readonly paper?: Localized
}

/** The item that asks for consent. Any other answer than `agreed` is a refusal: nothing is kept but the outcome. */
export type ConsentItem = { readonly item: string; readonly agreed: readonly (string | number)[] }

/** A repeated panel shows as many entries as the number item `from` says, up to its own `maxPanelCount`. */
export type PanelCount = { readonly panel: string; readonly from: string }

/** A value that conditions may use and nobody is asked for, e.g. the occasion of a pre–post measurement. */
export type ContextVariable = {
  readonly name: string
  readonly label?: Localized
  readonly values?: readonly { readonly value: number | string; readonly label: Localized }[]
}

/** How far a translated text has come, from what was kept about it and what stands there now. */
export type TranslationState = 'source' | 'draft' | 'reviewed' | 'stale' | 'missing'

/** What is kept about one translated text. */
export type TranslationRecord = {
  readonly status: 'draft' | 'reviewed'
  /** The source text it was made from; another one now makes the translation stale. */
  readonly source: string
  /** Who wrote or reviewed it last, and on which day (ISO 8601). */
  readonly by?: string
  readonly on?: string
  readonly note?: string
}

/** The records of one language, by the key of the text (`job:choices[2]:text`); keys survive moving. */
export type LanguageTranslations = {
  /** What holds for texts without a record: the language's status when the first record was made. */
  readonly others: 'draft' | 'reviewed'
  readonly units: { readonly [key: string]: TranslationRecord }
}

/** A wording finding somebody has looked at and keeps; it comes back when the text changes. */
export type AcceptedWording = {
  readonly rule: string
  /** The text's key, as in `translations`. */
  readonly key: string
  readonly language: string
  /** The text it was accepted for. */
  readonly text: string
  readonly reason: string
  readonly by?: string
  readonly on?: string
}

/**
 * How a persona answers an item: a value as SurveyJS keeps it, `null` to leave it blank, or a rule: one of several
 * values, or a whole number in a range.
 */
export type PersonaAnswer =
  | string
  | number
  | boolean
  | null
  | { readonly oneOf: readonly unknown[] }
  | { readonly between: readonly [number, number] }
  | readonly unknown[]
  | { readonly [part: string]: unknown }

/** A made-up person for trying out the questionnaire; never shown to respondents. */
export type Persona = {
  readonly name: string
  readonly description?: string
  /** By item; in a repeated panel a list of entries, for a matrix an object by row (rows may also stand alone). */
  readonly answers: { readonly [item: string]: PersonaAnswer }
  readonly context?: { readonly [name: string]: unknown }
  /** Items without a rule: `plausible` by chance, or `blank` where they may be. */
  readonly others?: 'plausible' | 'blank'
  /** What the persona must and must not be shown. */
  readonly expect?: { readonly shown?: readonly string[]; readonly hidden?: readonly string[] }
}

/** What a researcher says must be so; held against every answer there can be whenever the questionnaire changes. */
export type Assertion = {
  readonly name: string
  /** Condition under which it must be so; always, if left out. */
  readonly when?: string
  /** Names of items, panels or pages. `required`: must be answered wherever it is shown. */
  readonly expect: {
    readonly shown?: string | readonly string[]
    readonly hidden?: string | readonly string[]
    readonly required?: string | readonly string[]
    readonly optional?: string | readonly string[]
  }
}

export type Measure = 'nominal' | 'ordinal' | 'scale' | 'text'

/** Why a version took the place of one in the field, and which of its answers may be pooled. */
export type Fork = {
  /** The version it left. */
  readonly from: string
  readonly reason: string
  /** One word for each item that measures something else than before. */
  readonly mapping: readonly {
    readonly name: string
    readonly pool: 'together' | 'apart'
    readonly note: string
  }[]
}

/** A questionnaire as data. `survey` is the truth; everything else describes it. */
export type Instrument = {
  readonly instrument: string
  readonly version: string
  /** Every language with texts; `live` ones are offered to respondents, the first is the source. */
  readonly languages: readonly {
    readonly tag: string
    readonly status: TextStatus
    readonly live: boolean
  }[]
  readonly survey: SurveyJson
  readonly scales: readonly Scale[]
  readonly variables: readonly VariableNote[]
  readonly consent?: ConsentItem
  readonly panelCounts?: readonly PanelCount[]
  readonly context?: readonly ContextVariable[]
  /** What is known about the translated texts, by language tag; the texts themselves stand in `survey`. */
  readonly translations?: { readonly [language: string]: LanguageTranslations }
  readonly acceptedWording?: readonly AcceptedWording[]
  readonly fork?: Fork
  readonly personas?: readonly Persona[]
  readonly assertions?: readonly Assertion[]
}

/** One column of the freeze. */
export type Variable = {
  readonly name: string
  /** The item it comes from; several variables for multiple choice, ranking, matrices and panels. */
  readonly item: string
  readonly label: Localized
  readonly measure: Measure
  readonly type: 'integer' | 'number' | 'text' | 'date'
  readonly values?: readonly { readonly value: number | string; readonly label: Localized }[]
  /** User-missing codes in the data of this column; −99 always among them for numeric ones. */
  readonly missing: readonly number[]
  readonly range?: { readonly min?: number; readonly max?: number }
  readonly sensitivity: Sensitivity
  readonly purpose?: string
}

/** The description of all columns that an instrument gives to a freeze. */
export type Codebook = {
  readonly instrument: string
  readonly version: string
  readonly languages: readonly string[]
  readonly variables: readonly Variable[]
  readonly scales: readonly Scale[]
}
