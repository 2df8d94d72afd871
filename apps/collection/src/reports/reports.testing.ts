import type { ReportUpload } from '@echolot/contract/reports'
import type { FamiliesSheet, Report } from '@echolot/report'
import { DECISIONS, MADE } from '@echolot/report/testing'
import { STUDY, signIn, type TestOffice, WAVE } from '../house.testing.ts'

/** For tests only: what an analysis hands in, in German and English, and the people around a report. */

const SHEET: FamiliesSheet = {
  title: 'Das haben Sie gesagt',
  intro: 'Danke für Ihre Antworten.',
  said: ['Betreuung fehlt.'],
  happens: ['Wir sprechen mit dem Kreis.'],
  not: [],
  contact: ['Universität (synthetisch)'],
}
export const GERMAN: Report = {
  ...MADE,
  sections: [...MADE.sections, DECISIONS],
  families: { plain: SHEET, easy: SHEET },
}
export const ENGLISH: Report = { ...GERMAN, language: 'en', title: 'What helps families' }

export const upload = (change: object = {}): ReportUpload => ({
  study: STUDY,
  wave: WAVE,
  title: 'Synthetischer Bericht',
  freezeDigest: MADE.digests.data,
  planDigest: MADE.digests.plan,
  models: [GERMAN, ENGLISH],
  results: { protected: true, data: { n: 131, digest: MADE.digests.data }, analyses: [] },
  account: { withheld: [] },
  ...change,
})

/** Everybody around a report, signed in, and the ways they take. */
export const reportPeople = async (office: TestOffice) => {
  const analyst = await signIn(office, 'analyst', 'ana')
  const manager = await signIn(office, 'data_manager', 'mia')
  const carrier = await signIn(office, 'carrier', 'karla')
  const jobCentre = await signIn(office, 'job_centre', 'jo')
  const lead = await signIn(office, 'lead', 'paula')
  const step = (id: string, name: 'circulation' | 'return' | 'release', who = analyst) =>
    who.post(`/v1/reports/${id}/${name}`)
  return {
    analyst,
    manager,
    carrier,
    jobCentre,
    lead,
    step,
    handIn: async (change: object = {}): Promise<string> =>
      (await analyst.post('/v1/reports', upload(change)).expect(200)).body.id,
    release: async (id: string) => {
      await step(id, 'circulation').expect(204)
      await step(id, 'release', manager).expect(204)
    },
    list: async (who = analyst) => (await who.get('/v1/reports').expect(200)).body.reports,
    details: async (id: string, who = analyst) =>
      (await who.get(`/v1/reports/${id}`).expect(200)).body,
    html: async (id: string, who = analyst, language = 'de') =>
      (await who.get(`/v1/reports/${id}/files/${language}/html`).expect(200)).text,
    edit: (id: string, sections: object, more: { revision?: number; edition?: object } = {}) =>
      analyst.put(`/v1/reports/${id}/editions/de`, {
        revision: more.revision ?? 0,
        edition: { language: 'de', sections, ...more.edition },
        basis: {},
      }),
  }
}
