import { EditionReceipt, EditionSave } from '@echolot/contract/report-editions'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { checkEdition, type Edition, type EditionFault } from '@echolot/report'
import { EditionShape } from '@echolot/report/schema'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import {
  editionRefused,
  editionStale,
  reportStateDiffers,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
} from '../problems.ts'
import { findReportEdition, saveReportEdition } from '../store/report-editions.ts'
import { listReportLog } from '../store/report-log.ts'
import { findReportModel } from '../store/report-models.ts'
import { holdReport, noteInLog } from './report-steps.ts'

export const putEdition = endpoint({
  method: 'put',
  path: '/v1/reports/:id/editions/:language',
  summary:
    'Saves what is written over one language; typed numbers and an older beginning are refused.',
  access: byRole('analyst', 'data_manager'),
  body: EditionSave,
  limit: 1_000_000,
  problems: [
    signInNeeded,
    roleMissing,
    secondFactorNeeded,
    notFound,
    reportStateDiffers,
    invalidInput,
    editionRefused,
    editionStale,
  ],
  answer: EditionReceipt,
  run: async ({ caller, params: { id, language }, body }, house: House) => {
    const { db, now } = house
    await holdReport({ caller, id, states: ['draft'] }, house)
    const model = await findReportModel(db, id, language)
    if (!model) throw notFound({ what: 'language of this report' })
    const edition = readEdition(body.edition)
    const faults = checkEdition(JSON.parse(model.json), edition).filter(isRefused)
    if (faults.length > 0) throw editionRefused({ faults })
    const before = await findReportEdition(db, id, language)
    const newest = before?.revision ?? 0
    const json = JSON.stringify(edition)
    const stale = () => editionStale({ revision: newest, by: before?.saved_by_name ?? '' })
    if (newest !== body.revision) throw stale()
    const basis = JSON.stringify(body.basis)
    if (before?.json === json && before.basis === basis) return { revision: newest }
    const saved = await saveReportEdition(db, {
      report: id,
      language: model.language,
      revision: newest + 1,
      json,
      basis,
      saved_on: dayOf(now()),
      saved_by: caller.id,
      saved_by_name: caller.name,
    })
    if (!saved) throw stale()
    const log = await listReportLog(db, id)
    // Once a person is enough: who wrote does not release.
    if (!log.some(({ act, done_by }) => act === 'edited' && done_by === caller.id)) {
      await noteInLog({ caller, report: id, act: 'edited' }, house)
      await writeAudit(house, { actor: caller.id, act: 'report.edited', obj: id })
    }
    return { revision: newest + 1 }
  },
})

/** Number words warn while they are typed; what is kept must be bound. */
const isRefused = ({ severity, fault }: EditionFault) =>
  severity === 'error' || fault === 'number-word'

/** @throws invalid-input */
const readEdition = (edition: unknown): Edition => {
  const read = EditionShape.safeParse(edition)
  if (read.success) return read.data
  throw invalidInput({
    errors: read.error.issues.map(({ path, message }) => ({
      path: ['edition', ...path].join('.'),
      message,
    })),
  })
}
