import { describe, expect, it } from 'vitest'
import { annaInstrument, instrumentOf } from '../../testing/instruments.ts'
import type { Instrument, VariableNote } from '../instrument.ts'
import { renameItem } from '../rename-item.ts'
import { setText } from '../set-text.ts'
import { acceptWording, withdrawAcceptance, wordingFindings } from './wording-findings.ts'

const LIKERT = [
  { value: 1, text: 'trifft gar nicht zu' },
  { value: 2, text: 'trifft eher nicht zu' },
  { value: 3, text: 'teils-teils' },
  { value: 4, text: 'trifft eher zu' },
  { value: 5, text: 'trifft voll zu' },
]
const asInstrument = (elements: readonly object[], rest: Partial<Instrument> = {}): Instrument =>
  instrumentOf({ pages: [{ name: 'p', elements }] }, rest)
const question = (title: string, rest: object = {}) =>
  asInstrument([{ type: 'radiogroup', name: 'q', title, choices: [1, 2], ...rest }])
const statement = (text: string, columns: readonly object[] = LIKERT) =>
  asInstrument([
    {
      type: 'matrix',
      name: 'm',
      title: 'Wie sehr trifft das zu?',
      columns,
      rows: [{ value: 's', text }],
    },
  ])
const options = (...choices: readonly (string | { value: number; text: string })[]) =>
  question('Was?', {
    choices: choices.map((choice, place) =>
      typeof choice === 'string' ? { value: place + 1, text: choice } : choice,
    ),
  })

/** The words a rule finds. */
const found = (rule: string, instrument: Instrument, language = 'de') =>
  wordingFindings(instrument, language)
    .filter((finding) => finding.rule === rule)
    .map(({ text, span }) => text.slice(span.start, span.end))
const severities = (rule: string, instrument: Instrument) =>
  wordingFindings(instrument, 'de')
    .filter((finding) => finding.rule === rule)
    .map(({ severity }) => severity)

