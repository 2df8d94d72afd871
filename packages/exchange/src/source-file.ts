/** A file from outside: its name, which tells the kind and names the questionnaire, and its bytes. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array }

/** The bytes as text: UTF-8, with or without byte order mark; UTF-16 by its mark; else Windows-1252. */
export const textOfFile = ({ bytes }: SourceFile): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The file's name without folder and ending. */
export const stemOf = (name: string): string =>
  name.replace(/^.*[\\/]/, '').replace(/(\.surveyjs|\.instrument)?\.[^.]+$/i, '')
