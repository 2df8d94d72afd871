import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StudyFile } from '@echolot/contract/study'
import { dayOf } from '@echolot/study'
import * as z from 'zod'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { LetterText, PLACEHOLDERS, placeholdersIn, textsOf } from '../letters/letter-text.ts'
import { saveLetterTexts, saveStudy } from '../store/studies.ts'

/** What is wrong with a study folder, file by file. */
export type StudyFault = { readonly file: string; readonly message: string }

/**
 * Adds the study in `directory` (study.json, letters/*.json) or renews it; makes its keys. Nothing is changed when a file
 * has a fault.
 */
export const addStudy = async (
  house: House,
  directory: string,
): Promise<{ readonly study?: StudyFile; readonly faults: readonly StudyFault[] }> => {
  const { content: study, faults } = await readShape('study.json', StudyFile, directory)
  const texts = await readLetters(directory)
  const all = [
    ...faults,
    ...texts.flatMap((text) => text.faults),
    ...(study ? texts.flatMap((text) => placeholderFaults(text, study)) : []),
    ...(study && !texts.some(({ content: text }) => text?.letter === 'invitation')
      ? [{ file: 'letters/', message: 'there are no words for an invitation' }]
      : []),
  ]
  if (!study || all.length > 0) return { faults: all }

  await house.keyring.addStudy(study.study)
  const day = dayOf(house.now())
  await house.db.transaction().execute(async (db) => {
    await saveStudy(db, study, day)
    await saveLetterTexts(
      db,
      study.study,
      texts.flatMap(({ content: text }) =>
        text ? [{ kind: text.letter, language: text.language, file: JSON.stringify(text) }] : [],
      ),
    )
    await writeAudit(
      { ...house, db },
      { actor: 'command', act: 'study.added', obj: study.study, params: study },
    )
  })
  return { study, faults: [] }
}

type Read<Shape> = {
  readonly file: string
  readonly content?: Shape
  readonly faults: readonly StudyFault[]
}

const readShape = async <Shape>(
  file: string,
  shape: z.ZodType<Shape>,
  directory: string,
): Promise<Read<Shape>> => {
  try {
    const { success, data, error } = shape.safeParse(
      JSON.parse(await readFile(join(directory, file), 'utf8')),
    )
    return success
      ? { file, content: data, faults: [] }
      : { file, faults: [{ file, message: z.prettifyError(error) }] }
  } catch (error) {
    return {
      file,
      faults: [{ file, message: error instanceof Error ? error.message : 'unreadable' }],
    }
  }
}

const readLetters = async (directory: string): Promise<readonly Read<LetterText>[]> => {
  const names = await readdir(join(directory, 'letters')).catch(() => [])
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => readShape(`letters/${name}`, LetterText, directory)),
  )
}

/** Braces that nobody would fill. */
const placeholderFaults = (
  { file, content: text }: Read<LetterText>,
  { terms }: StudyFile,
): readonly StudyFault[] => {
  const known = new Set<string>([...PLACEHOLDERS, ...Object.keys(terms)])
  const unknown = new Set(
    (text ? textsOf(text) : []).flatMap(placeholdersIn).filter((name) => !known.has(name)),
  )
  return [...unknown].map((name) => ({
    file,
    message: `nobody fills {${name}}: name it under "terms" in study.json, or leave it out`,
  }))
}