describe('wordingFindings, one text at a time', () => {
  it.each<[string, Instrument, readonly string[]]>([
    ['L01', statement('Coach oder Jobcenter helfen mir.'), ['oder']],
    ['L01', statement('Mein Coach sowie das Amt helfen mir.'), ['sowie']],
    ['L01', question('Lebt ein Partner oder eine Partnerin mit Ihnen?'), []],
    ['L01', question('Sind Sie mehr oder weniger zufrieden?'), []],
    ['L01', question('Kennen Sie das Angebot (Sport und Musik)?'), []],
    ['L01', question('Wie ist die Rundung?'), []],
    ['L02', statement('Ich bin nicht allein.', [{ value: 1, text: 'wenig' }]), ['nicht']],
    ['L02', statement('Niemand, keiner und kaum jemand'), ['keiner', 'kaum']],
    ['L02', statement('Ich bin unzufrieden und arbeitslos.'), ['unzufrieden', 'arbeitslos']],
    ['L02', statement('Unser Unterricht an der Universität unterscheidet sich.'), []],
    ['L03', statement('Ich bin nicht allein.'), ['nicht']],
    ['L03', statement('Ich bin nicht allein.', [{ value: 1, text: 'wenig' }]), []],
    [
      'L03',
      statement('Es ist nicht unwichtig.', [{ value: 1, text: 'wenig' }]),
      ['nicht unwichtig'],
    ],
    ['L03', statement('Ich bin allein.'), []],
    ['L04', question('Finden Sie nicht auch, dass das hilft?'), ['Finden Sie nicht auch']],
    ['L04', question('Sind Sie auch der Meinung?'), ['Sind Sie auch der Meinung']],
    ['L04', question('Wie finden Sie das?'), []],
    [
      'L05',
      statement('eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn'),
      [],
    ],
    ['L06', question('Gibt es einen Mehrbedarfszuschlag?'), ['Mehrbedarfszuschlag']],
    ['L06', question('Gibt es ein Familienzentrum?'), []],
    ['L06', question('Gibt es Freizeit-Angebote?'), []],
    ['L07', question('Ist die Bedarfsgemeinschaft groß?'), ['Bedarfsgemeinschaft']],
    ['L07', question('Hilft die niedrigschwellige Maßnahme?'), ['niedrigschwellige', 'Maßnahme']],
    ['L07', question('Ist die Familie groß?'), []],
    ['L08', question('Kennen Sie die AWO, z. B. ggf. das BuT?'), ['AWO', 'z. B.', 'ggf.', 'BuT']],
    ['L08', question('Haben Sie E-Mail?'), []],
    ['L09', statement('Mir helfen alle immer.'), ['alle', 'immer']],
    ['L09', statement('Mir hilft vor allem das Coaching im Zimmer.'), []],
    ['L10', statement('Ich treffe oft Freunde.'), ['oft']],
    ['L10', question('Waren Sie in den letzten 4 Wochen oft müde?'), []],
    ['L10', question('Wie oft sind Sie müde?'), []],
    ['L11', question('Nutzen Sie den Bus?'), ['Nutzen']],
    ['L11', question('Nutzen Sie zurzeit den Bus?'), []],
    [
      'L11',
      question('Nutzen Sie den Bus?', {
        description: 'Gemeint sind die letzten 4 Wochen, in den letzten Tagen.',
      }),
      [],
    ],
    ['L11', question('Sind Sie zufrieden?'), []],
    ['L12', question('Würden Sie umziehen, wenn Sie könnten?'), ['Würden', 'könnten']],
    ['L12', question('Was würden Sie sich wünschen?'), []],
    ['L12', question('Ziehen Sie um?'), []],
    ['L13', question('Auf welcher Ebene wurde heute gearbeitet?'), ['wurde']],
    ['L13', question('Was soll besser werden?'), []],
    ['L13', question('Wird es nicht kalt?'), []],
    [
      'L13',
      question('Wissen Sie, wer hilft, wenn es brennt?'),
      ['Wissen Sie, wer hilft, wenn es brennt?'],
    ],
    ['L13', statement('Beratung von Caritas, Diakonie, AWO'), []],
    ['L14', question('Seit wann haben Sie Probleme mit dem Amt?'), ['Seit wann haben']],
    ['L14', question('Seit wann haben Sie Probleme?', { visibleIf: '{x} = 1' }), []],
    ['L14', question('Haben Sie Probleme?'), []],
    ['L22', question('Wie ist Ihre Gesundheit?'), ['Gesundheit']],
    ['L22', question('Welche Religion haben Sie?'), ['Religion']],
    ['L22', question('Wurden Sie verurteilt?'), ['verurteilt']],
    ['L22', question('Wie hoch ist Ihr Haushaltseinkommen?'), ['Haushaltseinkommen']],
    ['L22', question('Welche Hobbys haben Sie?'), []],
    ['L23', question('Wie lautet Ihr Geburtsdatum?', { type: 'text' }), ['Geburtsdatum']],
    ['L23', question('In welcher Straße wohnen Sie?'), ['Straße']],
    ['L23', question('Wer ist Ihr Arbeitgeber?'), ['Arbeitgeber']],
    [
      'L23',
      question('Wie alt ist das Kind?', { type: 'text', inputType: 'number' }),
      ['Wie alt ist das Kind'],
    ],
    ['L23', question('Wie alt ist das Kind?'), []],
    ['L23', question('Welchen Beruf haben Sie?', { type: 'text' }), ['Beruf']],
    ['L23', question('Welchen Beruf haben Sie?'), []],
  ])('%s in %#', (rule, instrument, words) => {
    expect(found(rule, instrument)).toEqual(words)
  })

  it('L05 grows from hint to warning', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'Wort').join(' ')
    expect(severities('L05', question(words(20)))).toEqual([])
    expect(severities('L05', question(words(21)))).toEqual(['hint'])
    expect(severities('L05', question(words(26)))).toEqual(['warning'])
    expect(severities('L05', statement(words(15)))).toEqual(['hint'])
    expect(severities('L05', options('kurz', words(9)))).toEqual(['hint'])
  })

  it('L20 finds a reversed item that only negates', () => {
    const scale = {
      name: 'S',
      label: 'S',
      items: ['s'],
      reversed: ['s'],
      min: 1,
      max: 5,
      minValid: 1,
    }
    expect(found('L20', { ...statement('Das gelingt mir nicht.'), scales: [scale] })).toEqual([
      'nicht',
    ])
    expect(found('L20', statement('Das gelingt mir nicht.'))).toEqual([])
    expect(found('L20', { ...statement('Das misslingt mir.'), scales: [scale] })).toEqual([])
  })

  it('L22 is settled by a note that says why', () => {
    const note: VariableNote = { name: 'q', sensitivity: 'sensitive', purpose: 'Hürde für Arbeit.' }
    expect(found('L22', { ...question('Wie ist Ihre Gesundheit?'), variables: [note] })).toEqual([])
  })

  it('points at the place inside markup', () => {
    const [finding] = wordingFindings(
      question('<b class="oder">Coach</b> oder {oder} Amt?'),
      'de',
    ).filter(({ rule }) => rule === 'L01')
    expect(finding).toMatchObject({
      path: '/survey/pages/0/elements/0/title',
      key: 'q:title',
      element: 'q',
      span: { start: 26, end: 30 },
    })
  })
})

