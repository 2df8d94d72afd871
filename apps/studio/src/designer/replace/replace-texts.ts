import { type Instrument, type Pointer, setText, textsOf } from '@echolot/instrument'

/** What is looked for in the texts that respondents read. */
export type Wanted = {
  readonly words: string
  /** One language, or `all`. */
  readonly language: string
  /** Whether great and small letters count. */
  readonly letters: 'any' | 'exact'
  /** Whether only whole words count. */
  readonly parts: 'any' | 'whole'
}

/** One text in one language in which something was found, and how often. */
export type TextHit = {
  readonly path: Pointer
  readonly element: string
  readonly property: string
  readonly language: string
  readonly text: string
  readonly count: number
}

/** Texts of all kinds with the words in them: language by language, in the order of the form. */
export const textHits = (instrument: Instrument, wanted: Wanted): readonly TextHit[] =>
  instrument.languages
    .filter(({ tag }) => wanted.language === 'all' || wanted.language === tag)
    .flatMap(({ tag }) =>
      textsOf(instrument, tag).flatMap(({ path, element, property, text }): readonly TextHit[] => {
        const count = text === undefined ? 0 : piecesOf(text, wanted).filter(isFound).length
        return text === undefined || count === 0
          ? []
          : [{ path, element, property, language: tag, text, count }]
      }),
    )

/** A part of a text; what was found is marked. */
export type Piece = { readonly text: string; readonly kind: 'found' | 'between' }

const isFound = ({ kind }: Piece) => kind === 'found'

/** References to answers (`{name}`) and marks of the markup are no words: names have a renaming of their own. */
const NO_WORDS = /(\{[^{}]*\}|<[^>]*>)/

/** A text cut where the words stand in it. */
export const piecesOf = (text: string, { words, letters, parts }: Wanted): readonly Piece[] => {
  if (words === '') return [{ text, kind: 'between' }]
  const escaped = words.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
  const whole =
    parts === 'whole' ? [String.raw`(?<![\p{L}\p{N}_])`, String.raw`(?![\p{L}\p{N}_])`] : ['', '']
  const found = new RegExp(`(${whole[0]}${escaped}${whole[1]})`, letters === 'any' ? 'giu' : 'gu')
  return text.split(NO_WORDS).flatMap((part, place) =>
    place % 2 === 1
      ? [{ text: part, kind: 'between' } as const]
      : part
          .split(found)
          .map((piece, at) => ({ text: piece, kind: at % 2 === 1 ? 'found' : 'between' }) as const)
          .filter((piece) => piece.text !== ''),
  )
}

/** A text with other words where the wanted ones stood. */
export const replacedIn = (text: string, wanted: Wanted, by: string): string =>
  piecesOf(text, wanted)
    .map((piece) => (isFound(piece) ? by : piece.text))
    .join('')

/** The instrument with other words in these texts; translations of a changed source turn stale as with any edit. */
export const replaceTexts = (
  instrument: Instrument,
  hits: readonly TextHit[],
  wanted: Wanted,
  by: string,
): Instrument =>
  hits.reduce(
    (now, { path, language, text }) =>
      setText(now, { path, language, text: replacedIn(text, wanted, by) }),
    instrument,
  )
