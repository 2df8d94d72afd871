import { create } from 'xmlbuilder2'
import { fieldworkOf } from '../release/fieldwork-of.ts'
import type { Release } from '../release/release-of.ts'
import { writeWhole } from '../release/whole-file.ts'
import { dataDescription } from './data-description.ts'
import {
  type DescribedFile,
  documentDescription,
  fileDescription,
  studyDescription,
} from './study-description.ts'
import { wordsOf } from './words-of.ts'

export type DdiOptions = {
  /** The data files that lie beside the description. */
  readonly files?: readonly DescribedFile[]
}

/**
 * Describes a release as DDI-Codebook 2.5: study, files and variables, texts in all languages of the codebook.
 * Frequencies and other statistics are left out: counts of single categories would pass by disclosure control.
 */
export const ddiOf = async (release: Release, { files = [] }: DdiOptions = {}): Promise<string> => {
  const words = wordsOf(release)
  const fieldwork = await fieldworkOf(release)
  return create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      codeBook: {
        '@xmlns': 'ddi:codebook:2_5',
        '@version': '2.5',
        '@xml:lang': release.freeze.codebook.languages[0] ?? 'de',
        docDscr: documentDescription(release),
        stdyDscr: studyDescription(release, { words, fieldwork }),
        fileDscr: fileDescription(release, files),
        dataDscr: dataDescription(release, words),
      },
    },
  ).end({ prettyPrint: true })
}

/** Writes the description beside the data; the file appears whole or not at all. */
export const writeDdi = async (
  path: string,
  release: Release,
  options: DdiOptions = {},
): Promise<void> => {
  const xml = await ddiOf(release, options)
  await writeWhole(path, (file) => file.writeFile(`${xml}\n`))
}
