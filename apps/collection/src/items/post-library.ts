import { LibraryDeposit, LibraryReceipt } from '@echolot/contract/items'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { listVersions, saveLibraryVersion } from '../store/library.ts'
import { lockFor } from '../store/locks.ts'

const LIMIT = 1_000_000

export const postLibraryEntry = endpoint({
  method: 'post',
  path: '/v1/library',
  summary: 'Puts items into the library, for other questionnaires.',
  access: byRole('designer'),
  body: LibraryDeposit,
  limit: LIMIT,
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: LibraryReceipt,
  run: ({ caller, body }, house: House) =>
    put({ entry: randomId(), version: 1, deposit: body, caller }, house),
})

export const postLibraryVersion = endpoint({
  method: 'post',
  path: '/v1/library/:id/versions',
  summary: 'A newer version of what lies in the library; the earlier ones stay.',
  access: byRole('designer'),
  body: LibraryDeposit,
  limit: LIMIT,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: LibraryReceipt,
  run: async ({ caller, params: { id }, body }, house: House) => {
    await lockFor(house.db, `library:${id}`)
    const [newest] = await listVersions(house.db, id)
    if (!newest) throw notFound({ what: 'library entry' })
    return put({ entry: id, version: newest.version + 1, deposit: body, caller }, house)
  },
})

const put = async (
  {
    entry,
    version,
    deposit: { content, ...about },
    caller,
  }: {
    readonly entry: string
    readonly version: number
    readonly deposit: LibraryDeposit
    readonly caller: Staff
  },
  house: House,
) => {
  await saveLibraryVersion(house.db, {
    entry,
    version,
    about: JSON.stringify(about),
    content: JSON.stringify(content),
    put_on: dayOf(house.now()),
    put_by: caller.id,
    put_by_name: caller.name,
  })
  await writeAudit(house, {
    actor: caller.id,
    act: 'library.put',
    obj: `${entry}/${version}`,
    params: { origin: about.origin },
  })
  return { id: entry, version }
}
