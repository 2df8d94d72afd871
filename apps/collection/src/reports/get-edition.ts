import { EditionState } from '@echolot/contract/report-editions'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { findReportEdition } from '../store/report-editions.ts'
import { findReportModel } from '../store/report-models.ts'
import { readReport } from './read-report.ts'

export const getEdition = endpoint({
  method: 'get',
  path: '/v1/reports/:id/editions/:language',
  summary: 'What the analysis proposes in one language, and what people wrote over it.',
  access: byRole('analyst', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: EditionState,
  run: async ({ caller, params: { id, language } }, house: House): Promise<EditionState> => {
    await readReport({ caller, id }, house)
    const model = await findReportModel(house.db, id, language)
    if (!model) throw notFound({ what: 'language of this report' })
    const saved = await findReportEdition(house.db, id, language)
    return {
      model: JSON.parse(model.json),
      revision: saved?.revision ?? 0,
      edition: saved ? JSON.parse(saved.json) : { language: model.language, sections: {} },
      basis: saved ? JSON.parse(saved.basis) : {},
      savedOn: saved?.saved_on ?? null,
      savedBy: saved?.saved_by_name ?? null,
    }
  },
})
