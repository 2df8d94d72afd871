import type { Instrument } from '../instrument.ts'
import { itemsOf } from '../items-of.ts'
import { choiceProblems } from './choice-problems.ts'
import { elementProblems } from './element-problems.ts'
import { languageProblems } from './language-problems.ts'
import { nameProblems } from './name-problems.ts'
import { noteProblems } from './note-problems.ts'
import { panelProblems } from './panel-problems.ts'
import { referenceProblems } from './reference-problems.ts'
import { scaleProblems } from './scale-problems.ts'
import type { StructureProblem } from './structure-problem.ts'

/**
 * What is wrong with an instrument as data: names that no data file takes, references to nothing, choices twice,
 * items without class or purpose, languages live too early. Never throws, whatever the survey's JSON holds.
 */
export const structureProblems = (instrument: Instrument): readonly StructureProblem[] => {
  const items = itemsOf(instrument)
  return [
    ...nameProblems(instrument, items),
    ...elementProblems(instrument),
    ...choiceProblems(items),
    ...referenceProblems(instrument, items),
    ...noteProblems(instrument, items),
    ...scaleProblems(instrument),
    ...panelProblems(instrument, items),
    ...languageProblems(instrument),
  ]
}
