import type { Imported } from '../loss.ts'
import { type LossList, lossList } from '../questionnaire/loss-list.ts'
import { nameMaker } from '../questionnaire/names.ts'
import { settle } from '../questionnaire/settle.ts'
import { localized, plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import { type SourceFile, stemOf } from '../source-file.ts'
import { pagesOf } from './build-pages.ts'
import type { Choice, Form } from './form.ts'
import { listsOf } from './form-choices.ts'
import { piped } from './form-conditions.ts'
import { languagesOf } from './form-languages.ts'
import { withoutLoops } from './form-loops.ts'
import { nodesOf } from './form-nodes.ts'
import { type FormSheets, sheetsOf } from './form-sheets.ts'

/**
 * A questionnaire from an XLSForm workbook (`.xlsx` or `.xls`): top-level groups become pages, questions between them
 * pages of their own, repeats become repeated panels. Every line of the form is in the report.
 * @throws file-unreadable when it is no workbook or has no survey sheet
 */
export const readXlsform = (file: SourceFile): Imported => {
  const losses = lossList()
  const form = formOf(sheetsOf(file, losses), losses)
  const pages = pagesOf(form)
  const { title, name, version } = settingsOf(form, stemOf(file.name))
  const built = {
    name,
    ...(version === undefined ? {} : { version }),
    languages: form.languages,
    format: 'XLSForm',
    reminded: new Set<string>(),
    panelCounts: form.panelCounts,
    context: form.context,
    survey: {
      ...(title === undefined ? {} : { title }),
      // What is not relevant is blank to conditions and not kept.
      clearInvisibleValues: 'onHidden',
      pages,
      ...(form.calculated.length > 0 ? { calculatedValues: form.calculated } : {}),
    },
  }
  return settle(built, losses)
}

const formOf = ({ survey, lists, external, settings }: FormSheets, losses: LossList): Form => {
  const setting = settings.lines[0]
  const { languages, tagOf } = languagesOf([survey, lists, external], setting, losses)
  const names = nameMaker('q_')
  const { roots, all } = nodesOf(withoutLoops(survey.lines, lists, losses), names, losses)
  const form: Form = {
    losses,
    languages,
    settings: setting,
    roots,
    all,
    lists: new Map(),
    say: (texts, path, node) => {
      const own = new Map<string, string>()
      for (const [language, source] of texts) {
        const { text, findings } = plainText(source)
        if (findings.length > 0) losses.grouped('markup in texts', because('plain-text'), path)
        own.set(tagOf(language), node === undefined ? text : piped(text, { form, node, path }))
      }
      return localized(own, languages[0] ?? 'en')
    },
    pageName: nameMaker('page_'),
    panelCounts: [],
    context: [],
    calculated: [],
    taken: new Map(),
  }
  const known = new Map<string, readonly Choice[]>()
  for (const [sheet, title] of [
    [lists, lists.title],
    [external, 'external_choices'],
  ] as const)
    for (const [list, entries] of listsOf(sheet, title, form))
      if (!known.has(list)) known.set(list, entries)
      else losses.dropped(title, `list “${list}”`, because('list-twice'))
  return Object.assign(form, { lists: known })
}

const settingsOf = (form: Form, stem: string) => {
  const { settings, losses } = form
  const title = settings?.get('form_title') ?? settings?.get('title')
  const id = settings?.get('form_id') ?? settings?.get('id_string')
  const version = settings?.get('version')
  for (const { column } of settings?.filled ?? [])
    if (SETTINGS.has(column.name)) losses.kept('settings', column.header)
    else losses.dropped('settings', column.header, because('steers-the-app'))
  return {
    title: title === undefined ? undefined : plainText(title).text,
    name: id ?? stem,
    version,
  }
}
const SETTINGS = new Set([
  'form_title',
  'title',
  'form_id',
  'id_string',
  'version',
  'default_language',
  'allow_choice_duplicates',
])
