import type { EditionState } from '@echolot/contract/report-editions'
import type { ReportDetails, ReportLanguage } from '@echolot/contract/reports'
import { familiesSheet } from './families-sheet.ts'
import { proposeMeasures } from './propose-measures.ts'
import type { StaffClient } from './staff-client.ts'

/** As much of the document model as the demonstration writes over. */
type Model = {
  readonly sections: readonly {
    readonly id: string
    readonly strength?: string
    readonly values?: Readonly<Record<string, unknown>>
    readonly wording?: { readonly heading: string; readonly follow?: string }
  }[]
}

/** ANNA's page on what makes work harder; its headline is written anew, with the bound name of the first hurdle. */
const PAGE = 'was-erschwert-es-zu-arbeiten'

const WORDS = {
  de: {
    heading: 'Das bremst Eltern am stärksten: {first}',
    recommendation: 'Vor der Entscheidung mit den Familien besprechen, was davon zuerst hilft.',
    whatIsNew: 'Das ist die erste Fassung.',
  },
  en: {
    heading: 'What holds parents back most: {first}',
    recommendation: 'Before deciding, ask the families which of it would help first.',
    whatIsNew: 'This is the first version.',
  },
} as const satisfies Readonly<Record<ReportLanguage, object>>

/**
 * An analyst writes on the report and the sheet for families; carrier and job centre comment, are answered and propose
 * measures; a second person releases, and the lead decides on the first measure.
 */
export const releaseReport = async ({
  id,
  analyst,
  dataManager,
  carrier,
  jobCentre,
  lead,
}: {
  id: string
  analyst: StaffClient
  dataManager: StaffClient
  carrier: StaffClient
  jobCentre: StaffClient
  lead: StaffClient
}) => {
  const { report } = await analyst.get<ReportDetails>(`/v1/reports/${id}`)
  await Promise.all(report.languages.map((language) => writeOn({ id, language, analyst })))
  await analyst.post(`/v1/reports/${id}/circulation`)
  await carrier.post(`/v1/reports/${id}/comments`, {
    section: PAGE,
    text: 'Erfundene Anmerkung: Die Überschrift trifft, was die Familien uns im Projektbüro erzählen.',
  })
  await jobCentre.post(`/v1/reports/${id}/comments`, {
    section: PAGE,
    text: 'Erfundene Anmerkung: Bitte die Zahlen der Nachbarkreise ergänzen.',
  })
  const { log } = await analyst.get<ReportDetails>(`/v1/reports/${id}`)
  const [first, second] = log.filter(({ act }) => act === 'commented')
  const answer = (ordinal: number | undefined, verdict: string, text: string) =>
    analyst.post(`/v1/reports/${id}/comments/${ordinal}/answer`, { verdict, text })
  await answer(first?.ordinal, 'answered', 'Danke. So bleibt sie stehen.')
  await answer(
    second?.ordinal,
    'declined',
    'Die Nachbarkreise haben wir nicht befragt; ein Vergleich wäre geraten.',
  )
  const measure = await proposeMeasures({ report: id, analyst, carrier, jobCentre })
  await dataManager.post(`/v1/reports/${id}/release`)
  await lead.post(`/v1/measures/${measure}/state`, { state: 'decided', why: '' })
}

/** Another headline and a recommendation on the page of hurdles, what is new, and the sheet for families. */
const writeOn = async ({
  id,
  language,
  analyst,
}: {
  id: string
  language: ReportLanguage
  analyst: StaffClient
}) => {
  const path = `/v1/reports/${id}/editions/${language}`
  const { model, revision, edition } = await analyst.get<EditionState>(path)
  const { heading, recommendation, whatIsNew } = WORDS[language]
  const { sections } = model as unknown as Model
  await analyst.put(path, {
    revision,
    // What the German page said when this was written.
    basis: {
      [`sections.${PAGE}.heading`]: WORDS.de.heading,
      [`sections.${PAGE}.recommendation`]: WORDS.de.recommendation,
    },
    edition: {
      ...edition,
      whatIsNew: [whatIsNew],
      ...(language === 'de' && { families: familiesSheet(sections) }),
      sections: { [PAGE]: { heading, recommendation } },
    },
  })
}
