export { codebookPdf } from './codebook-pdf.ts'
export type { PaperLanguage } from './codebook-words.ts'
export {
  type DescribedCodebook,
  type DescribedVariable,
  describedCodebook,
} from './described-codebook.ts'
