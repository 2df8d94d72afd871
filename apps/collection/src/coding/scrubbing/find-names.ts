import type { Span, SpanReason } from '@echolot/contract/coding'
import { type Finder, spanOf, spansOf } from './found.ts'
import type { Word } from './text.ts'
import { EVERYDAY_NOUNS } from './words/everyday-nouns.ts'
import { GIVEN_NAMES } from './words/given-names.ts'

const TITLES = new Set(
  `doktor pfarrer pastor schwester bruder tante onkel oma opa hausmeister trainer lehrer lehrerin nachbarin nachbar kollege kollegin frau herr herrn hr fr dr prof familie fam fräulein mr mrs ms mme bay bayan hanım пан пані господин госпожа сім'я السيد السيدة أستاذ أستاذة دكتور دكتورة عائلة`.split(
    ' ',
  ),
)
const PARTICLES = new Set([
  'von',
  'van',
  'de',
  'der',
  'den',
  'zu',
  'zur',
  'al',
  'el',
  'bin',
  'ibn',
  'abu',
  'dos',
  'da',
])
/** What leads to a name, word by word. */
const INTRODUCTIONS = [
  'ich heiße',
  'ich heisse',
  'heißt',
  'heisst',
  'heißen',
  'namens',
  'name ist',
  'name war',
  'genannt',
  'my name is',
  'named',
  'called',
  'benim adım',
  'adım',
  'adı',
  'меня зовут',
  'мене звати',
  'звати',
  'зовут',
  'اسمي',
  'اسمه',
  'اسمها',
  'mă numesc',
  'nazywam się',
  'mam na imię',
  "je m'appelle",
].map((words) => words.split(' '))
const RELATIONS = new Set(
  `tochter töchter sohn söhne kind kleiner kleine großer große jüngster jüngste ältester älteste mann frau partner partnerin freund freundin bruder schwester mutter vater mama papa oma opa tante onkel cousin cousine neffe nichte enkel enkelin
   baby nachbar nachbarin kollege kollegin chef chefin lehrer lehrerin klassenlehrer klassenlehrerin erzieher erzieherin sachbearbeiter sachbearbeiterin betreuer betreuerin familienhelfer familienhelferin coach coachin beraterin berater
   vermieter vermieterin arzt ärztin kinderarzt kinderärztin hebamme fallmanager fallmanagerin vermittler vermittlerin schulleiter schulleiterin trainer trainerin pfarrer kizi kızım oğlum дочка дочь син сын ابني ابنتي`
    .trim()
    .split(/\s+/),
)
const INITIAL_BEHIND = /(?<!\p{L})\p{Lu}\p{Ll}{1,20} \p{Lu}\.(?!\p{L})/dgu
const INITIAL_BEFORE = /(?<![\p{L}.])(?<!\. ?)\p{Lu}\. ?\p{Lu}\p{Ll}{2,25}/dgu
const INITIALS = /(?<![\p{L}.])\p{Lu}\. ?\p{Lu}\.(?!\p{L})/dgu

export const findNames: Finder = ({ words, plain }) => [
  ...words.flatMap((word, place) => [
    ...behindTitle(words, place),
    ...behindRelation(words, place),
    ...givenName(words, place),
    ...bareWord(words, place),
    ...twoTogether(words, place),
    ...INTRODUCTIONS.flatMap((lead) => introduced(words, place, lead)),
    ...(isPatronymic(word) ? [named(words, place, { count: 1, reason: 'word-ending' })] : []),
  ]),
  ...[INITIAL_BEHIND, INITIAL_BEFORE, INITIALS].flatMap((form) =>
    spansOf(plain, form, { kind: 'name', reason: 'initial' }).filter(
      ({ start, end }) => !isAbbreviation(plain.slice(start, end)),
    ),
  ),
]

const behindTitle = (words: readonly Word[], place: number): readonly Span[] => {
  const word = words[place] as Word
  if (!TITLES.has(word.lower) || !isNear(word.gap)) return []
  const count = nameLength(words, place + 1)
  const next = words[place + 1]
  if (count > 0 && !(next && EVERYDAY_NOUNS.has(next.lower)))
    return [named(words, place, { count: count + 1, reason: 'title-before', certainty: 'sure' })]
  return []
}

