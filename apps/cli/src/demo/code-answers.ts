import { writeFileSync } from 'node:fs'
import type {
  CodingOverview,
  CodingTasks,
  JointView,
  QuoteDesk,
  Reading,
  ThemeBook,
} from '@echolot/contract/coding'
import type { Progress } from '../progress.ts'
import type { StaffClient } from './staff-client.ts'
import { STUDY, WAVE } from './study-of-demo.ts'

const AT = `/v1/studies/${STUDY}/waves/${WAVE}`
/** This question goes all the way; the other is laid out for visitors to read and code. */
const CODED = 'wish_open'
const LEFT_TO_READ = 'good_open'
const QUOTE_CONSENT = { item: 'consent_quote', agreed: [1] }
/** Quotes that are proposed and approved. */
const QUOTES = 3

/** Made-up themes, and the words by which the demo's coders find them. */
const THEMES = [
  {
    label: 'Betreuung',
    definition: 'Betreuung der Kinder: Zeiten, Plätze, Ferien.',
    example: 'Betreuung auch nach 16 Uhr',
    counterExample: 'Angebote für Jugendliche',
    found: /betreuung/i,
  },
  {
    label: 'Verständliche Briefe',
    definition: 'Briefe, Bescheide und Formulare, die man verstehen kann.',
    example: 'Briefe, die man versteht',
    counterExample: 'ein Anruf statt eines Briefs',
    found: /brief|anruf/i,
  },
  {
    label: 'Bus und Bahn',
    definition: 'Wie man ohne Auto von Ort zu Ort kommt.',
    example: 'ein Bus am Abend',
    counterExample: 'ein Zuschuss zum Führerschein',
    found: /bus/i,
  },
  {
    label: 'Angebote für Jugendliche',
    definition: 'Was Jugendliche tun und wo sie sein können.',
    example: 'mehr für Jugendliche',
    counterExample: 'Betreuung kleiner Kinder',
    found: /jugend/i,
  },
] as const

/**
 * Staff read, mask and code the made-up answers to one open question, settle what they differ in and choose quotes, all
 * through the doors of the collection. Gives the file of themes for the report.
 */
export const codeAnswers = async ({
  file,
  analyst,
  secondAnalyst,
  dataManager,
  progress,
}: {
  readonly file: string
  readonly analyst: StaffClient
  readonly secondAnalyst: StaffClient
  readonly dataManager: StaffClient
  readonly progress: Progress
}): Promise<string> => {
  const at = `${AT}/coding/${CODED}`
  const { staff } = await dataManager.get<CodingOverview>(`${AT}/coding`)
  for (const item of [CODED, LEFT_TO_READ]) {
    await dataManager.put(`${AT}/coding/${item}`, {
      doubled: 30,
      quoteConsent: QUOTE_CONSENT,
      coders: staff.slice(0, 2).map(({ id }) => id),
    })
    await dataManager.post(`${AT}/coding/${item}/drawing`)
  }
  const read = await readAll(at, dataManager)
  await analyst.put(`${at}/themes`, {
    base: 0,
    themes: THEMES.map(({ found: _found, ...theme }) => ({ ...theme, id: null, mergedInto: null })),
    note: 'erste Fassung (erfunden)',
  })
  await dataManager.post(`${at}/dealing`)
  await Promise.all([
    codeOwn(at, analyst, 'as written'),
    codeOwn(at, secondAnalyst, 'sometimes less'),
  ])
  const joint = await analyst.get<JointView>(`${at}/agreement`)
  for (const { id, first, second } of joint.disputed)
    await analyst.put(`${at}/agreement/${id}`, {
      themes: [...new Set([...first, ...second])],
      reason: 'Das Wort steht in der Antwort (erfunden).',
    })
  await quote(at, { analyst, secondAnalyst, dataManager })
  writeFileSync(file, JSON.stringify(await analyst.get(`${AT}/themes`), null, 2))
  progress.say(`${read} answers in own words read, coded by two, ${joint.disputed.length} settled`)
  return file
}

/** A person would look; here the assistant's proposals are taken as they are. */
const readAll = async (at: string, dataManager: StaffClient): Promise<number> => {
  for (let read = 0; ; read++) {
    const { answer } = await dataManager.post<Reading>(`${at}/readings`)
    if (answer === null) return read
    await dataManager.put(`${at}/readings/${answer.id}`, {
      masks: answer.spans.map(({ start, end, kind }) => ({ start, end, kind })),
      smoothed: null,
      verdict: 'pass',
      note: '',
    })
  }
}

/** One of the two overlooks a theme now and then, so that there is something to settle. */
const codeOwn = async (at: string, coder: StaffClient, habit: 'as written' | 'sometimes less') => {
  const { tasks, book } = await coder.get<CodingTasks>(`${at}/tasks`)
  for (const [place, { id, words }] of tasks.entries()) {
    const themes = idsIn(words, book)
    const overlooked = habit === 'sometimes less' && place % 9 === 4
    await coder.put(`${at}/tasks/${id}`, {
      themes: overlooked ? themes.slice(1) : themes,
      version: book.version,
    })
  }
  await coder.post(`${at}/completion`)
}

const idsIn = (words: string, { themes }: Pick<ThemeBook, 'themes'>): readonly string[] =>
  themes
    .filter(({ label }) => THEMES.find((theme) => theme.label === label)?.found.test(words))
    .map(({ id }) => id)

const quote = async (
  at: string,
  {
    analyst,
    secondAnalyst,
    dataManager,
  }: Readonly<Record<'analyst' | 'secondAnalyst' | 'dataManager', StaffClient>>,
) => {
  const { themes, candidates } = await analyst.get<QuoteDesk>(`${at}/quotes`)
  const chosen = themes.slice(0, QUOTES).flatMap((theme) => {
    const candidate = candidates.find(
      (one) => one.themes.includes(theme.id) && !one.words.includes('['),
    )
    return candidate ? [{ theme: theme.id, answer: candidate.id, words: candidate.words }] : []
  })
  const answers = new Set<string>()
  for (const one of chosen) {
    if (answers.has(one.answer)) continue
    answers.add(one.answer)
    const { id } = await analyst.post<{ id: string }>(`${at}/quotes`, {
      ...one,
      role: 'voice',
      harmless: [],
    })
    for (const other of [secondAnalyst, dataManager])
      await other.post(`${at}/quotes/${id}/verdicts`, { verdict: 'approve' })
  }
}
