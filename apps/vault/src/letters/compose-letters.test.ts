import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StudyFile } from '@echolot/contract/study'
import { newAccessCode } from '@echolot/crypto/access-code'
import { printedAccessCode } from '@echolot/study'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressLinesOf } from '../frame/address-lines.ts'
import {
  composeLetters,
  entryUrlOf,
  type LetterRun,
  type UnprintedLetter,
} from './compose-letters.ts'
import { letterNumberOf } from './letter-number.ts'
import { LetterText } from './letter-text.ts'
import { openPdf, type PageRead } from './read-pdf.testing.ts'

const anna = join(import.meta.dirname, '../../../../surveys/anna')
const read = (name: string) => JSON.parse(readFileSync(join(anna, name), 'utf8'))
const study = StudyFile.parse(read('study.json'))
const invitation = LetterText.parse(read('letters/invitation.json'))
const reminder = LetterText.parse(read('letters/reminder.json'))
const respondentUrl = 'https://umfrage.uni.example/anna'

/** Two more than fit into one batch, so that the joint lies among them. */
const LETTERS = 252

const letterAt = (index: number): UnprintedLetter => ({
  number: letterNumberOf(1, index + 1),
  addressee: {
    salutation: ['Frau', 'Herr', ''][index % 3] as string,
    title: index % 7 === 0 ? 'Dr.' : '',
    givenName: `Şükrü-Élise`,
    familyName: `Muster${'abcdefghij'[index % 10]}`,
    addition: index % 4 === 0 ? 'c/o Probe\nHinterhaus' : '',
    street: 'Übungsstraße',
    houseNumber: String(index + 1),
    postcode: '59320',
    place: 'Ennigerloh',
  },
  language: 'de',
  code: newAccessCode(),
})

const run = (changes: Partial<LetterRun> = {}): LetterRun => ({
  study,
  wave: 'w1',
  respondentUrl,
  texts: [invitation],
  letters: Array.from({ length: LETTERS }, (_, index) => letterAt(index)),
  createdOn: new Date('2027-05-01T12:00:00Z'),
  ...changes,
})

const wholeOf = async (letters: LetterRun) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of composeLetters(letters)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

/** Around the address field the letter may slide in its envelope. */
const PLAY = 3
const WINDOW = { left: 20, right: 105, top: 45, bottom: 90 }
const inWindow = ({ x, y, width, height }: PageRead['items'][number]) =>
  x + width > WINDOW.left - PLAY &&
  x < WINDOW.right + PLAY &&
  y > WINDOW.top - PLAY &&
  y - height < WINDOW.bottom + PLAY

