import { ASKED, places, SOURCES, type TextRule, wholeWords } from '../text-rule.ts'
import { sentencesOf } from '../words-of.ts'
import { hasPeriod } from './periods.ts'

const TWO_IN_ONE = wholeWords('und', 'oder', 'sowie', 'bzw\\.', 'bzw', 'beziehungsweise')
/** Pairs that ask for one thing. */
const ONE_THING = [
  /(\p{L}+)(e?)\s+(?:oder|und)\s+(?:(?:ein|d|Ihr|kein|mein)\p{L}*\s+)?\1in(?:nen)?(?!\p{L})/giu,
  /(\p{L}+)in(?:nen)?\s+(?:oder|und)\s+(?:(?:ein|d|Ihr|kein|mein)\p{L}*\s+)?\1(?!\p{L})/giu,
  wholeWords(
    'mehr oder weniger',
    'mehr oder minder',
    'ab und zu',
    'ab und an',
    'hin und wieder',
    'nach und nach',
    'mehr und mehr',
    'und so weiter',
    'Bildung und Teilhabe',
    'Kinder(?:n)? und Jugendliche[nr]?',
    'Damen und Herren',
    'Familie und Beruf',
    'rund um',
  ),
]

/** L01. */
export const twoQuestions: TextRule = {
  id: 'L01',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'warning',
  message: (words) => ({
    de: `„${words}“: Wird hier nach zwei Dingen zugleich gefragt?`,
    en: `“${words}”: does this ask for two things at once?`,
  }),
  remedy: {
    de: 'Zwei Fragen daraus machen, oder begründen, warum es eine Sache ist.',
    en: 'Make two questions of it, or say why it is one thing.',
  },
  hits: ({ plain }) => {
    const blank = (part: string) => ' '.repeat(part.length)
    let rest = plain.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, blank)
    for (const pair of ONE_THING) rest = rest.replaceAll(pair, blank)
    return places(rest, TWO_IN_ONE)
  },
}

const LEADING = wholeWords(
  'finden Sie nicht(?: auch)?',
  'finden Sie auch',
  'meinen Sie nicht(?: auch)?',
  'sind Sie (?:auch|nicht auch) der Meinung',
  'stimmen Sie (?:mir )?zu,? dass',
  'wie die meisten',
  'sicherlich',
  'bekanntlich',
  'natürlich',
  'selbstverständlich',
  'zweifellos',
  'wie jeder weiß',
)

/** L04. */
export const leading: TextRule = {
  id: 'L04',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'warning',
  message: (words) => ({
    de: `„${words}“ legt eine Antwort nahe.`,
    en: `“${words}” suggests an answer.`,
  }),
  remedy: { de: 'Neutral fragen.', en: 'Ask neutrally.' },
  hits: ({ plain }) => places(plain, LEADING),
}

const ABSOLUTE = wholeWords('immer', 'nie', 'niemals', 'alle[nr]?', 'jede[nrsm]?', 'ständig')

/** L09. */
export const absolute: TextRule = {
  id: 'L09',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'warning',
  message: (words) => ({
    de: `„${words}“ trifft fast nie ganz zu; Antworten werden dadurch unklar.`,
    en: `“${words}” is hardly ever quite true; answers become unclear.`,
  }),
  remedy: { de: 'Die Häufigkeit in die Skala legen.', en: 'Put the frequency into the scale.' },
  hits: ({ plain }) => places(plain, ABSOLUTE),
}

const VAGUE = wholeWords(
  '(?<!wie )oft',
  'manchmal',
  'regelmäßig(?:e[nmrs]?)?',
  'öfters?',
  'häufig(?:e[nmrs]?)?',
  'gelegentlich',
  'selten',
)

/** L10. */
export const vagueFrequency: TextRule = {
  id: 'L10',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'hint',
  message: (words) => ({
    de: `„${words}“ versteht jede Person anders, wenn kein Zeitraum dabeisteht.`,
    en: `“${words}” means something else to everybody as long as no period is named.`,
  }),
  remedy: {
    de: 'Einen Zeitraum nennen, etwa „in den letzten 4 Wochen“.',
    en: 'Name a period, e.g. “in the last 4 weeks”.',
  },
  hits: (text, judging) => (hasPeriod(text, judging) ? [] : places(text.plain, VAGUE)),
}

const BEHAVIOUR = wholeWords(
  '(?:be)?nutz(?:en|t|te|ten)|genutzt|benutzt',
  '(?:be)?such(?:en|t|te|ten)|besucht|gesucht',
  '(?:an)?ge(?:rufen|macht|kauft|lesen|sehen|gangen|arbeitet|sprochen|raucht|trunken|gessen|spielt|holfen|troffen)',
  '(?:mache|kaufe|lese|gehe|arbeite|spreche|rauche|trinke|esse|spiele|treffe|bewerbe|fahre|helfe|nehme)[nt]?',
  '(?:macht|kauft|liest|geht|arbeitet|spricht|raucht|trinkt|isst|spielt|trifft|fährt|hilft|nimmt)',
  'teil(?:genommen|nehmen)',
  'beantragt|beworben|bekommen|erhalten',
)

