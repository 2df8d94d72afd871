import { ReportReceipt, ReportUpload } from '@echolot/contract/reports'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { readWave } from '../fieldwork/read-wave.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { saveReport } from '../store/reports.ts'

/** 30 MB as sent. */
const LIMIT = 30_000_000
/** `%PDF-` in base64, as every PDF begins. */
const PDF = 'JVBERi'

export const postReports = endpoint({
  method: 'post',
  path: '/v1/reports',
  summary: 'Hands in what the analysis made; a draft until a second person releases it.',
  access: byRole('analyst'),
  body: ReportUpload,
  limit: LIMIT,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: ReportReceipt,
  run: async ({ caller, body }, house: House) => {
    const { study, wave } = await readWave(house.db, body)
    if (!body.pdf.startsWith(PDF))
      throw invalidInput({ errors: [{ path: 'pdf', message: 'must be a PDF in base64' }] })
    const id = randomId()
    await saveReport(house.db, {
      id,
      study,
      wave,
      title: body.title,
      made_on: dayOf(house.now()),
      made_by: caller.id,
      released_on: null,
      released_by: null,
      freeze_digest: body.freezeDigest,
      plan_digest: body.planDigest,
      html: body.html,
      pdf: body.pdf,
      results: JSON.stringify(body.results),
    })
    await writeAudit(house, {
      actor: caller.id,
      act: 'report.handed-in',
      obj: id,
      params: { freeze: body.freezeDigest, plan: body.planDigest },
    })
    return { id }
  },
})
