import { StudyFile } from '@echolot/contract/study'
import type { StudyTable } from '../store/tables.ts'

/** `study.json` of a stored study. */
export const studyFileOf = (row: Pick<StudyTable, 'file'>): StudyFile =>
  StudyFile.parse(JSON.parse(row.file))
