import type { NewMeasure } from '@echolot/contract/measures'
import type { FindingList } from '@echolot/contract/reports'
import type { StaffClient } from './staff-client.ts'

type Made = { readonly id: string }
type Words = Pick<NewMeasure, 'texts' | 'office' | 'due' | 'costHint' | 'forFamilies'>

const CARE: Words = {
  texts: {
    de: 'Zwei Gruppen am Nachmittag, 14 bis 17 Uhr (erfunden)',
    en: 'Two afternoon groups, 2 to 5 pm (invented)',
  },
  office: 'Träger des Projekts',
  due: '2027-04-30',
  costHint: 'zwei halbe Stellen',
  forFamilies: {
    plain: 'Am Nachmittag gibt es in zwei Orten Betreuung.',
    easy: 'Es gibt bald Betreuung am Nachmittag.',
  },
}
const RIDES: Words = {
  texts: { de: 'Fahrdienst zur Kita (erfunden)', en: 'Rides to day care (invented)' },
  office: 'Jobcenter',
  due: '2027-06-30',
  costHint: 'offen',
  forFamilies: { plain: 'Ein Fahrdienst zur Kita', easy: 'Ein Fahr-Dienst' },
}
const ADVICE: Words = {
  texts: {
    de: 'Sprechstunde der Beratung im Projektbüro (erfunden)',
    en: 'Advice hour in the project office (invented)',
  },
  office: 'Jobcenter und Schuldnerberatung',
  // Long past, so that the tracker has something to remind of.
  due: '2026-10-31',
  costHint: 'ein Vormittag im Monat',
  forFamilies: {
    plain: 'Die Beratung kommt in das Projektbüro.',
    easy: 'Die Beratung kommt in das Projekt-Büro.',
  },
}

/** Two recommendations and three measures in different states, one of them given up with its reason; gives what awaits the lead. */
export const proposeMeasures = async ({
  report,
  analyst,
  carrier,
  jobCentre,
}: {
  report: string
  analyst: StaffClient
  carrier: StaffClient
  jobCentre: StaffClient
}) => {
  const { findings } = await analyst.get<FindingList>(`/v1/reports/${report}/findings?language=de`)
  const recommend = async (sections: readonly string[], de: string, en: string) =>
    (
      await analyst.post<Made>('/v1/recommendations', {
        findings: sections.map((section) => ({ report, section })),
        texts: { de, en },
        audience: 'job_centre',
      })
    ).id
  const propose = async (recommendation: string, who: StaffClient, owner: string, words: Words) =>
    (
      await who.post<Made>(`/v1/recommendations/${recommendation}/measures`, {
        ...words,
        owner,
        nextReview: null,
        nextWave: null,
      })
    ).id
  const step = (id: string, who: StaffClient, state: string, why = '') =>
    who.post(`/v1/measures/${id}/state`, { state, why })

  const sections = findings.map(({ section }) => section)
  const care = await recommend(
    sections.slice(0, 2),
    'Betreuung an Arbeitszeiten anpassen (erfunden)',
    'Fit care to working hours (invented)',
  )
  const advice = await recommend(
    sections.slice(-1),
    'Begleitet übergeben statt Faltblatt (erfunden)',
    'Hand over in person instead of leaflets (invented)',
  )
  const groups = await propose(care, carrier, 'carrier', CARE)
  await step(groups, carrier, 'in-review')
  const rides = await propose(care, jobCentre, 'job_centre', RIDES)
  await step(rides, jobCentre, 'not-pursued', 'Das Geld reicht dafür nicht.')
  await propose(advice, jobCentre, 'job_centre', ADVICE)
  return groups
}
