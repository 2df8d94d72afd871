import { setTimeout as sleep } from 'node:timers/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Staff } from './staff.ts'

const CODE = /\b([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})\b/

/** Letters for a number, since names have no digits. */
const ending = (i: number) => String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))

/** An address file of `count` people who do not exist; all their names begin with `stem`. */
export const addressFile = (count: number, stem = 'Musterfrau') =>
  [
    'BG-Kennung;Anrede;Vorname;Nachname;Straße;PLZ;Ort;Schicht;Auskunftssperre',
    ...Array.from(
      { length: count },
      (_, i) => `T-${i};Frau;Erika;${stem}${ending(i)};Musterstraße ${i + 1};59320;Ennigerloh;1;`,
    ),
  ].join('\r\n')

/** Imports the file, has letters drawn by two people, fetches the one PDF. */
export const drawLetters = async ({
  clerk,
  lead,
  file,
  wave = 'w1',
}: {
  clerk: Staff
  lead: Staff
  file: string
  wave?: string
}) => {
  await clerk.ask('POST', '/v1/frames', {
    study: 'anna',
    fileName: 'addresses.csv',
    content: Buffer.from(`\uFEFF${file}`).toString('base64'),
  })
  const { id } = await clerk.ask<{ id: string }>('POST', '/v1/mailings', {
    study: 'anna',
    wave,
    kind: 'invitation',
  })
  let mailing = await lead.ask<{ state: string; problem: string | null }>(
    'POST',
    `/v1/mailings/${id}/approval`,
    {},
  )
  while (mailing.state !== 'ready') {
    if (['failed', 'lost'].includes(mailing.state))
      throw new Error(`the mailing is ${mailing.state}: ${mailing.problem}`)
    await sleep(100)
    mailing = await clerk.ask('GET', `/v1/mailings/${id}`)
  }
  const pdf = new Uint8Array(
    await (await clerk.send('POST', `/v1/mailings/${id}/letters`, {})).arrayBuffer(),
  )
  return { mailing: id, pdf, letters: await readLetters(pdf) }
}

/** The text of each page that carries a code, and the code. */
export const readLetters = async (pdf: Uint8Array) => {
  const opening = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await opening.promise
  const letters: { code: string; text: string }[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
    const found = CODE.exec(text)
    if (found) letters.push({ code: found[0], text })
  }
  await opening.destroy()
  return letters
}