/** "meine Tochter Lena", "unsere Nachbarin Frau …": a capital word that is no everyday noun. */
const behindRelation = (words: readonly Word[], place: number): readonly Span[] => {
  const [word, next] = [words[place] as Word, words[place + 1]]
  if (!next || !RELATIONS.has(word.lower) || !/^[ ,:(]{1,3}$/.test(word.gap)) return []
  if (next.capital === 'no' || TITLES.has(next.lower) || EVERYDAY_NOUNS.has(next.lower)) return []
  if (next.capital === 'yes' && word.gap !== ' ' && !GIVEN_NAMES.has(next.lower)) return []
  if (next.capital === 'none' && word.capital !== 'none') return []
  if (NOUN_ENDING.test(next.lower) && !GIVEN_NAMES.has(next.lower)) return []
  return [named(words, place + 1, { count: nameLength(words, place + 1), reason: 'relation' })]
}
const isEverydayNoun = (lower: string) =>
  EVERYDAY_NOUNS.has(lower) || NOUN_ENDING.test(lower) || COMPOUND.test(lower)

/** Everyday nouns as the last part of longer ones. */
const COMPOUND =
  /.(?:arbeit|angebote?|antrag|anträge|amt|ausflug|ausflüge|bahn|bus|büro|center|eltern|fahrt|frauen|gang|geld|gruppe|gruppen|haus|heim|hort|karte|kind|kinder|kindern|kosten|kräfte|kurse|leben|leute|männer|markt|mittel|mutter|not|ort|plan|plätze|platz|preis|raum|räume|rat|recht|sachen|schein|schutz|spiel|tag|tage|verein|vereine|verkehr|wege|weg|werk|wohnung|wohnungen|zentrum|zimmer|zuschlag|zuschuss)$/u
/** No name ends so. */
const NOUN_ENDING =
  /(?:ung|ungen|heit|keit|schaft|tion|tionen|ismus|platz|kurs|zeit|zeiten|hilfe|schule|stelle|stellen)$/u

const givenName = (words: readonly Word[], place: number): readonly Span[] => {
  const word = words[place] as Word
  const bare = word.lower.replace(/['’]?s$/, '')
  const parts = word.lower.split('-')
  const isName =
    word.capital !== 'no' &&
    (GIVEN_NAMES.has(word.lower) ||
      GIVEN_NAMES.has(bare) ||
      parts.every((part) => GIVEN_NAMES.has(part)))
  if (!isName) return []
  return [
    named(words, place, { count: Math.max(1, nameLength(words, place)), reason: 'known-word' }),
  ]
}

const introduced = (
  words: readonly Word[],
  place: number,
  lead: readonly string[],
): readonly Span[] => {
  if (lead.some((word, step) => words[place + step]?.lower !== word)) return []
  const last = words[place + lead.length - 1]
  const next = words[place + lead.length]
  if (!last || !next || !/^[ :,"„“'(]{1,4}$/.test(last.gap)) return []
  if (next.capital === 'no' || EVERYDAY_NOUNS.has(next.lower)) return []
  return [
    named(words, place + lead.length, {
      count: Math.max(1, nameLength(words, place + lead.length)),
      reason: 'introduced',
    }),
  ]
}

/**
 * A capital word that stands where German nouns hardly stand without an article: "Danke an Cosima", "vermisse Tarek". Everyday
 * nouns and endings of nouns are left out, so most of what is left are names.
 */
const bareWord = (words: readonly Word[], place: number): readonly Span[] => {
  const [before, word] = [words[place - 1], words[place] as Word]
  if (word.capital !== 'yes' || !before || before.gap !== ' ' || before.capital === 'yes') return []
  const isBare = BARE.has(before.lower) || /^gewisser?n?$/.test(before.lower)
  if (!isBare || isEverydayNoun(word.lower)) return []
  return [named(words, place, { count: nameLength(words, place), reason: 'introduced' })]
}
/** Two capital words side by side, neither of them an everyday noun or a word that begins sentences: given and family name. */
const twoTogether = (words: readonly Word[], place: number): readonly Span[] => {
  const pair = words.slice(place, place + 2)
  const isPair =
    pair.length === 2 &&
    pair[0]?.gap === ' ' &&
    pair.every(
      ({ lower, capital, text }) =>
        capital === 'yes' &&
        text.length > 2 &&
        text !== text.toUpperCase() &&
        !isEverydayNoun(lower) &&
        !BEGINNINGS.has(lower),
    )
  return isPair ? [named(words, place, { count: 2, reason: 'introduced' })] : []
}
/** Words that begin sentences, and forms of address. */
const BEGINNINGS = new Set(
  `ich du er sie es wir ihr man wer was wie wo wann warum der die das den dem des ein eine einen einem einer kein keine keinen mein meine meinen meinem meiner unser unsere unseren unserem unserer euer eure sein seine ihre ihren ihrem
   dieser diese dieses jeder jede jedes alle alles viele vieles manche einige mehr weniger bessere besserer gute guter gutes schöne kürzere längere schnellere kostenlose bezahlbarer einfache praktische freundliche endlich seit von vor
   nach mit bei für gegen ohne um aus in im am an auf über unter zwischen neben wegen trotz während durch bis zum zur beim vom ins ans und oder aber denn wenn weil dass ob als auch nur noch schon sehr immer nie oft manchmal hier dort
   jetzt heute gestern morgen bitte danke ja nein nicht nichts weiß keiner niemand jemand beide herzlichen vielen lieber liebe unsere im zuletzt früher später dann so eigentlich leider besonders andere anderer neue neuer alte große kleine jetzt im es gab
   firma herr frau`
    .trim()
    .split(/\s+/),
)
const BARE = new Set(
  'an mit von bei ohne für durch und oder wie als vermisse kenne liebe hasse besuche frage fragen danke grüße gegen neben über'.split(
    ' ',
  ),
)

/** Ukrainian and Russian fathers' names and family names, by their ends. */
const isPatronymic = ({ lower, capital }: Word) =>
  capital === 'yes' &&
  /\p{Script=Cyrillic}{3}(?:ович|евич|івна|овна|евна|енко|ченко|чук)$/u.test(lower)

const named = (
  words: readonly Word[],
  from: number,
  {
    count,
    reason,
    certainty = 'likely',
  }: {
    readonly count: number
    readonly reason: SpanReason
    readonly certainty?: Span['certainty']
  },
): Span => {
  const first = words[from] as Word
  const last = words[from + Math.max(1, count) - 1] as Word
  return spanOf(first.start, last.end, { kind: 'name', reason, certainty })
}

/** How many words from here on are one name: given names, particles, a family name. */
const nameLength = (words: readonly Word[], from: number): number => {
  let count = 0
  for (let step = 0; step < 4; step++) {
    const word = words[from + step]
    if (!word) break
    const isPart =
      word.capital === 'yes'
        ? step === 0 ||
          !(
            EVERYDAY_NOUNS.has(word.lower) ||
            TITLES.has(word.lower) ||
            NOUN_ENDING.test(word.lower)
          )
        : word.capital === 'none'
          ? step < 2 && (step === 0 || GIVEN_NAMES.has(words[from]?.lower ?? ''))
          : PARTICLES.has(word.lower) && leadsOn(words, from + step + 1)
    if (!isPart) break
    count = step + 1
    if (!isNear(word.gap)) break
  }
  return count
}

/** Whether particles end in a name: "van der Linde", not "von uns". */
const leadsOn = (words: readonly Word[], from: number): boolean => {
  const word = words[from]
  if (!word || word.capital === 'none') return false
  return word.capital === 'yes'
    ? !EVERYDAY_NOUNS.has(word.lower)
    : PARTICLES.has(word.lower) && words[from + 1]?.capital === 'yes'
}

const isNear = (gap: string) => gap === ' ' || gap === '. ' || gap === '.' || gap === '-'

const isAbbreviation = (text: string) =>
  /^(?:z|u|d|i|s|o|v)\./i.test(text) || /\b[A-Z]\. ?(?:Und|Oder)\b/.test(text)