/** L11. */
export const missingPeriod: TextRule = {
  id: 'L11',
  source: SOURCES.wording,
  kinds: ['question'],
  severity: 'hint',
  message: (words) => ({
    de: `„${words}“ fragt nach einem Verhalten ohne Zeitraum.`,
    en: `“${words}” asks for behaviour without a period.`,
  }),
  remedy: {
    de: 'Sagen, für welche Zeit die Frage gilt.',
    en: 'Say which time the question is about.',
  },
  hits: (text, judging) => {
    if (!text.plain.includes('?') || text.item?.role === 'container') return []
    if (isWish(text.plain, text.item?.name) || hasPeriod(text, judging)) return []
    return places(text.plain, BEHAVIOUR).slice(0, 1)
  },
}

const HYPOTHETICAL = wholeWords('(?:würde|hätte|wäre|könnte)(?:n|st|t)?')

/** What somebody wishes may be asked as an if. */
const isWish = (plain: string, name = ''): boolean =>
  /wünsch|am liebsten|möchte/i.test(plain) || /wish|wunsch|wuensch/i.test(name)

/** L12. */
export const hypothetical: TextRule = {
  id: 'L12',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'hint',
  message: (words) => ({
    de: `„${words}“ fragt nach etwas Gedachtem; was Menschen dann täten, wissen sie selten.`,
    en: `“${words}” asks for something imagined; people seldom know what they would do.`,
  }),
  remedy: {
    de: 'Nach dem fragen, was war oder ist; bei Wünschen annehmen und begründen.',
    en: 'Ask for what was or is; for wishes accept it with the reason.',
  },
  hits: ({ plain, item }) => (isWish(plain, item?.name) ? [] : places(plain, HYPOTHETICAL)),
}

const PASSIVE = wholeWords(
  '(?:wird|werden|wurden?|worden)(?= [^.!?,;\\n]*?(?<!\\p{L})(?:\\p{L}*ge\\p{L}+t|(?:be|ver|er|ent|zer|miss)\\p{L}{2,}t|\\p{L}+iert)(?!\\p{L}))',
  '(?:wird|werden|wurden?)(?= [^.!?,;\\n]*?(?<!\\p{L})\\p{L}*ge\\p{L}{2,}en\\s*(?:[.!?,;\\n]|$))',
  '(?:\\p{L}*ge\\p{L}+(?:t|en)|(?:be|ver|er|ent|zer|miss)\\p{L}{2,}t) (?:wird|werden|wurden?|worden)',
)

/** Passive voice in German. */
export const passivesIn = (plain: string) => places(plain, PASSIVE)

/** L13: passive voice, or a sentence with two subordinate clauses. */
export const passive: TextRule = {
  id: 'L13',
  source: SOURCES.wording,
  kinds: ['question', 'statement', 'explanation'],
  severity: 'hint',
  message: (words) => ({
    de: `„${words}“: Passiv; wer handelt, bleibt offen.`,
    en: `“${words}”: passive voice; it does not say who acts.`,
  }),
  remedy: { de: 'Aktiv sagen, wer was tut.', en: 'Say in the active voice who does what.' },
  hits: ({ plain }) => [
    ...passivesIn(plain),
    ...sentencesOf(plain)
      .filter(({ sentence }) => commas(sentence) >= 2 && !isEnumeration(sentence))
      .map(({ start, end }) => ({
        start,
        end,
        message: {
          de: 'Ein Satz mit zwei Kommas und mehr ist schwer zu lesen.',
          en: 'A sentence with two commas and more is hard to read.',
        },
        remedy: { de: 'Zwei Sätze daraus machen.', en: 'Make two sentences of it.' },
      })),
  ],
}

const commas = (sentence: string) => sentence.match(/,(?!\d)/g)?.length ?? 0
const BEGINS_CLAUSE =
  /^(?:wer|was|wie|wo|wann|warum|wenn|weil|dass|ob|obwohl|damit|der|die|das|den|dem)(?!\p{L})/u
/** Parts of one or two words between commas list things; they are no clauses. */
const isEnumeration = (sentence: string) =>
  sentence
    .split(/,(?!\d)/)
    .slice(1, -1)
    .every((part) => part.trim().split(/\s+/).length <= 2 && !BEGINS_CLAUSE.test(part.trim()))

const PRESUPPOSING = wholeWords(
  'seit wann (?:haben|sind|leiden|rauchen|trinken|nehmen|besteh\\p{L}*)',
  'wie lange (?:haben|leiden|sind) Sie (?:schon|bereits)',
  'warum (?:haben|sind|wollen|können|nutzen|gehen|kommen)',
  'welche (?:\\p{L}+ )?(?:Probleme|Schwierigkeiten|Sorgen|Hürden?|Ängste|Konflikte) (?:haben|hatten|gab|gibt)',
  'wann haben Sie (?:zuletzt|das letzte Mal|aufgehört)',
  'haben Sie aufgehört',
)

/** L14: asks for the details of something nobody has said yet; a filter before it settles that. */
export const presupposition: TextRule = {
  id: 'L14',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'warning',
  message: (words) => ({
    de: `„${words}“ setzt voraus, was noch niemand gesagt hat.`,
    en: `“${words}” takes for granted what nobody has said yet.`,
  }),
  remedy: {
    de: 'Erst fragen, ob es so ist, und nur dann weiterfragen.',
    en: 'First ask whether it is so, and go on only then.',
  },
  hits: ({ plain, item }) => (item?.visibleIf === undefined ? places(plain, PRESUPPOSING) : []),
}
