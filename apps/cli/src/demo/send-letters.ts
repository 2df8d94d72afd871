import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FrameReceipt } from '@echolot/contract/frames'
import type { Mailing } from '@echolot/contract/mailings'
import type { Progress } from '../progress.ts'
import { syntheticAddresses } from './addresses.ts'
import { type Letter, readLetters } from './read-letters.ts'
import type { StaffClient } from './staff-client.ts'
import { STUDY, WAVE } from './study-of-demo.ts'

/** The clerk imports the addresses and orders letters, the lead agrees, the clerk fetches the one PDF. */
export const sendLetters = async ({
  clerk,
  trustLead,
  progress,
  seed,
  folder,
}: {
  clerk: StaffClient
  trustLead: StaffClient
  progress: Progress
  seed: number
  folder: string
}): Promise<readonly Letter[]> => {
  const { imported, check } = await clerk.post<FrameReceipt>('/v1/frames', {
    study: STUDY,
    fileName: 'addresses-synthetic.csv',
    content: Buffer.from(`\uFEFF${syntheticAddresses(seed)}`).toString('base64'),
  })
  progress.say(
    `${imported} synthetic addresses imported, ${check.excludedProtected} protected left out`,
  )

  const order = await clerk.post<Mailing>('/v1/mailings', {
    study: STUDY,
    wave: WAVE,
    kind: 'invitation',
  })
  let mailing = await trustLead.post<Mailing>(`/v1/mailings/${order.id}/approval`)
  while (mailing.state !== 'ready') {
    if (mailing.state === 'failed' || mailing.state === 'lost')
      throw new Error(`the mailing ended as ${mailing.state}: ${mailing.problem}`)
    progress.tick(
      mailing.state === 'registering' ? 'registering codes' : 'drawing codes',
      mailing.done,
      mailing.letters,
    )
    await sleep(150)
    mailing = await clerk.get<Mailing>(`/v1/mailings/${order.id}`)
  }
  progress.say(`${mailing.letters} codes drawn and registered`)

  const pdf = await clerk.download(`/v1/mailings/${order.id}/letters`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'letters-synthetic.pdf'), pdf, { mode: 0o600 })
  progress.say(`letters.pdf, ${(pdf.byteLength / 1e6).toFixed(1)} MB`)
  const letters = await readLetters(pdf, (done, total) =>
    progress.tick('opening letters', done, total),
  )
  if (letters.length !== mailing.letters)
    throw new Error(
      `${mailing.letters} letters were ordered, ${letters.length} codes stand in the PDF`,
    )
  progress.say(`${letters.length} letters read by their households`)
  return letters
}
