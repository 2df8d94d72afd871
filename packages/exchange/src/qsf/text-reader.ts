import type { Localized } from '@echolot/instrument'
import type { LossList } from '../questionnaire/loss-list.ts'
import { FOUND } from '../questionnaire/text-findings.ts'
import { type CleanText, localized, plainText, safeHtml } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import { decoded } from './carried-choices.ts'
import type { Item } from './declare-items.ts'
import { tagOf } from './qsf-survey.ts'

/** Texts by Qualtrics' language codes. */
export type Texts = ReadonlyMap<string, string>

export type TextReader = {
  readonly plain: (texts: Texts, path: string) => Localized | undefined
  readonly html: (texts: Texts, path: string) => Localized | undefined
}

const PIPED = /\$\{([a-z]+):\/\/([^}]*)\}/gi

/** Reads texts in all languages, with what is piped into them. */
export const textReader = ({
  base,
  items,
  losses,
  fieldName,
}: {
  readonly base: string
  readonly items: ReadonlyMap<string, Item>
  readonly losses: LossList
  /** Name here of an embedded data field; undefined when nobody sets it. */
  readonly fieldName: (field: string) => string
}): TextReader => {
  const pipe = (kind: string, address: string, path: string): string => {
    const [main = ''] = address.split('?')
    const found = pipedName(kind.toLowerCase(), main)
    if (found !== undefined) return found
    losses.dropped(path, `piped text “\${${kind}://${address}}”`, because('piped-name-in-brackets'))
    return `[${main}]`
  }
  const pipedName = (kind: string, address: string): string | undefined => {
    if (kind === 'e') return `{${fieldName(address.replace(/^Field\//, ''))}}`
    if (kind !== 'q') return undefined
    const [id = '', what = '', first, second] = address.split('/').map(decoded)
    const item = items.get(id)
    if (item === undefined) return undefined
    if (what === 'QuestionText')
      return plainText(String(item.question.json.QuestionText ?? '')).text
    if (what === 'ChoiceDescription' || what === 'ChoiceDisplay') {
      const json = item.choices.find((choice) => choice.id === first)?.json
      return plainText(String((json as { readonly Display?: unknown } | undefined)?.Display ?? ''))
        .text
    }
    if (/TextEntry|TextEntryValue/.test(what) || first === 'SelectedChoicesTextEntry') {
      const key = first === undefined || first === 'SelectedChoicesTextEntry' ? undefined : first
      const beside = key === undefined ? [...item.beside.values()][0] : item.beside.get(key)
      if (beside !== undefined) return `{${beside}}`
      if (item.kind === 'text' || item.kind === 'words') return `{${item.name}}`
    }
    if (item.kind === 'sliders' && first !== undefined) {
      const own = item.values.get(first)
      return own === undefined ? undefined : `{${own}}`
    }
    if (['texts', 'numbers', 'cells'].includes(item.kind) && first !== undefined) {
      const row = item.values.get(first)
      const column = second === undefined ? undefined : item.points.get(second)
      if (row === undefined) return undefined
      return column === undefined ? `{${item.name}.${row}}` : `{${item.name}.${row}.${column}}`
    }
    if (item.kind === 'matrix' && second !== undefined) {
      const row = item.values.get(second)
      return row === undefined ? undefined : `{${item.name}.${row}}`
    }
    if (['single', 'multiple', 'ranking'].includes(item.kind) && /Selected|ChoiceGroup/.test(what))
      return first === undefined || /^Selected/.test(first) ? `{${item.name}}` : undefined
    return undefined
  }
  const read = (
    texts: Texts,
    path: string,
    clean: (text: string) => CleanText,
  ): Localized | undefined => {
    const said = new Map<string, string>()
    for (const [language, text] of texts) {
      const pipes: string[] = []
      const marked = text.replaceAll(PIPED, (_, kind: string, address: string) => {
        pipes.push(pipe(kind, address, path))
        return `\uE000${pipes.length - 1}\uE001`
      })
      const { text: cleaned, findings } = clean(marked)
      for (const finding of findings)
        if (finding === 'formatting')
          losses.grouped('formatting of texts', because('formatting-gone'), path)
        else losses.approximated(path, FOUND[finding].what, FOUND[finding].reason)
      said.set(
        tagOf(language),
        cleaned.replaceAll(/\uE000(\d+)\uE001/g, (_, place: string) => pipes[Number(place)] ?? ''),
      )
    }
    return localized(said, tagOf(base))
  }
  return {
    plain: (texts, path) => read(texts, path, plainText),
    html: (texts, path) => read(texts, path, safeHtml),
  }
}
