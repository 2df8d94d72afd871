import type { LossList } from '../questionnaire/loss-list.ts'
import { because } from '../reasons/because.ts'
import { languageTag, privateTag } from './language-tag.ts'
import type { Line, Sheet } from './sheet-columns.ts'

/** The languages of the headers; the source language is the settings' or that of columns without one. */
export const languagesOf = (
  sheets: readonly Sheet[],
  setting: Line | undefined,
  losses: LossList,
) => {
  const headers = new Map<string, string>()
  let plain = false
  for (const [place, { columns }] of sheets.entries())
    for (const { name, language } of columns) {
      if (language !== undefined) headers.set(language, '')
      else if (name === 'label' && place === 0) plain = true
    }
  for (const header of headers.keys()) {
    const tag = languageTag(header)
    if (tag === undefined)
      losses.approximated('header of texts', `language “${header}”`, because('language-unknown'))
    headers.set(header, tag ?? privateTag(header))
  }
  const declared = setting?.get('default_language')
  const tagged =
    declared === undefined ? undefined : (languageTag(declared) ?? headers.get(declared))
  const tags = new Set(headers.values())
  const known = tagged !== undefined && (plain || tags.has(tagged)) ? tagged : undefined
  const source =
    known ?? (plain || tags.size === 0 ? (tags.has('en') ? 'und' : 'en') : ([...tags][0] ?? 'en'))
  if (known === undefined && (plain || tags.size === 0))
    losses.approximated(
      'settings',
      'language of the form',
      because('language-assumed', { language: source }),
    )
  const all = [...new Set([source, ...tags])]
  return {
    languages: all,
    tagOf: (header: string) => (header === '' ? source : (headers.get(header) ?? source)),
  }
}
