import { because } from '../reasons/because.ts'
import { type Asked, asking } from './asking.ts'
import { cells } from './build-cells.ts'
import { matrix } from './build-matrix.ts'
import { multiple } from './build-multiple.ts'
import { open } from './build-open.ts'
import { ranking } from './build-ranking.ts'
import { several } from './build-several.ts'
import { single } from './build-single.ts'
import { equation, textElement } from './build-text.ts'
import type { Building, Element } from './building.ts'
import type { Declared } from './declared.ts'
import { CELL_MATRICES, LISTS, MULTIPLE, SEVERAL, SINGLE_MATRICES } from './question-kinds.ts'

/** The elements a question becomes; several where LimeSurvey asks two things in one. */
export const buildQuestion = (declared: Declared, building: Building): readonly Element[] => {
  const asked = asking(declared, building)
  const { question, name, path } = declared
  const { losses } = building
  const [type, what] = TYPES[question.type] ?? [question.type, 'unknown']
  const elements = elementsOf(asked)
  const main = elements.find((element) => element.name === name) ?? elements[0]
  if (elements.length === 0) return []
  losses.kept(path, `type “${type}” (${what})`, String(main?.name))
  asked.reportRest()
  return elements
}

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  '1': ['1', 'array with two scales'],
  '5': ['5', 'five point choice'],
  A: ['A', 'array, five points'],
  B: ['B', 'array, ten points'],
  C: ['C', 'array, yes/no/uncertain'],
  D: ['D', 'date'],
  E: ['E', 'array, increase/same/decrease'],
  F: ['F', 'array'],
  G: ['G', 'gender'],
  H: ['H', 'array by column'],
  I: ['I', 'language'],
  K: ['K', 'several numbers'],
  L: ['L', 'list'],
  M: ['M', 'multiple choice'],
  N: ['N', 'number'],
  O: ['O', 'list with comment'],
  P: ['P', 'multiple choice with comments'],
  Q: ['Q', 'several short texts'],
  R: ['R', 'ranking'],
  S: ['S', 'short text'],
  T: ['T', 'long text'],
  U: ['U', 'huge text'],
  X: ['X', 'text display'],
  Y: ['Y', 'yes/no'],
  '!': ['!', 'dropdown'],
  ':': [':', 'array of numbers'],
  ';': [';', 'array of texts'],
  '*': ['*', 'equation'],
}

const elementsOf = (asked: Asked): readonly Element[] => {
  const { type } = asked.question
  if (type === 'X') return [textElement(asked)]
  if (type === '|') {
    asked.drop('type “|” (file upload)', because('no-files'))
    return []
  }
  if (type === '*') return [equation(asked)]
  if (LISTS.has(type) || ['5', 'G', 'Y', 'I'].includes(type)) return [single(asked)]
  if (MULTIPLE.has(type)) return multiple(asked)
  if (SEVERAL.has(type)) return [several(asked)]
  if (SINGLE_MATRICES.has(type)) return [matrix(asked)]
  if (type === '1' || CELL_MATRICES.has(type)) return [cells(asked)]
  if (type === 'R') return [ranking(asked)]
  return [open(asked)]
}
