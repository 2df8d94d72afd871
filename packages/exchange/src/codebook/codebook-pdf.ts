import { readFileSync } from 'node:fs'
import { compilePdf } from '@echolot/documents'
import type { Localized } from '@echolot/instrument'
import { labelIn } from '../release/label-in.ts'
import { printableTexts } from '../release/printable.ts'
import type { Release } from '../release/release-of.ts'
import { studyFactsOf } from '../release/study-facts.ts'
import { CODEBOOK_WORDS, type CodebookWords, type PaperLanguage } from './codebook-words.ts'
import { type DescribedVariable, describedCodebook } from './described-codebook.ts'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** The codebook as tagged PDF/UA-1, in German or English; the same freeze gives the same bytes. */
export const codebookPdf = (release: Release, language: PaperLanguage): Promise<Uint8Array> => {
  const { manifest } = release.freeze
  return compilePdf({
    source: read('./codebook.typ'),
    files: {
      'paper.typ': read('../release/paper.typ'),
      'codebook.json': JSON.stringify(paperModel(release, language)),
    },
    createdOn: new Date(manifest.madeOn),
  })
}

const paperModel = (release: Release, language: PaperLanguage) => {
  const words = CODEBOOK_WORDS[language]
  const codebook = describedCodebook(release)
  const { print, lost } = printableTexts()
  const source = codebook.languages[0] ?? 'de'
  const label = (text: Localized) => print(labelIn(text, language, source))
  const facts = studyFactsOf(release.freeze.studyFile)
  const study = facts.title === undefined ? codebook.study : label(facts.title)
  const variables = codebook.variables.map((variable) => ({
    name: print(variable.name),
    label: label(variable.label),
    released: variable.released,
    facts: factsOf(variable, { words, label, print }),
    values: variable.values.map(({ value, label: text, missing }) => [
      print(numberText(value)),
      `${label(text)}${missing ? ` (${words.missing})` : ''}`,
    ]),
  }))
  const scales = codebook.scales.map((scale) => [
    print(scale.name),
    label(scale.label),
    print(scale.items.join(', ')),
    print(scale.reversed.join(', ')),
    `${numberText(scale.min)}–${numberText(scale.max)}`,
    String(scale.minValid),
  ])
  return {
    language,
    title: `${words.title}: ${study}`,
    subtitle: `${words.facts.wave} ${print(codebook.wave)} · ${words.facts.madeOn} ${codebook.madeOn}`,
    synthetic: codebook.synthetic,
    syntheticNote: words.synthetic,
    mark: words.synthetic.split(':')[0],
    provenance: `${words.facts.freeze}: ${codebook.freeze}`,
    about: words.about,
    facts: [
      [words.facts.study, study],
      [words.facts.wave, print(codebook.wave)],
      [words.facts.madeOn, codebook.madeOn],
      [words.facts.instrument, print(`${codebook.instrument} ${codebook.version}`)],
      [words.facts.cases, String(codebook.cases)],
      [words.facts.variables, String(codebook.variables.length)],
    ],
    reading: [...words.reading, ...(lost() ? [words.unprintable] : [])],
    scalesTitle: words.scales,
    scaleHead: words.scaleHead,
    scales,
    variablesTitle: words.variablesTitle,
    valueHead: words.valueHead,
    withheld: words.withheld,
    variables,
  }
}

/** A real minus, as in print. */
const numberText = (value: number | string) =>
  typeof value === 'number' ? String(value).replace('-', '−') : value

const factsOf = (
  variable: DescribedVariable,
  {
    words,
    label,
    print,
  }: {
    readonly words: CodebookWords
    readonly label: (text: Localized) => string
    readonly print: (text: string) => string
  },
): readonly (readonly [string, string])[] => {
  const { question, range } = variable
  const own = label(variable.label)
  const literal = question === undefined ? '' : label(question.literal)
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.before, question?.before && label(question.before)],
    [words.question, literal === own ? undefined : literal],
    [words.instruction, question?.instruction && label(question.instruction)],
    [words.condition, question?.condition && print(question.condition)],
    [words.type, `${words.types[variable.type]}, ${words.measures[variable.measure]}`],
    [words.range, range && `${numberText(range.min ?? '…')} – ${numberText(range.max ?? '…')}`],
    [
      words.scale,
      variable.scales
        .map(({ name, reversed }) => `${print(name)}${reversed ? ` (${words.reversed})` : ''}`)
        .join(', '),
    ],
    [words.sensitivity, words.sensitivities[variable.sensitivity]],
    [words.purpose, variable.purpose && print(variable.purpose)],
    [
      words.spss,
      variable.spssName === variable.name ? undefined : (variable.spssName ?? undefined),
    ],
  ]
  return rows.flatMap(([term, text]) =>
    text === undefined || text === '' ? [] : [[term, text] as const],
  )
}
