import { ReportReceipt, ReportUpload } from '@echolot/contract/reports'
import { randomId } from '@echolot/crypto/random'
import { inTransaction } from '@echolot/database'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import type { Report } from '@echolot/report'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { readWave } from '../fieldwork/read-wave.ts'
import type { House } from '../house.ts'
import { reportUnregistered, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { lockFor } from '../store/locks.ts'
import { listReportEditions, saveReportEdition } from '../store/report-editions.ts'
import { saveReportLog } from '../store/report-log.ts'
import { saveReportModels } from '../store/report-models.ts'
import { listReportVersions, saveReport } from '../store/reports.ts'
import { findStudy } from '../store/studies.ts'
import { studyFileOf } from '../studies/study-file.ts'
import { carriedOver } from './carried-over.ts'
import { checkUpload } from './check-upload.ts'
import { refuseLooseQuotes } from './refuse-loose-quotes.ts'
import { refuseUnregistered } from './refuse-unregistered.ts'

/** 30 MB as sent. */
const LIMIT = 30_000_000

export const postReports = endpoint({
  method: 'post',
  path: '/v1/reports',
  summary:
    'Hands in what the analysis made: the next version of a report, a draft until two people release it.',
  access: byRole('analyst'),
  body: ReportUpload,
  limit: LIMIT,
  problems: [
    signInNeeded,
    roleMissing,
    secondFactorNeeded,
    notFound,
    invalidInput,
    reportUnregistered,
  ],
  answer: ReportReceipt,
  // The check takes its time, in which nobody should wait for the database.
  transaction: 'none',
  run: async ({ caller, body }, house: House) => {
    await readWave(house.db, body)
    await checkUpload(body)
    return inTransaction(house.db, (db) => saveUpload(body, caller, { ...house, db }))
  },
})

const saveUpload = async (upload: ReportUpload, caller: Staff, house: House) => {
  const { db, now } = house
  const { title, freezeDigest, planDigest } = upload
  const { study, wave } = await readWave(db, upload)
  await lockFor(db, `reports:${study}`)
  const models = upload.models as unknown as readonly Report[]
  await refuseLooseQuotes({ study, models }, house)
  await refuseUnregistered(upload, house)
  const [before] = await listReportVersions(db, { study, wave, title })
  const [id, version, today] = [randomId(), (before?.version ?? 0) + 1, dayOf(now())]
  await saveReport(db, {
    id,
    study,
    wave,
    title,
    version,
    state: 'draft',
    made_on: today,
    made_by: caller.id,
    released_on: null,
    released_by: null,
    withdrawn_on: null,
    freeze_digest: freezeDigest,
    plan_digest: planDigest,
    code_version: models[0]?.digests.code ?? '',
    edition_digest: null,
    results: JSON.stringify(upload.results),
    account: JSON.stringify(upload.account),
  })
  const told = await findStudy(db, study)
  const isSynthetic = told !== undefined && studyFileOf(told).synthetic
  await saveReportModels(
    db,
    models.map((model) => ({
      report: id,
      language: model.language,
      json: JSON.stringify(isSynthetic ? synthetic(model) : model),
    })),
  )
  for (const edition of before ? await listReportEditions(db, before.id) : []) {
    const model = models.find(({ language }) => language === edition.language)
    if (model)
      await saveReportEdition(db, {
        ...edition,
        report: id,
        revision: 1,
        json: JSON.stringify(carriedOver(model, JSON.parse(edition.json))),
      })
  }
  await saveReportLog(db, {
    report: id,
    act: 'handed-in',
    done_on: today,
    done_by: caller.id,
    done_by_name: caller.name,
    role: caller.role,
    section: null,
    about: null,
    words: '',
  })
  await writeAudit(house, {
    actor: caller.id,
    act: 'report.handed-in',
    obj: id,
    params: { version, freeze: freezeDigest, plan: planDigest },
  })
  return { id, version }
}

/** Made-up numbers say so, whatever the analysis knew of them. */
const synthetic = (model: Report): Report => ({
  ...model,
  marks: ['synthetic', ...model.marks.filter((mark) => mark !== 'synthetic')],
})
