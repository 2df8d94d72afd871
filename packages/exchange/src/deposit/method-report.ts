import { readFileSync } from 'node:fs'
import { compilePdf } from '@echolot/documents'
import type { Localized } from '@echolot/instrument'
import type { PaperLanguage } from '../codebook/codebook-words.ts'
import type { EquivalenceClasses } from '../release/equivalence-classes.ts'
import type { Fieldwork } from '../release/fieldwork-of.ts'
import { labelIn } from '../release/label-in.ts'
import { outcomeTable } from '../release/outcome-table.ts'
import { printableTexts } from '../release/printable.ts'
import type { Release } from '../release/release-of.ts'
import { responseRatesOf } from '../release/response-rates.ts'
import { samplingText, studyFactsOf } from '../release/study-facts.ts'
import { METHOD_WORDS } from './method-words.ts'

export type MethodFacts = { readonly fieldwork: Fieldwork; readonly classes: EquivalenceClasses }

type Section = {
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
  readonly tables: readonly {
    readonly head: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }[]
  readonly notes: readonly string[]
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** What an archive asks of the method, from the study file and the freeze alone, as tagged PDF/UA-1. */
export const methodReportPdf = (
  release: Release,
  facts: MethodFacts,
  language: PaperLanguage,
): Promise<Uint8Array> => {
  const { manifest } = release.freeze
  return compilePdf({
    source: read('./method-report.typ'),
    files: {
      'paper.typ': read('../release/paper.typ'),
      'report.json': JSON.stringify(reportModel(release, facts, language)),
    },
    createdOn: new Date(manifest.madeOn),
  })
}

const reportModel = (release: Release, facts: MethodFacts, language: PaperLanguage) => {
  const words = METHOD_WORDS[language]
  const { manifest, codebook, studyFile } = release.freeze
  const { print } = printableTexts()
  const source = codebook.languages[0] ?? 'de'
  const label = (text: Localized | undefined) =>
    text === undefined ? '' : print(labelIn(text, language, source))
  const study = studyFactsOf(studyFile)
  const title = study.title === undefined ? print(manifest.study) : label(study.title)
  const making: Making = { release, facts, words, label, print, language }
  return {
    language,
    title: `${words.title}: ${title}`,
    subtitle: `${words.wave} ${print(manifest.wave)} · ${words.madeOn} ${manifest.madeOn}`,
    synthetic: manifest.synthetic,
    syntheticNote: words.synthetic,
    mark: words.synthetic.split(':')[0],
    provenance: `${words.freeze}: ${manifest.digest}`,
    sections: [
      studySection(making),
      samplingSection(making),
      collectionSection(making),
      outcomeSection(making),
      dataSection(making),
      riskSection(making),
    ].map((section) => ({ ...section, facts: section.facts.filter(([, text]) => text !== '') })),
  }
}

type Making = {
  readonly release: Release
  readonly facts: MethodFacts
  readonly words: (typeof METHOD_WORDS)[PaperLanguage]
  readonly label: (text: Localized | undefined) => string
  readonly print: (text: string) => string
  readonly language: PaperLanguage
}

const studySection = ({ release, words, label, print }: Making): Section => {
  const { manifest, studyFile } = release.freeze
  const study = studyFactsOf(studyFile)
  return {
    title: words.study,
    facts: [
      [words.study, study.title === undefined ? print(manifest.study) : label(study.title)],
      [words.purpose, label(study.purpose)],
      [words.population, label(study.population)],
      [words.controller, label(study.controller)],
      [words.legalBasis, label(study.legalBasis)],
      [words.approval, print(study.approval?.reference ?? '')],
    ],
    tables: [],
    notes: [],
  }
}

const samplingSection = ({ release, words, label, print, language }: Making): Section => {
  const { frame, studyFile } = release.freeze
  const { sampling } = studyFactsOf(studyFile)
  return {
    title: words.sampling,
    facts: [[words.drawing, label(sampling === undefined ? undefined : samplingText(sampling))]],
    tables: [
      {
        head: words.strataHead,
        rows: frame.map(({ stratum, label: name, population, mailed }) => [
          print(`${stratum} ${name}`),
          String(population),
          String(mailed),
          mailed === 0 ? '–' : decimal(population / mailed, { digits: 4, language }),
        ]),
      },
    ],
    notes: [words.weights],
  }
}

const collectionSection = ({ release, facts, words, print }: Making): Section => {
  const { manifest, instruments, studyFile } = release.freeze
  const wave = studyFactsOf(studyFile).waves.find((one) => one.wave === manifest.wave)
  const { weeks, modes, languages } = facts.fieldwork
  const names: Readonly<Record<string, string>> = words.modeNames
  return {
    title: words.collection,
    facts: [
      [
        words.instruments,
        print(
          instruments
            .map(
              (one) =>
                `${one.instrument} ${one.version} (${one.languages.map(({ tag }) => tag).join(', ')})`,
            )
            .join('; '),
        ),
      ],
      [words.modes, modes.map((mode) => names[mode] ?? print(mode)).join(', ')],
      [words.languages, print(languages.join(', '))],
      [words.field, wave === undefined ? '' : `${wave.opensOn ?? ''} – ${wave.closesOn ?? ''}`],
      [
        words.weeks,
        weeks === undefined
          ? ''
          : print(weeks.first === weeks.last ? weeks.first : `${weeks.first} – ${weeks.last}`),
      ],
    ],
    tables: [],
    notes: [],
  }
}

const outcomeSection = ({ release, words, language }: Making): Section => {
  const { dispositions } = release.freeze
  const rows = outcomeTable(dispositions)
  const rates = responseRatesOf(dispositions)
  const isHidden = (group: string) =>
    rows.some((row) => row.group === group && row.count === undefined)
  const percent = (share: number) => `${decimal(100 * share, { digits: 1, language })} %`
  return {
    title: words.outcome,
    facts:
      rates === undefined
        ? []
        : [
            [
              words.rates,
              // RR2 less RR1 is the share of partial responses.
              [
                `RR1 ${percent(rates.rr1)}`,
                ...(isHidden('P') ? [] : [`RR2 ${percent(rates.rr2)}`]),
                `RR3 ${percent(rates.rr3)}`,
              ].join(', '),
            ],
          ],
    tables: [
      {
        head: words.outcomeHead,
        rows: rows.map(({ group, count }) => [
          words.groups[group],
          count === undefined ? words.hidden : String(count),
        ]),
      },
    ],
    notes: [
      ...(rows.some(({ count }) => count === undefined) ? [words.hiddenNote] : []),
      ...(rates === undefined ? [] : [words.ratesNote]),
    ],
  }
}

const dataSection = ({ release, words, print }: Making): Section => {
  const { manifest } = release.freeze
  const { rows } = manifest
  return {
    title: words.cases,
    facts: [
      [words.inStore, String(rows.in)],
      [
        words.omitted,
        rows.omitted.map(({ reason, count }) => print(`${reason}: ${count}`)).join(', ') ||
          words.none,
      ],
      [words.inFile, String(rows.out)],
      [words.variables, String(release.variables.length)],
      [
        words.withheld,
        release.withheld
          .map(({ name, sensitivity }) => print(`${name} (${sensitivity})`))
          .join(', ') || words.none,
      ],
      [words.codeVersion, print(manifest.codeVersion)],
    ],
    tables: [],
    notes: [words.missing],
  }
}

const riskSection = ({ facts, words, print }: Making): Section => ({
  title: words.risk,
  facts: [
    [words.quasi, print(facts.classes.quasiIdentifiers.join(', ')) || words.none],
    [words.smallest, String(facts.classes.k)],
    [words.below5, String(facts.classes.below5)],
  ],
  tables: [],
  notes: [words.riskNote],
})

const decimal = (
  value: number,
  { digits, language }: { readonly digits: number; readonly language: PaperLanguage },
) => {
  const text = value.toFixed(digits)
  return language === 'de' ? text.replace('.', ',') : text
}
