export { codebookCsv, codebookJson, codebookLosses } from './write-codebook.ts'
