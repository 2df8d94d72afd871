import { closeWave } from '../fieldwork/close-wave.ts'
import {
  INSTRUMENT,
  makeOffice,
  openBrowser,
  STUDY,
  sendLetter,
  signIn,
  type TestOffice,
  WAIVED,
  WAVE,
} from '../house.testing.ts'
import { publish } from '../instruments/publish.ts'
import { saveWaveInstrument } from '../store/waves.ts'

/** For tests only: an office whose wave asks two open questions and for the consent to quotes. */

export const place = { study: STUDY, wave: WAVE }
export const AT = `/v1/studies/${STUDY}/waves/${WAVE}`
export const QUOTES = { item: 'quotes', agreed: [1] }

const note = (name: string, sensitivity: string) => ({ name, sensitivity, purpose: 'test' })
const OPEN_INSTRUMENT = {
  ...INSTRUMENT,
  version: '3.0.0',
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [
          {
            type: 'radiogroup',
            name: 'quotes',
            title: 'Dürfen wir Sätze zeigen?',
            choices: [
              { value: 1, text: 'Ja' },
              { value: 2, text: 'Nein' },
            ],
          },
          {
            type: 'comment',
            name: 'good',
            title: { default: 'Was half?', tr: 'Ne yardım etti?' },
            maxLength: 600,
          },
          { type: 'comment', name: 'wish', title: 'Was fehlt?', maxLength: 600 },
        ],
      },
    ],
  },
  variables: [note('quotes', 'plain'), note('good', 'free-text'), note('wish', 'free-text')],
}
const SHOWN = { shown: ['quotes', 'good', 'wish'] }

export type Said = { readonly quotes?: 1 | 2; readonly good?: string; readonly wish?: string }

/** One household that writes. */
export const write = async (office: TestOffice, said: Said) => {
  const letter = await sendLetter(office)
  const browser = openBrowser(office, letter)
  await browser.enter()
  await browser.finish(said, SHOWN).expect(200)
  return browser
}

export const makeCodingOffice = async (more: Parameters<typeof makeOffice>[0] = {}) => {
  const office = await makeOffice({ ...WAIVED, ...more })
  const { id } = await publish(
    { envelope: OPEN_INSTRUMENT as never, proposedBy: 'a', publishedBy: 'b' },
    office.house,
  )
  await saveWaveInstrument(office.house.db, place, id)
  const manager = await signIn(office, 'data_manager', 'mia')
  const second = await signIn(office, 'data_manager', 'max')
  const ana = await signIn(office, 'analyst', 'ana')
  const bo = await signIn(office, 'analyst', 'bo')
  return {
    office,
    manager,
    second,
    ana,
    bo,
    close: () => closeWave({ place, actor: 'test' }, office.house),
    setUp: (item: string, doubled = 100) =>
      manager
        .put(`${AT}/coding/${item}`, { doubled, quoteConsent: QUOTES, coders: [ana.id, bo.id] })
        .expect(204),
    draw: (item: string) => manager.post(`${AT}/coding/${item}/drawing`),
  }
}
export type CodingOffice = Awaited<ReturnType<typeof makeCodingOffice>>

type Read = { readonly id: string; readonly words: string }

/** Passes everything that waits, masking what the assistant proposes. */
export const passAll = async (
  { manager }: CodingOffice,
  item: string,
): Promise<readonly Read[]> => {
  const read: Read[] = []
  for (;;) {
    const { body } = await manager.post(`${AT}/coding/${item}/readings`).expect(200)
    if (body.answer === null) return read
    const { id, words, spans } = body.answer
    await manager
      .put(`${AT}/coding/${item}/readings/${id}`, {
        masks: spans.map(({ start, end, kind }: { start: number; end: number; kind: string }) => ({
          start,
          end,
          kind,
        })),
        smoothed: null,
        verdict: 'pass',
        note: '',
      })
      .expect(200)
    read.push({ id, words })
  }
}

export const theme = (label: string, more: object = {}) => ({
  id: null,
  label,
  definition: `Alles über ${label}.`,
  example: '',
  counterExample: '',
  mergedInto: null,
  ...more,
})

/** Saves themes by their labels; gives their ids. */
export const saveThemes = async (
  { ana }: CodingOffice,
  item: string,
  labels: readonly string[],
) => {
  await ana
    .put(`${AT}/coding/${item}/themes`, {
      base: 0,
      themes: labels.map((label) => theme(label)),
      note: '',
    })
    .expect(200)
  const { body } = await ana.get(`${AT}/coding/${item}/themes`).expect(200)
  return Object.fromEntries(
    body.themes.map(({ id, label }: { id: string; label: string }) => [label, id]),
  ) as Record<string, string>
}

/** Lets a coder code all by a rule and be done. */
export const codeAll = async (
  who: CodingOffice['ana'],
  item: string,
  rule: (words: string) => readonly string[],
) => {
  const { body } = await who.get(`${AT}/coding/${item}/tasks`).expect(200)
  for (const { id, words } of body.tasks)
    await who
      .put(`${AT}/coding/${item}/tasks/${id}`, { themes: rule(words), version: body.book.version })
      .expect(204)
  await who.post(`${AT}/coding/${item}/completion`).expect(204)
}

export const BUS = 'Der Bus fährt zu selten'
export const CARE = 'Mehr Betreuung am Nachmittag'

/** Twelve wishes, dealt to both coders: seven name the bus, five the care. Gives the themes' ids, and the browsers in order. */
export const dealWishes = async (made: CodingOffice) => {
  const browsers = []
  for (let n = 0; n < 12; n++)
    browsers.push(await write(made.office, { quotes: 1, wish: `${n < 7 ? BUS : CARE}, Nr ${n}` }))
  await made.close()
  await made.setUp('wish')
  await made.draw('wish').expect(200)
  await passAll(made, 'wish')
  const ids = await saveThemes(made, 'wish', ['Bus', 'Betreuung', 'Selten'])
  await made.manager.post(`${AT}/coding/wish/dealing`).expect(200, { answers: 12 })
  return { ...(ids as { Bus: string; Betreuung: string; Selten: string }), browsers }
}

/** Codes by the first words of a wish. */
export const byBeginning =
  ({ Bus, Betreuung }: { readonly Bus: string; readonly Betreuung: string }) =>
  (words: string): readonly string[] => [words.startsWith(BUS) ? Bus : Betreuung]
