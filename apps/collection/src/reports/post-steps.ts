import { ReportWithdrawal } from '@echolot/contract/reports'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole, byRoleFresh } from '../access/by-role.ts'
import type { House } from '../house.ts'
import {
  reportStateDiffers,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
  signInTooOld,
} from '../problems.ts'
import { holdForStep, takeStep } from './report-steps.ts'

const PROBLEMS = [signInNeeded, roleMissing, secondFactorNeeded, notFound, reportStateDiffers]

export const postCirculation = endpoint({
  method: 'post',
  path: '/v1/reports/:id/circulation',
  summary: 'Lays the draft before carrier and job centre; from now on nobody changes it.',
  access: byRole('analyst', 'data_manager'),
  problems: PROBLEMS,
  run: async ({ caller, params: { id } }, house: House) => {
    const act = 'opened-for-comments'
    const report = await holdForStep({ caller, id, act }, house)
    await takeStep({ caller, report, act }, house)
  },
})

export const postReturn = endpoint({
  method: 'post',
  path: '/v1/reports/:id/return',
  summary: 'Takes the draft back to the desk, to be written on.',
  access: byRole('analyst', 'data_manager'),
  problems: PROBLEMS,
  run: async ({ caller, params: { id } }, house: House) => {
    const act = 'taken-back'
    const report = await holdForStep({ caller, id, act }, house)
    await takeStep({ caller, report, act }, house)
  },
})

export const postReportWithdrawal = endpoint({
  method: 'post',
  path: '/v1/reports/:id/withdrawal',
  summary: 'Takes a report out of the readers’ hands, with a reason; it cannot come back.',
  access: byRoleFresh('analyst', 'data_manager'),
  body: ReportWithdrawal,
  problems: [...PROBLEMS, signInTooOld],
  run: async ({ caller, params: { id }, body: { reason } }, house: House) => {
    const act = 'withdrawn'
    const report = await holdForStep({ caller, id, act }, house)
    const change = { withdrawn_on: dayOf(house.now()) }
    await takeStep({ caller, report, act, words: reason, change }, house)
  },
})
