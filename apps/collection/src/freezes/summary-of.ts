import type { FreezeSummary } from '@echolot/contract/freezes'
import type { FreezeTable } from '../store/tables.ts'

export const summaryOf = ({
  id,
  study,
  wave,
  made_on,
  responses,
  digest,
  plan_digest,
}: FreezeTable): FreezeSummary => ({
  id,
  study,
  wave,
  madeOn: made_on,
  rows: responses,
  digest,
  ...(plan_digest === null ? {} : { plan: plan_digest }),
})
