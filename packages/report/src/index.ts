export { checkEdition, type EditionFault } from './check-edition.ts'
export { type Comparison, comparedTo, type Difference } from './compared-to.ts'
export { dayWords } from './days.ts'
export type { Edition, SectionEdition } from './edition.ts'
export { escaped } from './escaped.ts'
export { filled, namesIn } from './filled.ts'
export { footerOf } from './footer.ts'
export { withTracker } from './measures.ts'
export type {
  Appointment,
  Block,
  Cell,
  Change,
  Digests,
  Fact,
  Families,
  FamiliesSheet,
  Figure,
  Finding,
  Language,
  Lines,
  Mark,
  MeasureRow,
  MeasureState,
  MeasureStep,
  Released,
  Report,
  Section,
  Strength,
  Summary,
  Table,
  Theme,
  Tracker,
  Value,
  Values,
  Wording,
} from './model.ts'
export { type OnePage, summaryOf } from './one-page.ts'
export { editionRefused, nothingForFamilies, reportUnreadable, summaryTooLong } from './problems.ts'
export { standaloneFigure } from './standalone-figure.ts'
export { cellWords, type NamedTable, tablesOf } from './tables.ts'
export { withEdition } from './with-edition.ts'
export { boundIn, findingOf, worded } from './worded.ts'
export { WORDS } from './words.ts'
