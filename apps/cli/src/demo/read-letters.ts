import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a household finds in its envelope: the code, and the number of the letter. */
export type Letter = { readonly code: string; readonly number: string; readonly text: string }

const CODE = /\b([0-9A-HJKMNP-TV-Z]{4})[ -]([0-9A-HJKMNP-TV-Z]{4})[ -]([0-9A-HJKMNP-TV-Z]{4})\b/

/**
 * Opens the letters as the households do: reads every page of the PDF that carries a code.
 * @throws Error if a page with an address has no code.
 */
export const readLetters = async (
  pdf: Uint8Array,
  onPage: (done: number, total: number) => void,
): Promise<readonly Letter[]> => {
  const opening = getDocument({ data: pdf, verbosity: 0 })
  const document = await opening.promise
  const letters: Letter[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
    const code = CODE.exec(text)
    if (code) letters.push({ code: code.slice(1).join(''), number: letterNumberIn(text), text })
    onPage(page, document.numPages)
  }
  await opening.destroy()
  return letters
}

const letterNumberIn = (text: string) =>
  /\bBrief(?:nummer|-Nr\.?)?:?\s+([A-Z0-9-]{4,})/.exec(text)?.[1] ?? ''
