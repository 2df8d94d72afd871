import { type ItemStatistic, LibraryDetails, LibraryList } from '@echolot/contract/items'
import { endpoint } from '@echolot/http'
import { codebookOf, type Instrument, itemsOf } from '@echolot/instrument'
import { notFound } from '@echolot/problem'
import type { InstrumentId } from '@echolot/study'
import type { Kysely } from 'kysely'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listDrafts } from '../store/instrument-drafts.ts'
import { findInstrument, listInstruments } from '../store/instruments.ts'
import { listLibrary, listVersions } from '../store/library.ts'
import { listReleasedResults } from '../store/reports.ts'
import type { Tables } from '../store/tables.ts'
import { listWaves } from '../store/waves.ts'
import { itemStatisticsOf } from './item-statistics.ts'
import { libraryVersionOf } from './library-version.ts'

export const getLibrary = endpoint({
  method: 'get',
  path: '/v1/library',
  summary: 'Items that may be asked again, each in its newest version.',
  access: byRole('designer', 'analyst', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: LibraryList,
  run: async (_asked, { db }: House) => {
    const rows = await listLibrary(db)
    return {
      entries: rows
        .filter(({ entry }, place) => rows[place - 1]?.entry !== entry)
        .map((row) => ({ id: row.entry, newest: libraryVersionOf(row) })),
    }
  },
})
export const getLibraryEntry = endpoint({
  method: 'get',
  path: '/v1/library/:id',
  summary:
    'An entry with its versions, the questionnaires that use it, and what released reports show of it.',
  access: byRole('designer', 'analyst', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: LibraryDetails,
  run: async ({ params: { id } }, { db }: House): Promise<LibraryDetails> => {
    const versions = (await listVersions(db, id)).map(libraryVersionOf)
    if (versions.length === 0) throw notFound({ what: 'library entry' })
    const questionnaires = await readQuestionnaires(db)
    return {
      id,
      versions,
      usedIn: questionnaires.flatMap(({ key, instrument }) => usesOf(id, key, instrument)),
      statistics: await statisticsOf(db, questionnaires, { id, versions }),
    }
  },
})

type Questionnaire = { readonly key: string; readonly instrument: Instrument }

/** Every published version, and every draft under its name. */
const readQuestionnaires = async (db: Kysely<Tables>): Promise<readonly Questionnaire[]> => {
  const published = await Promise.all(
    (await listInstruments(db)).map(async ({ id }) => ({
      key: id as string,
      json: (await findInstrument(db, id))?.json ?? '{}',
    })),
  )
  const drafts = (await listDrafts(db)).map(({ name, json }) => ({ key: name, json }))
  return [...published, ...drafts].map(({ key, json }) => ({
    key,
    instrument: JSON.parse(json) as Instrument,
  }))
}

const usesOf = (id: string, key: string, { variables }: Instrument): LibraryDetails['usedIn'] => {
  const notes = variables.filter(({ library }) => library?.entry === id)
  return [...new Set(notes.map(({ library }) => library?.version ?? 0))].map((version) => ({
    instrument: key,
    version,
    items: notes.filter(({ library }) => library?.version === version).map(({ name }) => name),
  }))
}

type Entry = Pick<LibraryDetails, 'id' | 'versions'>

/** What released reports show of the entry's items, wave by wave, under the names they had there. */
const statisticsOf = async (
  db: Kysely<Tables>,
  questionnaires: readonly Questionnaire[],
  entry: Entry,
): Promise<ItemStatistic[]> => {
  const waves = await listWaves(db)
  return (await listReleasedResults(db)).flatMap((report) => {
    const asked = waves.find(({ study, wave }) => study === report.study && wave === report.wave)
      ?.instrument as InstrumentId | null | undefined
    const found = questionnaires.find(({ key }) => key === asked)
    if (found === undefined) return []
    const items = sameItems(entry, found)
    const variables = codebookOf(found.instrument)
      .variables.filter(({ name, item }) => items.has(name) || items.has(item))
      .map(({ name }) => name)
    return itemStatisticsOf(report, new Set(variables))
  })
}

/** Items of a questionnaire that come from the entry, or the entry from it, and are still asked in the same words. */
const sameItems = ({ id, versions }: Entry, { key, instrument }: Questionnaire): Set<string> => {
  const items = itemsOf(instrument)
  const wording = new Map(items.map(({ name, title }) => [name, JSON.stringify(title)]))
  const isOrigin = versions.some(({ origin }) => nameOf(origin) === nameOf(key))
  const same = new Set<string>()
  for (const { version, content } of versions) {
    const kept = itemsOf({ pages: [{ name: 'library', elements: content.elements }] })
    for (const { name, title } of kept) {
      const copies = instrument.variables
        .filter(
          ({ library }) =>
            library?.entry === id && library.version === version && library.name === name,
        )
        .map((note) => note.name)
      for (const one of isOrigin ? [name, ...copies] : copies)
        if (wording.get(one) === JSON.stringify(title)) same.add(one)
    }
  }
  return same
}

/** `main` of `main@1.0.0`. */
const nameOf = (id: string) => id.split('@')[0]
