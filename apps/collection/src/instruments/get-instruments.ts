import { InstrumentList, type InstrumentSummary } from '@echolot/contract/instruments'
import { endpoint } from '@echolot/http'
import { type Instrument, itemsOf, localizedOf, textOf } from '@echolot/instrument'
import type { Kysely } from 'kysely'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listDrafts, listProposals } from '../store/instrument-drafts.ts'
import { findInstrument, listInstruments } from '../store/instruments.ts'
import type { Tables } from '../store/tables.ts'
import { listWaves } from '../store/waves.ts'

export const getInstruments = endpoint({
  method: 'get',
  path: '/v1/instruments',
  summary: 'All questionnaires: drafts, proposals and published versions.',
  access: byRole('designer', 'field', 'analyst', 'data_manager', 'lead', 'auditor'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: InstrumentList,
  run: async (_asked, { db }: House) => ({ instruments: await summariesOf(db) }),
})

const summariesOf = async (db: Kysely<Tables>): Promise<InstrumentSummary[]> => {
  const drafts = await listDrafts(db)
  const published = await listInstruments(db)
  const proposals = await listProposals(db)
  const waves = await listWaves(db)
  const names = [...new Set([...drafts, ...published].map(({ name }) => name))].sort()
  return Promise.all(
    names.map(async (name) => {
      const draft = drafts.find((row) => row.name === name)
      const versions = published.filter((row) => row.name === name)
      const newest = versions.at(-1)
      const json = draft?.json ?? (newest && (await findInstrument(db, newest.id))?.json)
      const instrument = JSON.parse(json as string) as Instrument
      // A draft saved since has withdrawn its proposal.
      const proposal = proposals.find(
        (row) => row.name === name && row.revision === draft?.revision,
      )
      return {
        name,
        title: titleOf(instrument),
        languages: instrument.languages.map(({ tag }) => tag),
        items: itemsOf(instrument).filter(
          ({ role, parent }) => role === 'answer' && parent === undefined,
        ).length,
        draft: draft ? { revision: draft.revision, version: instrument.version } : null,
        published: versions.map(({ id, digest, published_on }) => ({
          id,
          digest,
          publishedOn: published_on,
          waves: waves
            .filter((round) => round.instrument === id)
            .map(({ study, wave }) => `${study}/${wave}`),
        })),
        proposed: proposal ? { version: proposal.version, by: proposal.proposed_by_name } : null,
      }
    }),
  )
}

/** The survey's own title in its source language, or the instrument's name. */
const titleOf = ({ survey, languages, instrument }: Instrument): string => {
  const source = languages[0]?.tag ?? 'default'
  return textOf(localizedOf(survey.title, instrument), source, source)
}
