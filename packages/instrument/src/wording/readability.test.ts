import { describe, expect, it } from 'vitest'
import { gradeWords, readabilityOf } from './readability-of.ts'
import { syllablesOf } from './syllables-of.ts'
import { plainOf, sentencesOf } from './words-of.ts'

const EASY = 'Das Kind geht in die Schule. Es lernt gern.'
const HARD =
  'Die Bewilligung der beantragten Leistungen zur Sicherung des Lebensunterhalts erfolgt vorbehaltlich der abschließenden Prüfung der eingereichten Unterlagen.'

describe('readabilityOf', () => {
  it.each([
    [EASY, [9, 2, 10, 0, 0, 8], 110.5, [-3.029, -2.022, -0.257, -0.498]],
    [HARD, [17, 1, 45, 9, 11, 6], 8.15, [19.45, 19.59, 17.811, 17.349]],
  ])('gives the hand-counted vectors for “%s”', (text, counts, flesch, wiener) => {
    const read = readabilityOf(text)
    expect([
      read?.words,
      read?.sentences,
      read?.syllables,
      read?.threeSyllables,
      read?.sixLetters,
      read?.oneSyllable,
    ]).toEqual(counts)
    expect(Number(read?.flesch.toFixed(2))).toBe(flesch)
    expect(read?.wiener.map((grade) => Number(grade.toFixed(3)))).toEqual(wiener)
    expect(read?.isUnstable).toBe(true)
  })

  it('counts several texts as one, and nothing for no words', () => {
    expect(readabilityOf(EASY.split(/(?<=\.) /))).toEqual(readabilityOf(EASY))
    expect(readabilityOf('<br> – {name}')).toBeUndefined()
  })

  it('does not read tags, entities and placeholders', () => {
    expect(
      readabilityOf(
        '<p class="x">Das Kind geht&nbsp;in die {place} Schule.</p><p>Es lernt gern.</p>',
      ),
    ).toMatchObject({ words: 9, sentences: 2, syllables: 10 })
  })
})

describe('syllablesOf', () => {
  it.each([
    ['Kind', 1],
    ['Schule', 2],
    ['beantragten', 4],
    ['Lebensunterhalts', 5],
    ['abschließenden', 4],
    ['Familie', 3],
    ['Familienzentrum', 5],
    ['Situation', 5],
    ['Betreuung', 3],
    ['Museum', 3],
    ['Jubiläum', 4],
    ['geehrte', 3],
    ['beeinflussen', 4],
    ['Beurteilung', 4],
    ['Geist', 1],
    ['Beere', 2],
    ['Patient', 3],
    ['dient', 1],
    ['Quelle', 2],
    ['Coach', 1],
    ['Team', 1],
    ['Ukrainisch', 4],
    ['Um·frage', 3],
    ['18', 1],
    ['GmbH', 1],
    ['Bauer', 2],
    ['Studium', 3],
    ['Freizeit-Angeboten', 6],
    ['E-Mail', 2],
  ])('%s has %i', (word, count) => {
    expect(syllablesOf(word)).toBe(count)
  })
})

describe('sentencesOf', () => {
  it.each([
    ['Ja. Nein? Doch!', ['Ja.', 'Nein?', 'Doch!']],
    ['Nehmen Sie z. B. Brot. Oder nicht.', ['Nehmen Sie z. B. Brot.', 'Oder nicht.']],
    ['Am 1. Juli bzw. später.', ['Am 1. Juli bzw. später.']],
    ['1.000 Euro', ['1.000 Euro']],
    ['Eins\nZwei', ['Eins', 'Zwei']],
  ])('parts “%s”', (text, expected) => {
    expect(sentencesOf(text).map(({ sentence }) => sentence)).toEqual(expected)
  })
})

it('blanks out without moving anything', () => {
  const text = '<b>Hallo</b> {name}&amp; Du<br>da'
  expect(plainOf(text)).toHaveLength(text.length)
  expect(plainOf(text).indexOf('Du')).toBe(text.indexOf('Du'))
})

it('prints grades outside the scale as such', () => {
  expect([3.9, 6.04, 15.1].map((grade) => gradeWords(grade).de)).toEqual([
    'unter 4',
    '6,0',
    'über 15',
  ])
})
