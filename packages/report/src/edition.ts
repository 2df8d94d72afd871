import type { Appointment, Families, Language, Strength, Wording } from './model.ts'

/**
 * What people write over the proposal of the analysis, for one language. Sentences bind numbers by `{name}` of their
 * section, in the sheet for families by `{section.name}`; no number is typed.
 */
export type Edition = {
  readonly language: Language
  readonly sections: Readonly<Record<string, SectionEdition>>
  /** Ids of sections: those named come first, the others follow as they were; the appendix stays last. */
  readonly order?: readonly string[]
  /** Ids of the sections whose findings stand in the summary, in this order. */
  readonly picked?: readonly string[]
  readonly whatIsNew?: readonly string[]
  readonly decisions?: readonly string[]
  readonly unknown?: string
  readonly next?: Appointment
  readonly families?: Families
}

export type SectionEdition = Partial<Wording> & {
  readonly strength?: { readonly value: Strength; readonly reason: string }
  readonly recommendation?: string
  readonly hidden?: { readonly reason: string }
}
