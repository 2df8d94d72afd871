/** Vowel pairs spoken as one: diphthongs, doubled vowels, and the long i. */
const PAIRS = new Set(['au', 'äu', 'eu', 'ei', 'ai', 'ey', 'ay', 'ie', 'aa', 'ee', 'oo', 'ou'])
const VOWELS = new Set([...'aeiouyäöüáàâéèêíìîóòôúùûå'])

/**
 * Places where spelling alone misleads, respelled so that counting vowels gives what is spoken: seams between prefix
 * and stem, Latin endings, and English words of everyday German. `|` parts two vowels.
 */
const RESPELLED: readonly (readonly [RegExp, string])[] = [
  [/qu/g, 'kw'],
  [/(^|·|-)(be|ge)(?=e(?:i|nd|hr|rb|rd|in|ck|bn|ng)|inhalt|u(?:r(?:t|l)|n(?!d)))/g, '$1$2|'],
  [/(mus|lyz|kolos|petrol)e(?=um)/g, '$1e|'],
  [/jubilä(?=um)/g, 'jubilä|'],
  [/(pat|kl|or|effiz|quot|grad|ingred|amb)i(?=en[tz])/g, '$1i|'],
  [/ukra(?=i)/g, 'ukra|'],
  [/na(?=iv)/g, 'na|'],
  [/(hygi|seri)(?=en)/g, '$1|'],
  [/(e-?)?mail/g, '$1mel'],
  [/coach/g, 'kotsch'],
  [/team/g, 'tim'],
  [/online/g, 'onlain'],
  [/(^|-)home/g, '$1hom'],
  [/page(?=$|s)/g, 'padsch'],
  [/service/g, 'sörwis'],
  [/deal/g, 'dil'],
]

/**
 * Syllables of a German word as spoken: vowels, with diphthongs and the long i as one (`Familie` has 3, as Duden parts it).
 * A number or an abbreviation without vowels counts as one. Rules, not a dictionary: seams inside compounds
 * (`Spieleabend`) come out right where the vowels there form no pair.
 */
export const syllablesOf = (word: string): number => {
  let spelled = word.toLowerCase().replaceAll(/[\u00AD·]/g, '|')
  for (const [pattern, spoken] of RESPELLED) spelled = spelled.replaceAll(pattern, spoken)
  let count = 0
  for (let place = 0; place < spelled.length; place++) {
    const letter = spelled[place] ?? ''
    if (!VOWELS.has(letter)) continue
    count++
    if (PAIRS.has(letter + (spelled[place + 1] ?? ''))) place++
  }
  return Math.max(1, count)
}
