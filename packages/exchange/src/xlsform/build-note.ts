import type { Localized } from '@echolot/instrument'
import { because } from '../reasons/because.ts'
import { type Form, type Json, lineOf, type Node } from './form.ts'
import { conditionOf } from './form-conditions.ts'
import { kept, QUESTION_COLUMNS, remarkOn } from './form-lines.ts'

/** Words that ask for nothing. */
export const noteOf = (node: Node, form: Form): readonly Json[] => {
  const { line } = node
  const path = lineOf(node)
  const title = form.say(line.texts('label'), path, node)
  const hint = form.say(line.texts('hint'), path, node)
  if (title === undefined && hint === undefined) {
    form.losses.dropped(path, `note “${node.source}”`, because('no-words'))
    remarkOn(node, form, QUESTION_COLUMNS)
    return []
  }
  const calculation = line.get('calculation')
  if (calculation !== undefined)
    form.losses.dropped(
      path,
      `calculation “${calculation.slice(0, 200)}”`,
      because('note-calculates-not'),
    )
  return kept(node, form, {
    type: 'html',
    name: node.name,
    html: asHtml(title ?? '', hint),
    ...conditionOf(node, form),
  })
}

const asHtml = (title: Localized, hint: Localized | undefined): Localized => {
  const languages = new Set(
    [title, hint ?? ''].flatMap((text) =>
      typeof text === 'string' ? ['default'] : Object.keys(text),
    ),
  )
  const inLanguage = (text: Localized | undefined, language: string): string =>
    text === undefined
      ? ''
      : typeof text === 'string'
        ? text
        : (text[language] ?? text.default ?? '')
  const markup = (language: string) =>
    [inLanguage(title, language), inLanguage(hint, language)]
      .filter((text) => text !== '')
      .map((text) => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`)
      .join('')
  return languages.size === 1 && languages.has('default')
    ? markup('default')
    : Object.fromEntries(['default', ...languages].map((language) => [language, markup(language)]))
}
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