describe('wordingFindings, choices', () => {
  it.each<[string, Instrument, number]>([
    ['L15', options('sehr schlecht', 'gut', 'sehr gut'), 1],
    ['L15', options('sehr schlecht', 'schlecht', 'mittel', 'gut', 'sehr gut'), 0],
    ['L15', options('Ja', 'Nein, aber', 'Nein'), 0],
    ['L16', options('0–5', '5–10'), 1],
    ['L16', options('0 bis 5 Jahre', '7 bis 10 Jahre'), 1],
    ['L16', options('unter 5', '5 bis 10', 'mehr als 10'), 0],
    ['L16', options('unter 500 Euro', '500 bis unter 1.000 Euro', '1.000 Euro und mehr'), 0],
    ['L16', options('unter 500 Euro', '500 bis 1.000 Euro', '1.000 Euro und mehr'), 1],
    ['L16', options('Kein Kontakt', '1 bis 2 Mal', '3 bis 5 Mal', 'Öfter als 5 Mal'), 0],
    ['L16', options('bis 24 Jahre', '25 bis 34 Jahre', '35 Jahre und älter'), 0],
    ['L16', options('bis 30 Minuten', '1 bis 2 Stunden'), 0],
    ['L16', options('Ja', 'Nein'), 0],
    ['L17', options('Ja', 'Nein', ' ja '), 1],
    ['L17', options('Bus', 'Rad', 'Auto', 'Bahn', 'Roller'), 1],
    ['L17', options('Bus', 'Rad', 'Auto', 'Bahn', 'Etwas anderes'), 0],
    [
      'L17',
      question('Kennen Sie das Amt?', {
        choices: [
          { value: 1, text: 'Ja' },
          { value: 2, text: 'Nein' },
        ],
      }),
      1,
    ],
    [
      'L17',
      question('Kennen Sie das Amt?', {
        choices: [
          { value: 1, text: 'Ja' },
          { value: -77, text: 'weiß nicht' },
        ],
      }),
      0,
    ],
  ])('%s in %#', (rule, instrument, times) => {
    expect(found(rule, instrument)).toHaveLength(times)
  })

  it('L16 is an error and points at the two choices', () => {
    expect(found('L16', options('0–5', '5–10', '11–20'))).toEqual(['0–5 | 5–10'])
    expect(severities('L16', options('0–5', '5–10'))).toEqual(['error'])
    expect(severities('L15', options('sehr schlecht', 'gut', 'sehr gut'))).toEqual(['warning'])
  })

  const scaleItems = (turn: boolean, withMiddle = true) => {
    const labels = withMiddle
      ? ['schlecht', 'mittel', 'gut']
      : ['sehr schlecht', 'schlecht', 'gut', 'sehr gut']
    const turned = turn ? labels.toReversed() : labels
    return [labels, labels, turned].map((texts, place) => ({
      type: 'radiogroup',
      name: `q${place}`,
      title: 'Wie?',
      choices: texts.map((text, index) => ({ value: index + 1, text })),
    }))
  }
  const scales = (turn: boolean, withMiddle = true) => asInstrument(scaleItems(turn, withMiddle))

  it('L21 finds the scale that runs the other way', () => {
    expect(
      wordingFindings(scales(true), 'de')
        .filter(({ rule }) => rule === 'L21')
        .map(({ element }) => element),
    ).toEqual(['q2'])
    expect(found('L21', scales(false))).toEqual([])
  })

  it('L15 finds the scale without the middle that others have', () => {
    const mixed = asInstrument([
      ...scaleItems(false),
      {
        type: 'radiogroup',
        name: 'even',
        title: 'Wie?',
        choices: ['schlecht', 'eher schlecht', 'eher gut', 'gut'],
      },
    ])
    expect(found('L15', mixed)).toEqual(['schlecht | eher schlecht | eher gut | gut'])
    expect(found('L15', scales(false, false))).toEqual([])
  })
})

