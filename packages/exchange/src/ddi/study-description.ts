import type { Localized } from '@echolot/instrument'
import { dayOfWeek, type Fieldwork } from '../release/fieldwork-of.ts'
import { outcomeTable } from '../release/outcome-table.ts'
import type { Release } from '../release/release-of.ts'
import { responseRatesOf } from '../release/response-rates.ts'
import { samplingText, studyFactsOf } from '../release/study-facts.ts'
import { type Node, type Words, xmlText } from './words-of.ts'

const SYNTHETIC = {
  de: 'SYNTHETISCH: Diese Daten sind erfunden. Kein Mensch hat diese Antworten gegeben.',
  en: 'SYNTHETIC: these data are made up. Nobody gave these answers.',
}

const titleOf = ({ freeze, labelOf }: Release): string => {
  const { title } = studyFactsOf(freeze.studyFile)
  const words = title === undefined ? freeze.manifest.study : labelOf(title)
  return xmlText(`${freeze.manifest.synthetic ? 'SYNTHETIC – ' : ''}${words}`)
}

const software = ({ freeze }: Release): Node => ({
  '@version': freeze.manifest.codeVersion,
  '#': 'Echolot',
})

/** Of this description itself. */
export const documentDescription = (release: Release): Node => ({
  citation: {
    titlStmt: { titl: `DDI-Codebook: ${titleOf(release)}` },
    prodStmt: { prodDate: date(release.freeze.manifest.madeOn), software: software(release) },
  },
})

const date = (day: string): Node => ({ '@date': day, '#': day })

export const studyDescription = (
  release: Release,
  { words, fieldwork }: { readonly words: Words; readonly fieldwork: Fieldwork },
): Node => {
  const { manifest, studyFile, codebook, instruments } = release.freeze
  const facts = studyFactsOf(studyFile)
  const source = codebook.languages[0] ?? 'de'
  const otherTitles = words(facts.title).filter(
    (title) => title['@xml:lang'] !== undefined && title['@xml:lang'] !== source,
  )
  return {
    citation: {
      titlStmt: {
        titl: titleOf(release),
        parTitl: otherTitles,
        IDNo: [
          { '@level': 'study', '#': manifest.study },
          { '@agency': 'Echolot freeze', '@level': 'file', '#': manifest.digest },
        ],
      },
      prodStmt: {
        producer: words(facts.controller),
        prodDate: date(manifest.madeOn),
        software: software(release),
      },
      verStmt: { version: { '@date': manifest.madeOn, '#': `wave ${manifest.wave}` } },
    },
    ...(facts.approval === undefined
      ? {}
      : {
          studyAuthorization: {
            authorizationStatement: xmlText(facts.approval.reference),
          },
        }),
    stdyInfo: {
      abstract: [...(manifest.synthetic ? words(SYNTHETIC) : []), ...words(facts.purpose)],
      sumDscr: {
        collDate: collectionDates(fieldwork),
        universe: words(facts.population),
        dataKind: 'Survey data',
      },
      notes: [
        ...words(
          {
            de: `Im Bestand ${manifest.rows.in} Antworten, in der Datei ${manifest.rows.out}.`,
            en: `${manifest.rows.in} responses in the store, ${manifest.rows.out} in the file.`,
          },
          { '@type': 'cases' },
        ),
      ],
    },
    method: {
      dataColl: {
        sampProc: words(
          facts.sampling === undefined ? undefined : (samplingText(facts.sampling) as Localized),
        ),
        sampleFrame: release.freeze.frame.map(({ stratum, label, population, mailed }) => ({
          sampleFrameName: xmlText(`${stratum} ${label}`),
          frameUnit: {
            unitType: { '@numberOfUnits': String(population), '#': 'sample unit' },
            txt: `invited: ${mailed}`,
          },
        })),
        collMode: fieldwork.modes.map((mode) => MODES[mode] ?? mode),
        resInstru: instruments.map(
          ({ instrument, version, languages }) =>
            `${instrument} ${version}: ${languages.map(({ tag }) => tag).join(', ')}`,
        ),
        weight: weightText(release),
      },
      ...responseRateNode(release),
    },
    dataAccs: {
      useStmt: {
        confDec:
          'Pseudonymised microdata. For named recipients only; attempts to identify persons are not allowed.',
        ...(release.withheld.length === 0
          ? {}
          : {
              restrctn: `Withheld: ${release.withheld
                .map(({ name, sensitivity }) => `${name} (${sensitivity})`)
                .join(', ')}.`,
            }),
      },
    },
  }
}

