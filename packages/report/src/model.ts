/** How far a finding carries, by the rule in `analysis/README.md`. */
export type Strength = 'belastbar' | 'Hinweis' | 'offen'

/** A report as a reader meets it, before it is HTML or PDF. Numbers are words by now. */
export type Report = {
  readonly title: string
  readonly subtitle: string
  readonly study: string
  readonly publisher: string
  readonly client: string
  /** Day of the data, ISO 8601; undefined for a plain file. */
  readonly dataOn?: string
  /** Marks printed on every page, e.g. SYNTHETISCH. */
  readonly marks: readonly string[]
  readonly released?: { readonly by: string; readonly on: string }
  /** One line under every page: where it all comes from. */
  readonly provenance: string
  readonly sections: readonly Section[]
}

/** One page: one question, one picture. The heading is a finding. */
export type Section = {
  readonly id: string
  readonly question: string
  readonly heading: string
  readonly blocks: readonly Block[]
  /** Appendix pages come after the main part. */
  /** `numbers` repeats the tables of the figures and is for paper only. */
  readonly part: 'summary' | 'main' | 'appendix' | 'numbers'
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly Fact[] }
  | { readonly kind: 'findings'; readonly items: readonly Finding[] }
  | {
      readonly kind: 'remarks'
      readonly items: readonly { readonly term: string; readonly text: string }[]
    }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'table'; readonly table: Table }

export type Fact = { readonly value: string; readonly label: string; readonly note: string }
export type Finding = { readonly name: string; readonly text: string; readonly strength: Strength }

export type Figure = {
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
  readonly rows: readonly (readonly string[])[]
}
