/** Language of a report's words; the document is made once for each. */
export type Language = 'de' | 'en'

/** How far a finding carries, by the rule in `analysis/README.md`; the words for it stand in `words.ts`. */
export type Strength = 'sound' | 'hint' | 'open'

/** What is printed on every page of a report that is not ready for everybody. */
export type Mark = 'synthetic' | 'draft'

/**
 * A report as a reader meets it, before it is HTML or PDF: plain JSON, numbers are words by now. The analysis makes it
 * from disclosed results; people write an `Edition` over it; nobody changes the document itself.
 */
export type Report = {
  readonly language: Language
  /** 0 until the collection counts it. */
  readonly version: number
  readonly title: string
  readonly subtitle: string
  readonly study: string
  readonly publisher: string
  readonly client: string
  /** Whom the results speak of. */
  readonly population: string
  /** Day of the data, ISO 8601; left out for a plain file. */
  readonly dataOn?: string
  readonly marks: readonly Mark[]
  /** Who opened this draft; printed across it, so that a copy says whose it was. */
  readonly openedBy?: string
  readonly released?: Released
  /** SHA-256 of the data and of the plan; `code` is the version of the program. */
  readonly digests: Digests
  /** Where it all comes from, in one line; what became of the document since is added by `footerOf`. */
  readonly provenance: string
  readonly summary: Summary
  /** Pages in reading order, the appendix last. */
  readonly sections: readonly Section[]
  readonly families?: Families
  /** What people changed in the proposal of the analysis, each with a reason; printed in the technical appendix. */
  readonly changes: readonly Change[]
}

export type Released = { readonly by: string; readonly on: string }
export type Digests = { readonly data: string; readonly plan: string; readonly code: string }

/** The page for those who read one page. */
export type Summary = {
  /** How many answered, for whom they speak. */
  readonly intro: string
  /** In the order of their weight; the one-page summary takes the first five. */
  readonly findings: readonly Finding[]
  readonly decisions: readonly string[]
  /** One or two sentences on the limits. */
  readonly unknown: string
  readonly next?: Appointment
  /** What is new since the version before. */
  readonly whatIsNew: readonly string[]
}

/** `section` names the page it stands on. */
export type Finding = {
  readonly section?: string
  readonly name: string
  readonly text: string
  readonly strength: Strength
}

/** `on`: day, ISO 8601. */
export type Appointment = { readonly what: string; readonly on: string }

export type Change = {
  readonly section: string
  /** The page's heading when it was changed. */
  readonly heading: string
  readonly what: 'strength' | 'hidden'
  readonly from?: Strength
  readonly to?: Strength
  readonly reason: string
}

/** One page: one question, one picture. The heading is a finding. */
export type Section = {
  /** Letters a–z, digits and hyphens; the same in each language and each version. */
  readonly id: string
  readonly question: string
  readonly heading: string
  /** `technical` is for the technical appendix alone. */
  readonly part: 'main' | 'appendix' | 'technical'
  readonly blocks: readonly Block[]
  /** Name of the finding in the summary, e.g. `Betreuung.`; pages without one are left out there. */
  readonly short?: string
  readonly strength?: Strength
  /** What `heading` and the block `lines` are made from, by `worded`. Pages without it are not edited. */
  readonly wording?: Wording
  /** Disclosed numbers as words, by the name that a wording binds. */
  readonly values?: Values
}

/** Sentences with `{name}` where a value stands. */
export type Wording = {
  readonly heading: string
  /** What we see. */
  readonly see: string
  /** How sure that is. */
  readonly sure: string
  /** What may follow from it. */
  readonly follow?: string
  /** The sentence for the summary; without it `see`. */
  readonly brief?: string
}

export type Values = Readonly<Record<string, Value>>
export type Value = {
  /** As it is printed: `58 von 100 (zwischen 49 und 66)`. */
  readonly words: string
  /** What it is, for people who pick it: `Anteil, alle`. */
  readonly label: string
  /** For families, without a span: `ungefähr 6 von 10`. Left out where that cannot be said. */
  readonly about?: string
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly Fact[] }
  /** The three lines under a picture and, if there is one, the recommendation: filled by `worded`. */
  | ({ readonly kind: 'lines' } & Lines)
  /** Terms or questions, each with its text. */
  | {
      readonly kind: 'remarks'
      readonly items: readonly { readonly term: string; readonly text: string }[]
    }
  | { readonly kind: 'quotes'; readonly themes: readonly Theme[] }
  | { readonly kind: 'timeline'; readonly steps: readonly Appointment[] }
  /** What became of recommendations: filled by `withTracker`, set as tables by `spelledOut`. */
  | { readonly kind: 'measures'; readonly rows: readonly MeasureRow[] }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'table'; readonly table: Table }

export type Lines = {
  readonly see: string
  readonly sure: string
  readonly follow?: string
  readonly recommendation?: string
}

/** One measure as it stood on the day of the report. */
export type MeasureRow = {
  /** Names of the findings it rests on. */
  readonly findings: readonly string[]
  readonly recommendation: string
  readonly measure: string
  /** The office that acts; never a person. */
  readonly office: string
  /** Day, ISO 8601. */
  readonly due: string
  readonly overdue: boolean
  readonly state: MeasureState
  /** What was said with its newest step; empty where nothing was. */
  readonly why: string
  /** Its steps, the oldest first. */
  readonly history: readonly MeasureStep[]
}
export type MeasureState =
  | 'proposed'
  | 'in-review'
  | 'decided'
  | 'in-progress'
  | 'done'
  | 'not-pursued'
/** `by`: the part of the project that did it; never a person. */
export type MeasureStep = {
  readonly on: string
  readonly by: 'lead' | 'job_centre' | 'carrier'
  readonly state: MeasureState
  readonly why: string
}
/** What recommendations and measures give to a report. */
export type Tracker = {
  /** For the summary: what is to be decided. */
  readonly decisions: readonly string[]
  readonly rows: readonly MeasureRow[]
}

export type Fact = { readonly value: string; readonly label: string; readonly note: string }

/** What people said in their own words; `count` is words, `Auszug aus 12 Nennungen`. */
export type Theme = {
  readonly theme: string
  readonly count: string
  readonly quotes: readonly string[]
}

export type Figure = {
  /** Unique in the report; its files bear the name. */
  readonly id: string
  /** What is shown, by whom, of how many: the statistical subtitle. */
  readonly caption: string
  /** The same content in words, for those who do not see it. */
  readonly description: string
  readonly read: string
  /** Answers under it, weighted or not. */
  readonly basis: string
  readonly svg: string
  readonly table: Table
}

export type Table = {
  readonly caption: string
  readonly head: readonly string[]
  /** First cell of a row is its header. */
  readonly rows: readonly (readonly Cell[])[]
}

/** Words, and where they stand for a number also the number, so that a table file can be reckoned with. */
export type Cell =
  | string
  | {
      readonly words: string
      readonly value: number
      readonly low?: number
      readonly high?: number
    }

/** The sheet that goes back to those who answered: in plain and in easy language. No spans, no strengths. */
export type Families = { readonly plain?: FamiliesSheet; readonly easy?: FamiliesSheet }

export type FamiliesSheet = {
  readonly title: string
  /** One thought a sentence. */
  readonly intro: string
  /** That is what you said: three findings. */
  readonly said: readonly string[]
  /** That happens now: three promises. */
  readonly happens: readonly string[]
  /** That does not happen, because … */
  readonly not: readonly { readonly what: string; readonly because: string }[]
  /** Whom to ask: one line each. */
  readonly contact: readonly string[]
}
