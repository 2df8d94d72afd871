import type { ReportAct, ReportState } from '@echolot/contract/reports'
import { dayOf } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { reportStateDiffers } from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { lockFor } from '../store/locks.ts'
import { saveReportLog } from '../store/report-log.ts'
import { changeReport, type ReportRow } from '../store/reports.ts'
import { readReport } from './read-report.ts'

/** Where each act leads, and from where. */
const STEPS = {
  'opened-for-comments': { from: ['draft'], to: 'in-comment' },
  'taken-back': { from: ['in-comment'], to: 'draft' },
  released: { from: ['in-comment'], to: 'released' },
  withdrawn: { from: ['draft', 'in-comment', 'released'], to: 'withdrawn' },
} as const satisfies Partial<Record<ReportAct, { from: readonly ReportState[]; to: ReportState }>>
export type Step = keyof typeof STEPS

/** The report, alone in our hands until the transaction ends. @throws not-found, report-state-differs */
export const holdReport = async (
  {
    caller,
    id,
    states,
  }: { readonly caller: Staff; readonly id: string; readonly states: readonly ReportState[] },
  { db }: Pick<House, 'db'>,
): Promise<ReportRow> => {
  await lockFor(db, `report:${id}`)
  const report = await readReport({ caller, id }, { db })
  if (!states.includes(report.state)) throw reportStateDiffers({ state: report.state })
  return report
}

/** Holds the report for an act that leads it on. */
export const holdForStep = (
  { caller, id, act }: { readonly caller: Staff; readonly id: string; readonly act: Step },
  house: Pick<House, 'db'>,
) => holdReport({ caller, id, states: STEPS[act].from }, house)

/** Leads a held report on, and says so in its log and in the audit chain. */
export const takeStep = async (
  {
    caller,
    report,
    act,
    words = '',
    change = {},
  }: {
    readonly caller: Staff
    readonly report: ReportRow
    readonly act: Step
    readonly words?: string
    readonly change?: Omit<Parameters<typeof changeReport>[2], 'state'>
  },
  house: House,
): Promise<void> => {
  const { id, state } = report
  const { to } = STEPS[act]
  if (!(await changeReport(house.db, { id, from: state }, { ...change, state: to })))
    throw reportStateDiffers({ state })
  await noteInLog({ caller, report: id, act, words }, house)
  await writeAudit(house, { actor: caller.id, act: `report.${act}`, obj: id, params: change })
}

/** Adds what somebody did to the log of a report. */
export const noteInLog = (
  {
    caller,
    section = null,
    about = null,
    words = '',
    ...entry
  }: {
    readonly caller: Staff
    readonly report: string
    readonly act: ReportAct
    readonly section?: string | null
    readonly about?: number | null
    readonly words?: string
  },
  { db, now }: Pick<House, 'db' | 'now'>,
): Promise<void> =>
  saveReportLog(db, {
    ...entry,
    section,
    about,
    words,
    done_on: dayOf(now()),
    done_by: caller.id,
    done_by_name: caller.name,
    role: caller.role,
  })
