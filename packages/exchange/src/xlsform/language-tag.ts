const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/
/** Languages that a form's header may name in words, in English or in their own. */
const CODES =
  'af am ar az be bg bn bs ca ceb cs cy da de el en es et eu fa fi fil fr ga gl gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mk ml mn mr ms mt my ne nl no ny om or pa pl prs ps pt ro ru rw sd si sk sl sn so sq sr ss st su sv sw ta te tg th ti tk tl tn tr ts uk ur uz vi xh yo zh zu'.split(
    ' ',
  )

const names = new Map<string, string>()
const tagByName = (name: string): string | undefined => {
  if (names.size === 0)
    for (const code of CODES)
      for (const language of ['en', code]) {
        const said = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(
          code,
        )
        if (said !== undefined) names.set(said.toLowerCase(), code)
      }
  return names.get(name.toLowerCase())
}

/** The BCP 47 tag of a language as a form's header names it: `Deutsch (de)`, `de`, `German`; undefined when unknown. */
export const languageTag = (name: string): string | undefined => {
  const inBrackets = /\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$/.exec(name)?.[1]
  const plain = (inBrackets ?? name).trim()
  const lower = plain.replace(/^[A-Za-z]{2,3}/, (start) => start.toLowerCase()).replaceAll('_', '-')
  return tagByName(plain) ?? (TAG.test(lower) ? lower : undefined)
}

/** A private tag for a language without one. */
export const privateTag = (name: string): string =>
  `qaa-x-${
    name
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .toLowerCase()
      .slice(0, 8) || 'other'
  }`
