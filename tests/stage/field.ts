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
  const accounts = {
    clerk: await house.addStaff('vault', 'trust.clerk', 'clerk@vault.example'),
    trustLead: await house.addStaff('vault', 'trust.lead', 'trust-lead@vault.example'),
    designer: await house.addStaff('collection', 'designer', 'designer@collection.example'),
    second: await house.addStaff('collection', 'designer', 'second@collection.example'),
    field: await house.addStaff('collection', 'field', 'field@collection.example'),
    analyst: await house.addStaff('collection', 'analyst', 'analyst@collection.example'),
    manager: await house.addStaff('collection', 'data_manager', 'manager@collection.example'),
    lead: await house.addStaff('collection', 'lead', 'lead@collection.example'),
  }
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
  nameOf?: (i: number) => string,
) =>
  drawLetters({
    clerk: await signIn(house.vault, clerk),
    lead: await signIn(house.vault, trustLead),
    file: addressFile(count, nameOf),
  })