describe('wordingFindings, the whole instrument', () => {
  it('L18 shows the rarer form of address as an error', () => {
    const mixed = asInstrument([
      { type: 'text', name: 'a', title: 'Was wünschen Sie sich?' },
      { type: 'text', name: 'b', title: 'Was hilft Ihnen?' },
      { type: 'text', name: 'c', title: 'Was wünschst du dir?' },
    ])
    expect(found('L18', mixed)).toEqual(['du'])
    expect(severities('L18', mixed)).toEqual(['error'])
    expect(found('L18', question('Was wünschen Sie sich?'))).toEqual([])
  })

  it('L19 finds mixed forms and says how signs are read out', () => {
    const mixed = asInstrument([
      { type: 'text', name: 'a', title: 'Welche Schüler*innen helfen?' },
      { type: 'text', name: 'b', title: 'Welche Lehrer*innen helfen?' },
      { type: 'text', name: 'c', title: 'Welche Trainer:innen helfen?' },
    ])
    expect(found('L19', mixed)).toEqual([
      'Schüler*innen',
      'Lehrer*innen',
      'Trainer:innen',
      'Trainer:innen',
    ])
    const nouns = asInstrument([
      { type: 'text', name: 'a', title: 'Hilft der Coach?' },
      { type: 'text', name: 'b', title: 'Kommt die Coachin?' },
    ])
    expect(found('L19', nouns)).toEqual(['Coachin'])
    expect(found('L19', question('Lebt ein Partner oder eine Partnerin bei Ihnen?'))).toEqual([])
  })

  it('L24 counts rows', () => {
    const rows = (count: number) =>
      asInstrument([
        {
          type: 'matrix',
          name: 'm',
          title: 'Wie?',
          columns: LIKERT,
          rows: Array.from({ length: count }, (_, row) => ({
            value: `r${row}`,
            text: `Zeile ${row}`,
          })),
        },
      ])
    expect(found('L24', rows(8))).toHaveLength(1)
    expect(found('L24', rows(7))).toEqual([])
  })

  it('L25 judges pages with enough words', () => {
    const hard =
      'Die Bewilligung der beantragten Leistungen zur Sicherung des Lebensunterhalts erfolgt vorbehaltlich der abschließenden Prüfung der eingereichten Unterlagen. '
    const note = (html: string) => asInstrument([{ type: 'html', name: 'n', html }])
    expect(found('L25', note(hard + hard))).toHaveLength(1)
    expect(found('L25', note(hard))).toEqual([])
    expect(found('L25', note('Das Kind geht in die Schule. Es lernt gern. '.repeat(5)))).toEqual([])
  })
})

