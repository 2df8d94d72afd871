import type { Variable } from '@echolot/instrument'
import { ownFirst, type Question, questionsOf } from '../release/question-of.ts'
import type { Release } from '../release/release-of.ts'
import { type Node, type Words, xmlText } from './words-of.ts'

/** The variables with their questions and categories, the scales as groups of them. */
export const dataDescription = (release: Release, words: Words): Node => {
  const { codebook, instruments } = release.freeze
  const questionOf = questionsOf(ownFirst(codebook, instruments))
  const ids = new Map(release.variables.map(({ name }, place) => [name, `V${place + 1}`]))
  return {
    varGrp: codebook.scales.flatMap(({ name, label, items }, place) => {
      const members = items.flatMap((item) => ids.get(item) ?? [])
      return members.length === 0
        ? []
        : [
            {
              '@ID': `G${place + 1}`,
              '@type': 'other',
              '@otherType': 'scale',
              '@name': name,
              '@var': members.join(' '),
              labl: words(label),
            },
          ]
    }),
    var: release.variables.map((variable) =>
      variableNode(variable, {
        id: ids.get(variable.name) as string,
        question: questionOf(variable),
        release,
        words,
      }),
    ),
  }
}

const NATURES = {
  nominal: 'nominal',
  ordinal: 'ordinal',
  scale: 'interval',
  text: 'other',
} as const

type Making = {
  readonly id: string
  readonly question: Question | undefined
  readonly release: Release
  readonly words: Words
}

const variableNode = (variable: Variable, { id, question, release, words }: Making): Node => {
  const { name, label, measure, type, range, missing, sensitivity, purpose } = variable
  const numeric = type === 'integer' || type === 'number'
  const bounds = {
    ...(range?.min === undefined ? {} : { '@min': String(range.min) }),
    ...(range?.max === undefined ? {} : { '@max': String(range.max) }),
  }
  const units = { '@UNITS': type === 'number' ? 'REAL' : 'INT' }
  return {
    '@ID': id,
    '@name': xmlText(name),
    '@intrvl': measure === 'scale' ? 'contin' : 'discrete',
    '@nature': NATURES[measure],
    '@files': 'F1',
    labl: words(label),
    security: sensitivity,
    ...(question === undefined ? {} : { qstn: questionNode(question, { variable, words }) }),
    ...(Object.keys(bounds).length > 0 ? { valrng: { range: { ...units, ...bounds } } } : {}),
    ...(numeric && missing.length > 0
      ? { invalrng: { item: missing.map((code) => ({ ...units, '@VALUE': String(code) })) } }
      : {}),
    ...(question?.condition === undefined ? {} : { universe: xmlText(question.condition) }),
    ...(purpose === undefined ? {} : { txt: xmlText(purpose) }),
    catgry: release.valuesOf(variable).map((category) => ({
      '@missing': category.missing ? 'Y' : 'N',
      catValu: xmlText(String(category.value)),
      labl: words(category.label),
    })),
    varFormat: {
      '@type': numeric ? 'numeric' : 'character',
      ...(type === 'date' ? { '@category': 'date' } : {}),
    },
  }
}

const RESPONSE_DOMAINS = {
  integer: 'numeric',
  number: 'numeric',
  text: 'text',
  date: 'datetime',
} as const

const questionNode = (
  { before, literal, instruction, type }: Question,
  { variable, words }: { readonly variable: Variable; readonly words: Words },
): Node => {
  const chosen = (variable.values ?? []).length > 0
  const several = type === 'checkbox' || type === 'tagbox'
  return {
    '@responseDomainType': several
      ? 'multiple'
      : chosen
        ? 'category'
        : RESPONSE_DOMAINS[variable.type],
    preQTxt: words(before),
    qstnLit: words(literal),
    ivuInstr: words(instruction),
  }
}
