import type { FrameReceipt } from '@echolot/contract/frames'
import { sha256Hex } from '@echolot/crypto/digest'
import { randomId, shuffled } from '@echolot/crypto/random'
import { dayOf, type StudyId } from '@echolot/study'
import type { Staff } from '../access/login.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { frameNotImportable } from '../problems.ts'
import { saveFrameImport } from '../store/frame-imports.ts'
import { savePersons, saveSample, updatePerson, updateSample } from '../store/persons.ts'
import type { PersonTable } from '../store/tables.ts'
import type { CheckedFrame, FramePerson } from './check-frame.ts'

/**
 * Takes the faultless rows into the frame. Who is there already stays the same person, with the address of the newer file.
 * Part of the caller's transaction.
 * @throws frame-not-importable when not one row is left
 */
export const importFrame = async (
  { db, keyring, now }: House,
  {
    study,
    bytes,
    frame,
    by,
  }: {
    readonly study: StudyId
    readonly bytes: Uint8Array
    readonly frame: CheckedFrame
    readonly by: Staff
  },
): Promise<FrameReceipt> => {
  const { check, persons, duplicatesLeftOut } = frame
  if (persons.length === 0)
    throw frameNotImportable({ check, remedy: 'mend the lines named in findings, then send again' })

  // In an order that is not the file's.
  const fresh = shuffled(persons.filter(({ known }) => known === undefined)).map((row) => ({
    row,
    person: randomId(),
  }))
  await savePersons(
    db,
    fresh.map(({ row, person }) => ({ person, ...columnsOf(row) })),
  )
  await saveSample(
    db,
    fresh.map(({ row, person }) => ({ study, person, ...sampleColumnsOf(row) })),
  )
  for (const row of persons)
    if (row.known !== undefined) {
      await updatePerson(db, { person: row.known, ...columnsOf(row) })
      await updateSample(db, { study, person: row.known, ...sampleColumnsOf(row) })
    }

  const day = dayOf(now())
  await saveFrameImport(db, {
    study,
    digest: await sha256Hex(bytes),
    imported_on: day,
    rows: check.rows,
    imported: fresh.length,
    excluded_protected: check.excludedProtected,
    duplicates: duplicatesLeftOut,
  })
  await writeAudit(
    { db, keyring, now },
    { actor: by.id, act: 'frame.imported', obj: study, n: fresh.length },
  )
  return { imported: fresh.length, check }
}

const columnsOf = (row: FramePerson): Omit<PersonTable, 'person'> => ({
  salutation: row.salutation,
  title: row.title,
  given_name: row.givenName,
  family_name: row.familyName,
  addition: row.addition,
  street: row.street,
  house_number: row.houseNumber,
  postcode: row.postcode,
  place: row.place,
  language: row.language,
  birth_year: row.birthYear,
  match_key: row.matchKey,
})

const sampleColumnsOf = ({ stratum, household, reference }: FramePerson) => ({
  stratum,
  household,
  reference,
})
