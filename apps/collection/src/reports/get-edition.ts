import { EditionState } from '@echolot/contract/report-editions'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { withTracker } from '@echolot/report'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { readTracker } from '../measures/read-feedback.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { findReportEdition } from '../store/report-editions.ts'
import { readReport } from './read-report.ts'
import { readReportText } from './report-text.ts'

export const getEdition = endpoint({
  method: 'get',
  path: '/v1/reports/:id/editions/:language',
  summary: 'What the analysis proposes in one language, and what people wrote over it.',
  access: byRole('analyst', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: EditionState,
  run: async ({ caller, params: { id, language } }, house: House): Promise<EditionState> => {
    const report = await readReport({ caller, id }, house)
    const text = await readReportText(house, { id, language })
    const saved = await findReportEdition(house.db, id, language)
    return {
      model: withTracker(text.model, await readTracker(report, text, house)),
      revision: saved?.revision ?? 0,
      edition: text.edition,
      basis: saved ? JSON.parse(saved.basis) : {},
      savedOn: saved?.saved_on ?? null,
      savedBy: saved?.saved_by_name ?? null,
    }
  },
})