describe('wordingFindings, translations', () => {
  const translated = (source: string, text: string, language = 'en') =>
    asInstrument([{ type: 'text', name: 'q', title: { default: source, [language]: text } }], {
      languages: [
        { tag: 'de', status: 'source', live: true },
        { tag: language, status: 'draft', live: false },
      ],
    })
  it.each<[string, Instrument, string, number]>([
    ['T01', translated('Name', 'What is the name, please?'), 'en', 1],
    ['T01', translated('Name', 'The name'), 'en', 0],
    ['T03', translated('Hallo {name}', 'Hello {nmae}'), 'en', 1],
    ['T03', translated('Hallo {name}', 'Hello {name}'), 'en', 0],
    ['T04', translated('Bis 18 Jahre', 'Up to 81 years'), 'en', 1],
    ['T04', translated('Kinder unter 18 Jahren', 'أطفال دون سن ١٨', 'ar'), 'ar', 0],
    ['T05', translated('Wie alt?', 'How old.'), 'en', 1],
    ['T05', translated('Wie alt?', 'كم العمر؟', 'ar'), 'ar', 0],
    ['T06', translated('Das ist gut.', 'This is good'), 'en', 1],
    ['T06', translated('Das ist gut.', 'Это хорошо.', 'ru'), 'ru', 0],
    ['T08', translated('<b>Ja</b>', '<i>Yes</i>'), 'en', 1],
    ['T08', translated('<b class="x">Ja</b>', '<b>Yes</b>'), 'en', 0],
    ['T09', translated('Ein Satz hier.', '\u2067نص هنا.', 'ar'), 'ar', 1],
    ['T09', translated('Ein Satz hier.', '\u2067نص هنا\u2069.', 'ar'), 'ar', 0],
    ['T09', translated('Ein Satz hier.', 'A phrase here.', 'ar'), 'ar', 1],
    ['T09', translated('Ein Satz hier.', 'A\u200F phrase here.'), 'en', 1],
    ['T10', translated('Das ist ein Satz.', 'Das ist ein Satz.'), 'en', 1],
    ['T10', translated('Job Coach', 'Job Coach'), 'en', 0],
    ['L03', translated('Ja?', "I don't know nothing?"), 'en', 1],
    ['L03', translated('Ja?', "I don't know?"), 'en', 0],
  ])('%s in %#', (rule, instrument, language, times) => {
    expect(found(rule, instrument, language)).toHaveLength(times)
  })

  it('T07 finds a list that is translated by half', () => {
    const half = asInstrument([
      {
        type: 'radiogroup',
        name: 'q',
        title: { default: 'Was?', en: 'What?' },
        choices: [
          { value: 1, text: { default: 'Ja', en: 'Yes' } },
          { value: 2, text: { default: 'Nein' } },
        ],
      },
    ])
    expect(found('T07', half, 'en')).toEqual(['Yes'])
    expect(found('T07', annaInstrument('main'), 'en')).toEqual([])
  })
})

describe('wordingFindings, easy language', () => {
  const easy = (text: string) =>
    asInstrument([{ type: 'html', name: 'n', html: { default: 'x', 'de-x-ls': text } }], {
      languages: [
        { tag: 'de', status: 'source', live: true },
        { tag: 'de-x-ls', status: 'draft', live: false },
      ],
    })
  it.each<[string, string, readonly string[]]>([
    [
      'E01',
      'Machen Ihre Kinder in der Freizeit bei etwas mit?',
      ['Machen Ihre Kinder in der Freizeit bei etwas mit?'],
    ],
    ['E01', 'Wir machen eine Um·frage.', []],
    ['E02', 'Wir fragen, weil wir helfen.', [', weil']],
    ['E02', 'Ja, den ganzen Tag.', []],
    ['E03', 'Wir fragen. Sie antworten.', ['Sie antworten.']],
    ['E03', 'Wir fragen.\nSie antworten.', []],
    ['E04', 'Das ist das Haus des Lehrers.', ['des Lehrers']],
    ['E04', 'Die Arbeit der Gemeinde ist gut.', ['Arbeit der Gemeinde']],
    ['E04', 'Das Haus vom Lehrer ist in der Stadt.', []],
    ['E05', 'Die Antworten werden gelöscht.', ['werden']],
    ['E05', 'Wir löschen die Antworten.', []],
    ['E06', 'Das wäre gut.', ['wäre']],
    ['E06', 'Das möchte ich nicht sagen.', []],
    ['E07', 'Er ging nach Hause.', ['ging']],
    ['E07', 'Er ist nach Hause gegangen.', []],
    ['E08', 'Zum Beispiel die AWO', ['AWO']],
    ['E08', 'Zum Beispiel Sport', []],
    ['E09', 'Sie haben zwei Kinder.', ['zwei']],
    ['E09', 'Sie haben 2 Kinder.', []],
    ['E10', 'Das Job·center sieht Ihre Antworten nicht.', ['nicht']],
    ['E10', 'Wir sehen Ihre Antworten.', []],
    ['E11', 'Die Kinderbetreuung ist gut.', ['Kinderbetreuung']],
    ['E11', 'Die Kinder·betreuung ist gut.', []],
    ['E12', 'Das Job·center hilft.\nDas Job·center fragt.\nDas Jobcenter schreibt.', ['Jobcenter']],
    ['E12', 'Das Job·center hilft.\nDas Job·center fragt.', []],
    ['E14', 'Das kostet 5 % mehr*', ['%', '*']],
    ['E14', 'Das kostet mehr.', []],
  ])('%s: %s', (rule, text, words) => {
    expect(found(rule, easy(text), 'de-x-ls')).toEqual(words)
  })
})

