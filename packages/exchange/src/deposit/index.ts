export { type OnRequest, type Release, releaseOf } from '../release/release-of.ts'
export type { Approval, Approvals } from './approvals.ts'
export { type DepositOptions, type DepositReport, writeDeposit } from './write-deposit.ts'