describe('composeLetters', () => {
  const all = run()
  let pdf: Awaited<ReturnType<typeof openPdf>>
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await wholeOf(all)
    pdf = await openPdf(bytes.slice())
  })

  it('makes one tagged sheet a letter', () => {
    expect(pdf.pages).toBe(LETTERS)
    expect(pdf.marked).toBe(true)
  })

  it('says the same on each sheet: address, number, code', async () => {
    for (const [index, { number, addressee, code }] of all.letters.entries()) {
      const { text } = await pdf.page(index + 1)
      expect(text).toContain(`Briefnummer   ${number}`)
      expect(text).toContain(printedAccessCode(code))
      for (const line of addressLinesOf(addressee)) expect(text).toContain(line)
      expect(text).toContain('1/1')
    }
  })

  it.each([1, 2, 250, 251, 252])('has the code of sheet %i in its picture too', async (number) => {
    const { qr } = await pdf.page(number, { look: 'render' })
    const letter = all.letters[number - 1] as UnprintedLetter
    expect(qr?.text).toBe(entryUrlOf(respondentUrl, letter.code))
    expect(qr?.text).toBe(`https://umfrage.uni.example/anna#${letter.code}`)
  })

  it('prints the picture large enough, off the folds and out of the window', async () => {
    const { qr } = await pdf.page(1, { look: 'render' })
    if (!qr) throw new Error('there is a QR code')
    expect(qr.right - qr.left).toBeGreaterThanOrEqual(25)
    expect(qr.bottom - qr.top).toBeGreaterThanOrEqual(25)
    for (const fold of [105, 210])
      expect(Math.min(Math.abs(qr.top - fold), Math.abs(qr.bottom - fold))).toBeGreaterThanOrEqual(
        8,
      )
    expect(qr.top > 105 && qr.bottom < 210).toBe(true)
    expect(qr.top).toBeGreaterThan(WINDOW.bottom + PLAY)
  })

  it('prints the code off the folds and out of the window', async () => {
    const { items } = await pdf.page(1)
    const code = items.find(({ text }) => text === printedAccessCode(all.letters[0]?.code as never))
    if (!code) throw new Error('the code stands on the sheet')
    expect(code.y - code.height).toBeGreaterThanOrEqual(105 + 8)
    expect(code.y).toBeLessThanOrEqual(210 - 8)
  })

  it('shows address and return line in the window, and nothing else', async () => {
    for (const number of [1, 2, 3, 4, 8]) {
      const { items } = await pdf.page(number)
      const shown = items.filter(inWindow).map(({ text }) => text)
      const { addressee } = all.letters[number - 1] as UnprintedLetter
      expect(shown).toEqual([study.returnAddress, ...addressLinesOf(addressee)])
      expect(shown.join(' ')).not.toMatch(/jobcenter|bürgergeld|sgb|leistung|sozialamt/i)
    }
  })

  it('places the address by DIN 5008 form B', async () => {
    const { items } = await pdf.page(8)
    const { addressee } = all.letters[7] as UnprintedLetter
    const lines = addressLinesOf(addressee)
    const placed = lines.map((line) => items.find(({ text }) => text === line))
    for (const item of placed) {
      expect(item?.x).toBeCloseTo(25, 0)
      expect(item?.y).toBeGreaterThan(62.7)
      expect(item?.y).toBeLessThan(90)
      // 10 points; the least the sorting machines read.
      expect(item?.height).toBeGreaterThanOrEqual(3.5)
    }
    const returnLine = items.find(({ text }) => text === study.returnAddress)
    expect(returnLine?.y).toBeGreaterThan(45)
    expect(returnLine?.y).toBeLessThan(62.7)
    const number = items.find(({ text }) => text.startsWith('Briefnummer'))
    expect(number?.x).toBeCloseTo(125, 0)
    expect(number?.y).toBeGreaterThan(50)
    const subject = items.find(({ text }) => text.startsWith('Was hilft Familien im Kreis'))
    expect(subject?.y).toBeGreaterThan(98.5)
    for (const { x, width } of items) expect(x + width).toBeLessThanOrEqual(200)
  })

  it('gives the picture a text and the page its tags, in each batch', async () => {
    for (const number of [1, 251]) {
      const { tags } = await pdf.page(number, { look: 'render' })
      const told = JSON.stringify(tags)
      expect(told).toContain('QR-Code mit Ihrem persönlichen Zugang')
      for (const role of ['Document', 'H1', 'P', 'L', 'Figure'])
        expect(told).toContain(`"role":"${role}"`)
    }
  })

  it('says on every sheet of a demonstration that it is one', async () => {
    const { text } = await pdf.page(5)
    expect(text.match(/SYNTHETISCH/g)?.length).toBe(2)
    const real = await openPdf(
      await wholeOf(run({ study: { ...study, synthetic: false }, letters: [letterAt(0)] })),
    )
    expect((await real.page(1)).text).not.toContain('SYNTH')
  })

  it('speaks to people by what is known of them', async () => {
    expect((await pdf.page(2)).text).toContain('Guten Tag Herr Musterb,')
    expect((await pdf.page(3)).text).toContain('Guten Tag Şükrü-Élise Musterc,')
    expect((await pdf.page(1)).text).toContain('Guten Tag Frau Dr. Mustera,')
  })

  it('fills in the reminder as well', async () => {
    const page = await (
      await openPdf(await wholeOf(run({ texts: [reminder], letters: [letterAt(0)] })))
    ).page(1)
    expect(page.text).toContain('Wenn Sie schon geantwortet haben: vielen Dank!')
    expect(page.text).toContain('31. Mai 2027')
    expect(page.text).not.toMatch(/[{}]/)
  })

  it('prints a reviewed back page with its mark, and no draft', async () => {
    const { easyLanguage } = invitation
    if (!easyLanguage) throw new Error('the invitation has a back page')
    expect(easyLanguage.status).toBe('draft')
    const reviewed = {
      ...invitation,
      easyLanguage: { ...easyLanguage, status: 'reviewed' as const },
    }
    const two = await openPdf(
      await wholeOf(run({ texts: [reviewed], letters: [letterAt(0), letterAt(1)] })),
    )
    expect(two.pages).toBe(4)
    expect((await two.page(1)).text).toContain('1/2')
    const back = (await two.page(4)).text
    expect(back).toContain('2/2')
    expect(back).toContain(letterNumberOf(1, 2))
    expect(back).toContain('In Leichter Sprache')
  })

  it('refuses words that are too long for the sheet', async () => {
    const long = { ...invitation, core: Array.from({ length: 30 }, () => 'Noch ein Satz.') }
    await expect(wholeOf(run({ texts: [long], letters: [letterAt(0)] }))).rejects.toMatchObject({
      type: 'document-refused',
    })
  })

  it('writes a cross-reference for each object', () => {
    const text = Buffer.from(bytes).toString('latin1')
    const start = Number(/startxref\n(\d+)/.exec(text.slice(-60))?.[1])
    const [, count] = /^xref\n0 (\d+)\n/.exec(text.slice(start, start + 40)) ?? []
    const entries = text.slice(start).split('\r\n')
    let checked = 0
    for (let number = 1; number < Number(count); number++) {
      const entry = entries[number] ?? ''
      if (!entry.endsWith('n')) continue
      const offset = Number(entry.slice(0, 10))
      expect(text.slice(offset, offset + String(number).length + 6)).toBe(`${number} 0 obj`)
      checked++
    }
    expect(checked).toBeGreaterThan(LETTERS * 20)
  })
})
