import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import type { SourceFile } from '../source-file.ts'

/** Questionnaires nobody here wrote; they lie beside the repository because of their licences. */
const FOLDER = `${import.meta.dirname}/../../../../../shared/corpora`

const isThere = existsSync(FOLDER)
if (!isThere)
  console.warn(`SKIPPED: importers are not tried on foreign files, there is no folder ${FOLDER}`)

/** Tests on foreign files; where those are not at hand one skipped test says so. */
export const describeCorpus = (name: string, body: () => void) =>
  isThere
    ? describe(name, body)
    : describe.skip(name, () => it('reads foreign files', () => undefined))

/** The files of a corpus; none where it is not at hand. */
export const corpusFiles = (folder: string): readonly string[] =>
  isThere ? readdirSync(`${FOLDER}/${folder}`).sort() : []

export const corpusFile = (folder: string, name: string): SourceFile => ({
  name,
  bytes: readFileSync(`${FOLDER}/${folder}/${name}`),
})
