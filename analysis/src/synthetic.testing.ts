import { readFileSync } from 'node:fs'
import { type FreezeRow, type Manifest, writeFreeze } from '@echolot/freeze'
import { codebookOf, type Instrument } from '@echolot/instrument'
import { MISSING, type MissingReason } from '@echolot/study'

const SURVEY = `${import.meta.dirname}/../../surveys/anna`
export const ANNA_PLAN = `${SURVEY}/plan.json`

/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Answers by stratum: the made-up return of the demonstration, 52 + 16 + 75 + 125. */
export const ANNA_RETURN = [52, 16, 75, 125] as const

/** Writes a freeze of invented answers to ANNA's questionnaire; `ofStratum` answers come from each stratum. */
export const writeSyntheticFreeze = (
  folder: string,
  {
    seed,
    ofStratum = ANNA_RETURN,
    synthetic = true,
    plan,
    outcomes = {},
  }: {
    readonly seed: number
    /** Other numbers of some final outcomes. */
    readonly outcomes?: Readonly<Record<string, number>>
    readonly ofStratum?: readonly number[]
    /** False to see how a freeze of real answers is treated. */
    readonly synthetic?: boolean
    /** Text of the plan that is fixed with the cut. */
    readonly plan?: string
  },
): Promise<Manifest> => {
  const instrument: Instrument = JSON.parse(readFileSync(`${SURVEY}/instruments/main.json`, 'utf8'))
  const studyFile = JSON.parse(readFileSync(`${SURVEY}/study.json`, 'utf8'))
  const codebook = codebookOf(instrument)
  const random = seeded(seed)
  // Wishes and weeks have numbers of their own, so that the other answers stay what they were.
  const wishing = seeded(seed + 1)
  const answered = ofStratum.reduce((sum, count) => sum + count, 0)
  const partial = Math.round(answered * 0.075)
  const rows = ofStratum
    .flatMap((count, i) => Array.from({ length: count }, () => String(i + 1)))
    .map((stratum, i): FreezeRow => {
      const made = { ...answersOf(random, stratum), ...wishesOf(wishing) }
      const values: Record<string, number | string | null> = {}
      const missingReasons: Record<string, MissingReason> = {}
      for (const { name, type } of codebook.variables) {
        const value = made[name] ?? (type === 'text' || type === 'date' ? null : MISSING.noAnswer)
        values[name] = value
        if (value === null || value === MISSING.noAnswer)
          missingReasons[name] = name in made ? 'blank' : 'routed'
      }
      return {
        case: Math.floor(random() * 2 ** 48)
          .toString(16)
          .padStart(12, '0'),
        stratum,
        mode: random() < 0.71 ? 'web' : random() < 0.85 ? 'paper' : 'phone',
        language: 'de',
        week: `2027-W${18 + Math.floor(7 * wishing() ** 2)}`,
        disposition:
          i % Math.max(1, Math.floor(answered / Math.max(1, partial))) === 0 ? '1.2' : '1.1',
        completed: true,
        values,
        missingReasons,
      }
    })
    .sort((a, b) => (a.case < b.case ? -1 : 1))
  const complete = rows.filter(({ disposition }) => disposition === '1.1').length
  const rest = 1000 - answered - 46 - 12 - 28
  return writeFreeze(folder, {
    study: 'anna',
    wave: 'w1',
    madeOn: '2027-06-20',
    codeVersion: '0.1.0',
    instruments: [instrument],
    codebook,
    rows,
    frame: studyFile.strata.map(
      (s: { stratum: string; label: { de: string }; population: number; mailed: number }) => ({
        stratum: s.stratum,
        label: s.label.de,
        population: s.population,
        mailed: s.mailed,
      }),
    ),
    dispositions: [
      { code: '1.1', count: complete },
      { code: '1.2', count: answered - complete },
      { code: '2.11', count: 31 },
      { code: '2.12', count: 15 },
      { code: '2.33', count: 12 },
      { code: '3.19', count: rest - 46 },
      { code: '3.30', count: 46 },
      { code: '4.10', count: 28 },
    ].map(({ code, count }) => ({ code, count: outcomes[code] ?? count })),
    studyFile: { ...studyFile, synthetic },
    ...(plan === undefined ? {} : { plan }),
  })
}

type Answers = Record<string, number>

