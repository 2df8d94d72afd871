import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instrument } from '@echolot/instrument'
import { type House, ROOT } from './house.ts'
import { addressFile, drawLetters } from './letters.ts'
import { signIn } from './staff.ts'

/** ANNA's questionnaire as it lies in `surveys`. */
export const MAIN: Instrument = JSON.parse(
  readFileSync(join(ROOT, 'surveys/anna/instruments/main.json'), 'utf8'),
)

/** Lays ANNA in both offices, publishes its questionnaire by two people and opens its wave. */
export const openField = async (house: House) => {
  await house.addStudy()
  const [atVault, atCollection] = await Promise.all([
    house.addStaff('vault', { clerk: 'trust.clerk', trustLead: 'trust.lead' }),
    house.addStaff('collection', {
      designer: 'designer',
      second: 'designer',
      field: 'field',
      analyst: 'analyst',
      manager: 'data_manager',
      lead: 'lead',
    }),
  ])
  const accounts = { ...atVault, ...atCollection }
  const designer = await signIn(house.collection, accounts.designer)
  const second = await signIn(house.collection, accounts.second)
  const field = await signIn(house.collection, accounts.field)
  const { revision } = await designer.ask<{ revision: number }>('GET', '/v1/drafts/main')
  await designer.ask('POST', '/v1/drafts/main/proposal', { revision, note: 'test' })
  const { id } = await second.ask<{ id: string }>('POST', '/v1/drafts/main/publication', {
    revision,
  })
  await field.ask('PUT', '/v1/studies/anna/waves/w1/instrument', { instrument: id })
  await field.ask('POST', '/v1/studies/anna/waves/w1/opening', {})
  return accounts
}

/** Letters to `count` people who do not exist, and the codes in them. */
export const mailLetters = async (
  house: House,
  { clerk, trustLead }: Pick<Awaited<ReturnType<typeof openField>>, 'clerk' | 'trustLead'>,
  count: number,
  stem?: string,
) =>
  drawLetters({
    clerk: await signIn(house.vault, clerk),
    lead: await signIn(house.vault, trustLead),
    file: addressFile(count, stem),
  })
