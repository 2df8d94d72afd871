import type { EditionState } from '@echolot/contract/report-editions'
import type { ReportDetails, ReportLanguage } from '@echolot/contract/reports'
import { familiesSheet } from './families-sheet.ts'
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

const WORDS: Readonly<Record<ReportLanguage, { recommendation: string; whatIsNew: string }>> = {
  de: {
    recommendation: 'Vor der Entscheidung mit den Familien besprechen, was davon zuerst hilft.',
    whatIsNew: 'Das ist die erste Fassung.',
  },
  en: {
    recommendation: 'Before deciding, ask the families which of it would help first.',
    whatIsNew: 'This is the first version.',
  },
}

/** An analyst writes on the report and the sheet for families, carrier and job centre comment, both are answered, a second person releases. */
export const releaseReport = async ({
  id,
  analyst,
  dataManager,
  carrier,
  jobCentre,
}: {
  id: string
  analyst: StaffClient
  dataManager: StaffClient
  carrier: StaffClient
  jobCentre: StaffClient
}) => {
  const { report } = await analyst.get<ReportDetails>(`/v1/reports/${id}`)
  const pages = await Promise.all(
    report.languages.map((language) => writeOn({ id, language, analyst })),
  )
  const section = pages.flatMap((page) => page ?? [])[0] ?? null
  await analyst.post(`/v1/reports/${id}/circulation`)
  await carrier.post(`/v1/reports/${id}/comments`, {
    section,
    text: 'Erfundene Anmerkung: Die Überschrift trifft, was die Familien uns im Projektbüro erzählen.',
  })
  await jobCentre.post(`/v1/reports/${id}/comments`, {
    section,
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
  await dataManager.post(`/v1/reports/${id}/release`)
}

/** Another headline and a recommendation on the first finding; gives its page. */
const writeOn = async ({
  id,
  language,
  analyst,
}: {
  id: string
  language: ReportLanguage
  analyst: StaffClient
}): Promise<string | undefined> => {
  const path = `/v1/reports/${id}/editions/${language}`
  const { model, revision, edition, basis } = await analyst.get<EditionState>(path)
  const { sections } = model as unknown as Model
  const page = sections.find(({ wording, strength }) => wording && strength)
  const { recommendation, whatIsNew } = WORDS[language]
  await analyst.put(path, {
    revision,
    basis,
    edition: {
      ...edition,
      whatIsNew: [whatIsNew],
      ...(language === 'de' && { families: familiesSheet(sections) }),
      sections: page === undefined ? {} : { [page.id]: { recommendation } },
    },
  })
  return page?.id
}
