export { answeredShare } from './answered-share.ts'
export { type Choice, choicesOf, readChoices } from './choices-of.ts'
export { codebookOf } from './codebook-of.ts'
export { ENTRY_LIMIT, entriesOf } from './columns/cells-of.ts'
export type { Answers } from './columns/column.ts'
export { isWholeNumber } from './columns/open-column.ts'
export {
  compareInstruments,
  type InstrumentChange,
  type InstrumentComparison,
} from './compare-instruments.ts'
export { addChoice, moveChoice, removeChoice } from './edit-choices.ts'
export { addItem, moveItem, removeItem } from './edit-items.ts'
export { addPage, movePage, removePage } from './edit-pages.ts'
export { candidatesOf, EXPRESSION_PROPERTIES, namesInExpression } from './expression-names.ts'
export { fieldedNameProblems } from './fielded-name-problems.ts'
export {
  changedMeasures,
  type ForkProblem,
  forkProblems,
  type Unpooled,
  unpooledVariables,
} from './fork-of.ts'
export { type Impact, impactOf, planEntriesTouched } from './impact-of.ts'
export type * from './instrument.ts'
export { instrumentDigestInput } from './instrument-digest-input.ts'
export { type Item, type ItemRole, itemsOf, type Page, pagesOf, surveyOf } from './items-of.ts'
export { localizedOf, textIn, textOf } from './localized.ts'
export { type Pointer, pointerTo, stepsOf, valueAt } from './pointer.ts'
export { renameItem } from './rename-item.ts'
export { type Response, type Row, rowOf } from './row-of.ts'
export { setProperty } from './set-property.ts'
export { setText } from './set-text.ts'
export type { StructureProblem } from './structure/structure-problem.ts'
export { structureProblems } from './structure/structure-problems.ts'
export {
  type InstrumentText,
  type TextCompleteness,
  textCompleteness,
  textsOf,
} from './texts-of.ts'
export { withoutLanguages } from './without-languages.ts'
