import { performance } from 'node:perf_hooks'
import { newLinkSecret } from '@echolot/crypto/access-code'
import { makeCollectionKeys, writeKeyFile } from '@echolot/crypto/keys'
import { sealLink, studyPseudonym, wavePseudonym } from '@echolot/crypto/pseudonym'
import { inTransaction } from '@echolot/database'
import { makeLog } from '@echolot/http'
import type { InstrumentId, StratumId, StudyId, WaveId } from '@echolot/study'
import type { Insertable } from 'kysely'
import { readConfig } from '../config.ts'
import type { House } from '../house.ts'
import { publish } from '../instruments/publish.ts'
import { keyPlaceOf } from '../key-place.ts'
import { openHouse } from '../open-house.ts'
import { saveFrame } from '../store/frames.ts'
import { saveResponses } from '../store/responses.ts'
import { saveStudy } from '../store/studies.ts'
import type { ResponseTable } from '../store/tables.ts'
import { saveWave, saveWaveInstrument } from '../store/waves.ts'
import { makeFreeze } from './make-freeze.ts'
import { newFreezeId } from './post-freezes.ts'

/**
 * How long a freeze of so many responses takes out of a real database, and the most memory it needs.
 * `node freeze.testing.ts fill FOLDER RESPONSES` opens an office in FOLDER with synthetic answers to 60 items;
 * `node freeze.testing.ts make FOLDER OUT` cuts them and prints seconds, seconds of processors and megabytes as JSON.
 */
const STUDY = 'bench' as StudyId
const WAVE = 'w1' as WaveId
const PLACE = { study: STUDY, wave: WAVE }
const ITEMS = Array.from({ length: 60 }, (_, place) => `item_${place + 1}`)
const ID = 'bench@1.0.0' as InstrumentId
/** Responses of one transaction. */
const PORTION = 200

const INSTRUMENT = {
  instrument: 'bench',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [0, 1, 2, 3, 4].map((page) => ({
      name: `p${page}`,
      elements: ITEMS.slice(12 * page, 12 * page + 12).map((name) => ({
        type: 'radiogroup',
        name,
        title: `Aussage ${name}`,
        choices: [1, 2, 3, 4, 5],
      })),
    })),
  },
  scales: [],
  variables: ITEMS.map((name) => ({ name, sensitivity: 'plain', purpose: 'outcome' })),
}

const houseIn = (folder: string, keys?: 'new') => {
  const config = readConfig({ ECHOLOT_DATA: folder, COLLECTION_KEYS: `${folder}-keys.json` })
  const log = makeLog('collection', { write: () => undefined })
  return keys === undefined
    ? openHouse(config, { log })
    : writeKeyFile(makeCollectionKeys(), keyPlaceOf(config, log)).then(() =>
        openHouse(config, { log }),
      )
}

const fill = async (house: House, responses: number) => {
  const { db, keyring } = house
  await keyring.addStudy(STUDY)
  await saveStudy(db, {
    study: STUDY,
    file: JSON.stringify({ study: STUDY, synthetic: true }),
    salt: Buffer.alloc(16, 7).toString('base64url'),
  })
  await publish({ envelope: INSTRUMENT as never, proposedBy: 'a', publishedBy: 'b' }, house)
  await saveWave(db, { ...PLACE, opens_on: '2027-05-01', closes_on: '2027-06-30' })
  await saveWaveInstrument(db, PLACE, ID)
  await saveFrame(db, [
    { ...PLACE, stratum: '1' as StratumId, label: 'Eins', gross: responses, population: responses },
  ])
  const keys = await keyring.ofStudy(STUDY)
  const rowAt = (row: number): Insertable<ResponseTable> => {
    const link = newLinkSecret()
    const answered = ITEMS.map((name, place) => [name, (row * 31 + place * 17) % 101] as const)
    return {
      ...PLACE,
      stratum: '1' as StratumId,
      link: sealLink(keys.link, STUDY, studyPseudonym(keys.psn, STUDY, link)),
      household: null,
      mode: row % 5 === 0 ? 'paper' : 'web',
      instrument: ID,
      language: 'de',
      week: `2027-W${18 + (row % 6)}`,
      attempt: row.toString(16).padStart(64, '0'),
      // One answer in a hundred is missing.
      answers: JSON.stringify(
        Object.fromEntries(
          answered.flatMap(([name, seed]) => (seed === 0 ? [] : [[name, 1 + (seed % 5)]])),
        ),
      ),
      shown: JSON.stringify(ITEMS),
      completed_in: `2027-W${18 + (row % 6)}`,
      answered: ITEMS.length,
      applicable: ITEMS.length,
      disposition: '1.1',
      psn: wavePseudonym(keys.psn, { ...PLACE, link }),
    }
  }
  for (let start = 0; start < responses; start += 50 * PORTION)
    await inTransaction(db, async (transaction) => {
      const end = Math.min(responses, start + 50 * PORTION)
      for (let from = start; from < end; from += PORTION)
        await saveResponses(
          transaction,
          Array.from({ length: Math.min(PORTION, end - from) }, (_, i) => rowAt(from + i)),
        )
    })
}

const [, , task = '', folder = '', given = ''] = process.argv
const house = await houseIn(folder, task === 'fill' ? 'new' : undefined)
try {
  if (task === 'fill') await fill(house, Number(given))
  else {
    const before = performance.now()
    const used = process.cpuUsage()
    const { responses } = await makeFreeze(
      { id: newFreezeId(PLACE, house), place: PLACE, folder: given, by: 'bench' },
      house,
    )
    const { user, system } = process.cpuUsage(used)
    process.stdout.write(
      JSON.stringify({
        responses,
        seconds: (performance.now() - before) / 1000,
        processor: (user + system) / 1e6,
        megabytes: process.resourceUsage().maxRSS / 1024,
      }),
    )
  }
} finally {
  await house.db.destroy()
}