const MODES: Readonly<Record<string, string>> = {
  web: 'Self-administered questionnaire: web-based (CAWI)',
  paper: 'Self-administered questionnaire: paper',
  phone: 'Telephone interview',
}

const collectionDates = ({ weeks }: Fieldwork): readonly Node[] => {
  if (weeks === undefined) return []
  return (
    [
      ['start', weeks.first, 'monday'],
      ['end', weeks.last, 'sunday'],
    ] as const
  ).flatMap(([event, week, edge]) => {
    const day = dayOfWeek(week, edge)
    return day === undefined ? [] : [{ '@date': day, '@event': event, '#': week }]
  })
}

const weightText = ({ freeze }: Release): string => {
  const factors = freeze.frame
    .filter(({ mailed }) => mailed > 0)
    .map(({ stratum, population, mailed }) => `${stratum}: ${(population / mailed).toFixed(4)}`)
  return factors.length === 0
    ? 'The file holds no weights.'
    : `The file holds no weights. Design weight by stratum (population / invited): ${factors.join('; ')}.`
}

const responseRateNode = ({ freeze }: Release): Node => {
  const rates = responseRatesOf(freeze.dispositions)
  if (rates === undefined) return {}
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  // RR2 less RR1 is the share of partial responses.
  const partialHidden = outcomeTable(freeze.dispositions).some(
    ({ group, count }) => group === 'P' && count === undefined,
  )
  const told = [
    `RR1 ${percent(rates.rr1)}`,
    ...(partialHidden ? [] : [`RR2 ${percent(rates.rr2)}`]),
    `RR3 ${percent(rates.rr3)}`,
  ].join(', ')
  return {
    anlyInfo: { respRate: `AAPOR ${told} (e by CASRO), on the day of the data cut.` },
  }
}

/** A data file, with its SHA-256 where it is written already. */
export type DescribedFile = {
  readonly name: string
  readonly format: string
  readonly sha256?: string
}

/** The data files, described once for each; without any, the data as such. */
export const fileDescription = (
  release: Release,
  files: readonly DescribedFile[],
): readonly Node[] => {
  const { manifest } = release.freeze
  const any = { name: `${manifest.study}-${manifest.wave}`, format: 'SPSS system file or CSV' }
  return (files.length === 0 ? [any] : files).map(
    ({ name, format, sha256 }: DescribedFile, place) => ({
      '@ID': `F${place + 1}`,
      fileTxt: {
        fileName: xmlText(name),
        ...(sha256 === undefined
          ? {}
          : {
              dataFingerprint: {
                '@type': 'dataFile',
                digitalFingerprintValue: sha256,
                algorithmSpecification: 'SHA-256',
              },
            }),
        fileCont: xmlText(
          `${manifest.synthetic ? 'SYNTHETIC. ' : ''}One row a response, in order of a random id.`,
        ),
        fileStrc: { '@type': 'rectangular' },
        dimensns: {
          caseQnty: String(manifest.rows.out),
          varQnty: String(release.variables.length),
        },
        fileType: { '@charset': 'UTF-8', '#': format },
        dataMsng:
          '-77 do not know, -88 prefer not to say, -99 no answer (routed, not reached or left blank).',
        software: software(release),
      },
      notes: `Made of the freeze ${manifest.digest}.`,
    }),
  )
}
