import type { Loss } from '../loss.ts'
import type { Release } from '../release/release-of.ts'
import { writeWhole } from '../release/whole-file.ts'
import { caseWriter } from './case-writer.ts'
import { dictionaryOf } from './dictionary.ts'
import { dictionaryBytes } from './dictionary-bytes.ts'
import { scanTexts } from './scan-texts.ts'

export type SavReport = {
  readonly cases: number
  readonly variables: number
  /** What is not the same as in the freeze. */
  readonly losses: readonly Loss[]
}

/**
 * Writes a release as an SPSS system file (bytecode-compressed, UTF-8): labels, user-missing values, measures,
 * formats, long names and long texts. The responses are read twice, since widths of texts stand before the data; one
 * group of them is in memory. The file appears whole or not at all; the same freeze gives the same bytes.
 */
export const writeSav = async (
  path: string,
  release: Release,
  tick: (done: number, total: number) => void = () => undefined,
): Promise<SavReport> => {
  const { dictionary, losses } = dictionaryOf(release, await scanTexts(release))
  await writeWhole(path, async (file) => {
    await file.writeFile(dictionaryBytes(dictionary))
    const cases = caseWriter(file, dictionary.variables)
    let done = 0
    for await (const group of release.groups()) {
      await cases.add(group)
      done += group.rows
      tick(done, dictionary.cases)
    }
    await cases.close()
  })
  return { cases: dictionary.cases, variables: dictionary.variables.length, losses }
}