const answersOf = (random: () => number, stratum: string): Answers => {
  const chance = (p: number) => random() < p
  const among = (weights: readonly number[]) => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [place, weight] of weights.entries()) {
      left -= weight
      if (left < 0) return place
    }
    return 0
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  /** An answer from 1 to 5 around `mean`; sometimes don't know or blank. */
  const item = (mean: number, factor: number, loading = 0.75) => {
    const draw = random()
    if (draw < 0.025) return MISSING.dontKnow
    if (draw < 0.045) return MISSING.noAnswer
    return Math.min(5, Math.max(1, Math.round(mean + loading * factor + 0.75 * normal())))
  }
  const single = chance(0.5)
  const children = 1 + among([0.42, 0.34, 0.16, 0.06, 0.02])
  const answers: Answers = {
    consent_main: 1,
    consent_quote: chance(0.6) ? 1 : 2,
    hh_partner: single ? 2 : chance(0.06) ? 3 : 1,
    hh_children_n: children,
    resp_age: 1 + among([0.05, 0.34, 0.42, 0.19]),
    resp_edu: 1 + among([0.35, 0.4, 0.06, 0.07, 0.12]),
    resp_lang: 1 + among([0.66, 0.11, 0.07, 0.06, 0.05, 0.05]),
    fill_help: 1 + among([0.86, 0.05, 0.03, 0.03, 0.03]),
    net_size: among([0.15, 0.2, 0.25, 0.2, 0.1, 0.1]),
    lifesat: Math.min(10, Math.max(0, Math.round(5.6 + 2 * normal()))),
    but_use: 1 + among([0.34, 0.07, 0.33, 0.26]),
    jc_contact: 1 + among([0.12, 0.44, 0.3, 0.14]),
  }
  for (let child = 1; child <= Math.min(children, 6); child++) {
    const age = 1 + among([0.2, 0.2, 0.25, 0.2, 0.15])
    answers[`child_age_${child}`] = age
    answers[`child_care_${child}`] = 1 + among([0.3, 0.05, 0.25, 0.2, 0.02, 0.15, 0.03])
    if (age >= 2) answers[`child_club_${child}`] = 1 + among([0.42, 0.34, 0.24])
  }
  const status = 1 + among([0.07, 0.2, 0.17, 0.03, 0.06, 0.14, 0.24, 0.09])
  answers.emp_status = status
  const now =
    status === 1 ? 38 : status === 2 ? 18 + Math.round(4 * normal()) : status === 3 ? 9 : 20
  if (status <= 4) answers.emp_hours_act = Math.max(2, now)
  answers.emp_hours_want = Math.max(
    0,
    Math.min(40, Math.round((status <= 4 ? now : 12) + 6 + 8 * normal())),
  )
  const strain = normal()
  answers.bar_childcare = item(single ? 3.7 : 3, strain, 0.6)
  answers.bar_health = item(2.6, strain, 0.6)
  answers.bar_mobility = item(3, strain, 0.4)
  answers.bar_quali = item(2.8, strain, 0.4)
  answers.bar_language = item(2, strain, 0.3)
  answers.bar_debts = item(2.3, strain, 0.4)
  const scale = (name: string, means: readonly number[], factor: number) => {
    means.forEach((mean, i) => {
      answers[`${name}_${i + 1}`] = item(mean, i === 2 ? -factor : factor)
    })
  }
  scale('hres', [3.8, 4.2, 2.9, 3.7], normal())
  scale('net', [3.2, 3.1, 3, 2.4], normal() - (single ? 0.35 : 0))
  scale('chp', [3.2, 3.6, 3.3, 3.5], normal())
  const office = normal()
  scale('jca', [3.3, 2.9, 3.2, 3.4], office)
  scale(
    'tru',
    [3.1, 2.9, 3.1, 2.8],
    0.7 * office + 0.7 * normal() + (Number(stratum) <= 2 ? 0.15 : 0),
  )
  scale('sef', [3.4, 3, 2.7, 3.3], normal())
  const coached = chance(Number(stratum) <= 2 ? 0.3 : 0.05)
  answers.coach_contact = coached ? (chance(0.5) ? 1 : 2) : 3
  if (coached) scale('coa', [4.2, 4, 2, 3.7], normal())
  const offer = (unknown: number, used: number) => {
    const draw = random()
    return chance(0.02) ? MISSING.preferNotToSay : draw < unknown ? 0 : draw < 1 - used ? 1 : 2
  }
  answers.off_club = offer(0.12, 0.38)
  answers.off_famz = offer(0.35, 0.3)
  answers.off_counsel = offer(0.3, 0.22)
  answers.off_debt = offer(0.36, 0.1)
  answers.off_early = offer(0.4, 0.21)
  answers.off_course = offer(0.2, 0.18)
  return answers
}

/** Ranks of the three wishes chosen first, 0 for the others. */
const wishesOf = (random: () => number): Answers => {
  const ranked = [0.9, 0.6, 0.5, 0.3, 0.3, 0.4, 0.2]
    .map((weight, wish) => ({ wish, key: random() ** (1 / weight) }))
    .sort((a, b) => b.key - a.key)
  return Object.fromEntries(
    ranked.map(({ wish }, place) => [`wish_rank_${wish + 1}`, place < 3 ? place + 1 : 0]),
  )
}