describe('accepting a finding', () => {
  const one = statement('Coach oder Jobcenter helfen mir.')
  const [finding] = wordingFindings(one, 'de').filter(({ rule }) => rule === 'L01')

  it('removes it with a reason until the text changes', () => {
    if (finding === undefined) throw new Error('no finding')
    const accepted = acceptWording(one, finding, {
      reason: 'Meint dieselbe Person.',
      on: '2026-11-22',
    })
    expect(found('L01', accepted)).toEqual([])
    const changed = setText(accepted, {
      path: '/pages/0/elements/0/rows/0/text',
      language: 'de',
      text: 'Coach oder Amt helfen mir.',
    })
    expect(found('L01', changed)).toEqual(['oder'])
    expect(found('L01', withdrawAcceptance(accepted, { ...finding }))).toEqual(['oder'])
    expect(withdrawAcceptance(accepted, finding)).toEqual(one)
  })

  it('follows a renamed item', () => {
    if (finding === undefined) throw new Error('no finding')
    const accepted = acceptWording(one, finding, { reason: 'x' })
    expect(found('L01', renameItem(accepted, { from: 's', to: 'help' }))).toEqual([])
    expect(found('L01', renameItem(accepted, { from: 'm', to: 'matrix_help' }))).toEqual([])
    const list = options('0–5', '5–10')
    const [overlap] = wordingFindings(list, 'de').filter(({ rule }) => rule === 'L16')
    if (overlap === undefined) throw new Error('no finding')
    const settled = acceptWording(list, overlap, { reason: 'x' })
    expect(found('L16', settled)).toEqual([])
    expect(found('L16', renameItem(settled, { from: 'q', to: 'hours' }))).toEqual([])
  })
})

describe('the self-test on ANNA', () => {
  it.each(['main', 'prepost', 'youth'] as const)('finds the statements of %s in order', (name) => {
    const statements = wordingFindings(annaInstrument(name), 'de').filter(
      ({ rule, key }) => /rows\[/.test(key) && /^L0[234569]$/.test(rule),
    )
    expect(statements).toEqual([])
  })

  it('leaves out what nobody can come to', () => {
    const one = statement('Coach oder Jobcenter helfen mir.')
    const unreachable = new Set(['/survey/pages/0/elements/0'])
    expect(wordingFindings(one, 'de', { unreachable })).toEqual([])
  })

  it('says everything in two languages and names its source', () => {
    for (const language of ['de', 'en', 'de-x-ls'])
      for (const { message, remedy, source, span, text } of wordingFindings(
        annaInstrument('main'),
        language,
      )) {
        expect([message.de, message.en, remedy.de, remedy.en, source].every(Boolean)).toBe(true)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
  })
})

it.each([
  `wird ${'ge'.repeat(20_000)}`,
  'a'.repeat(40_000),
  'wird '.repeat(1000),
  '(<{'.repeat(9000),
])('is through with nonsense in a moment (%#)', (text) => {
  const before = performance.now()
  wordingFindings(question(text), 'de')
  expect(performance.now() - before).toBeLessThan(1000)
})
