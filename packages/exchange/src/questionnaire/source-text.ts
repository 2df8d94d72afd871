import { notThisFormat } from './problems.ts'

/** Larger than any questionnaire; texts and pictures inside included. */
const LONGEST = 40_000_000

/**
 * The characters of a file in UTF-8 or, where its first bytes say so, UTF-16.
 * @throws not-this-format when it is too long or no text
 */
export const sourceText = (source: Uint8Array | string, format: string): string => {
  const refuse = (message: string, remedy: string) =>
    notThisFormat({ format, place: 'the whole file', message, remedy })
  if (source.length > LONGEST)
    throw refuse('The file is too large.', 'Export the questionnaire without its responses.')
  if (typeof source === 'string') return source.replace(/^\uFEFF/, '')
  const encoding =
    source[0] === 0xff && source[1] === 0xfe
      ? 'utf-16le'
      : source[0] === 0xfe && source[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(source).replace(/^\uFEFF/, '')
  } catch {
    throw refuse(
      'The file is no text in UTF-8.',
      'Unpack it if it is an archive, and export it again.',
    )
  }
}
