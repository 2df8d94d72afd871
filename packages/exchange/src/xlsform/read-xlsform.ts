import type { Localized } from '@echolot/instrument'
import { patternRisk } from '@echolot/routing/safe-pattern'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import type { Imported } from '../loss.ts'
import { fileUnreadable } from '../problems.ts'
import { type LossList, lossList } from '../questionnaire/loss-list.ts'
import { isWholeNumber, nameMaker, valueMaker } from '../questionnaire/names.ts'
import { settle } from '../questionnaire/settle.ts'
import { localized, plainText } from '../questionnaire/texts.ts'
import { type SourceFile, stemOf } from '../source-file.ts'
import { languageTag, privateTag } from './language-tag.ts'
import { parseXPath, type XPath } from './parse-xpath.ts'
import { type Input, type QuestionType, questionType } from './question-type.ts'
import { readWorkbook } from './read-workbook.ts'
import { type Line, readSheet, type Sheet } from './sheet-columns.ts'
import { type Reference, type XPathContext, xpathToExpression } from './xpath-to-expression.ts'

type Json = Record<string, unknown>

/** A question, group or repeat of the form, with what stands in it. */
type Node = {
  readonly line: Line
  readonly type: QuestionType
  /** As the form names it. */
  readonly source: string
  /** As it is named here. */
  readonly name: string
  readonly repeats: readonly string[]
  readonly children: Node[]
}

type Choice = {
  readonly source: string
  readonly value: string | number
  readonly text: Localized
  readonly columns: ReadonlyMap<string, string>
}

/** How many entries a repeat without a fixed count may have. */
const ENTRIES = 10

/**
 * A questionnaire from an XLSForm workbook (`.xlsx` or `.xls`): top-level groups become pages, questions between them
 * pages of their own, repeats become repeated panels. Every line of the form is in the report.
 * @throws file-unreadable when it is no workbook or has no survey sheet
 */
export const readXlsform = (file: SourceFile): Imported => {
  const sheets = readWorkbook(file)
  const rows = sheets.get('survey')
  if (rows === undefined)
    throw fileUnreadable({
      format: 'XLSForm',
      place: `sheets ${[...sheets.keys()].join(', ') || 'none'}`,
      remedy: 'An XLSForm has a sheet “survey”. Name it so, with the columns type, name and label.',
    })
  const survey = readSheet(rows)
  if (!survey.columns.some(({ name }) => name === 'type'))
    throw fileUnreadable({
      format: 'XLSForm',
      place: 'survey, first line',
      remedy: 'The survey sheet needs a column “type” in its first line.',
    })
  const form = formOf(survey, {
    choices: readSheet(sheets.get('choices') ?? sheets.get('choices and columns') ?? []),
    external: readSheet(sheets.get('external_choices') ?? []),
    settings: readSheet(sheets.get('settings') ?? []),
  })
  const { losses } = form
  for (const sheet of sheets.keys())
    if (!KNOWN_SHEETS.has(sheet))
      losses.dropped(`sheet ${sheet}`, 'whole sheet', 'It belongs to no part of a questionnaire.')
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
      pages,
      ...(form.calculated.length > 0 ? { calculatedValues: form.calculated } : {}),
    },
  }
  return settle(built, losses)
}

const KNOWN_SHEETS = new Set([
  'survey',
  'choices',
  'choices and columns',
  'settings',
  'external_choices',
  'columns',
])

type Form = {
  readonly losses: LossList
  readonly languages: readonly string[]
  readonly settings: Line | undefined
  readonly roots: readonly Node[]
  readonly all: readonly Node[]
  readonly lists: ReadonlyMap<string, readonly Choice[]>
  readonly say: (
    texts: ReadonlyMap<string, string>,
    path: string,
    node?: Node,
  ) => Localized | undefined
  readonly pageName: (wanted: string) => string
  readonly panelCounts: { panel: string; from: string }[]
  readonly context: { name: string }[]
  readonly calculated: Json[]
  readonly taken: Map<Node, boolean>
}

const lineOf = (node: Node) => `survey!row ${node.line.line}`

const formOf = (
  survey: Sheet,
  {
    choices,
    external,
    settings,
  }: { readonly choices: Sheet; readonly external: Sheet; readonly settings: Sheet },
): Form => {
  const losses = lossList()
  const setting = settings.lines[0]
  const { languages, tagOf } = languagesOf([survey, choices, external], setting, losses)
  const names = nameMaker('q_')
  const { roots, all } = nodesOf(survey, names, losses)
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
        if (findings.length > 0)
          losses.grouped('markup in texts', 'It is shown as plain text.', path)
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
  const lists = new Map<string, readonly Choice[]>()
  for (const [sheet, title] of [
    [choices, 'choices'],
    [external, 'external_choices'],
  ] as const)
    for (const [list, entries] of listsOf(sheet, title, form))
      if (!lists.has(list)) lists.set(list, entries)
  return Object.assign(form, { lists })
}

/** `${name}` in a text shows an answer. */
const piped = (
  text: string,
  { form, node, path }: { readonly form: Form; readonly node: Node; readonly path: string },
): string =>
  text.replaceAll(/\$\{\s*([^{}]+?)\s*\}/g, (_, name: string) => {
    const found = contextOf(form, node).reference(name, false)
    if (found === undefined || found.inside !== undefined || found.answer.kind !== 'answer') {
      form.losses.approximated(
        path,
        `\${${name}} in a text`,
        'It names no answer that is known there; the text shows the name.',
      )
      return `(${name})`
    }
    return printExpression(found.answer)
  })

const languagesOf = (sheets: readonly Sheet[], setting: Line | undefined, losses: LossList) => {
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
      losses.approximated(
        'header of texts',
        `language “${header}”`,
        'Its tag is unknown. Write it in brackets, e.g. “Deutsch (de)”.',
      )
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
      `The form does not say it; it is taken for “${source}”. Correct it under languages if it is another.`,
    )
  const all = [...new Set([source, ...tags])]
  return {
    languages: all,
    tagOf: (header: string) => (header === '' ? source : (headers.get(header) ?? source)),
  }
}

/** The lines as a tree; ends that close nothing and beginnings without an end are reported. */
const nodesOf = (survey: Sheet, names: (wanted: string) => string, losses: LossList) => {
  const roots: Node[] = []
  const all: Node[] = []
  const open: Node[] = []
  for (const line of survey.lines) {
    const path = `survey!row ${line.line}`
    const cell = line.get('type')
    if (cell === undefined) {
      losses.dropped(
        path,
        `line without type: ${line.filled
          .map(({ text }) => text)
          .join(' | ')
          .slice(0, 80)}`,
        'Give it a type or remove it.',
      )
      continue
    }
    const type = questionType(cell)
    if (type.kind === 'comment') {
      losses.kept(path, 'comment')
      continue
    }
    if (/^(yes|true|1)/i.test(line.get('disabled') ?? '')) {
      losses.dropped(path, `disabled line “${cell}”`, 'It is switched off in the form.')
      continue
    }
    if (type.kind === 'end') {
      const last = open.pop()
      if (last === undefined) losses.dropped(path, cell, 'Nothing is open that it could end.')
      else losses.kept(path, cell)
      continue
    }
    const source = line.get('name') ?? ''
    if (source === '' && type.kind === 'input' && type.of !== 'note')
      losses.approximated(path, 'question without name', 'It was given a name.')
    const repeats = open.flatMap((node) =>
      node.type.kind === 'begin' && node.type.of === 'repeat' ? [node.name] : [],
    )
    const name = names(source || `${type.kind === 'begin' ? type.of : 'row'}_${line.line}`)
    if (source !== '' && name !== source)
      losses.approximated(
        path,
        `name “${source}”`,
        `Data files and conditions take it as “${name}”, which is used everywhere.`,
        name,
      )
    const node: Node = { line, type, source, name, repeats, children: [] }
    ;(open.at(-1)?.children ?? roots).push(node)
    all.push(node)
    if (type.kind === 'begin') open.push(node)
  }
  for (const node of open)
    losses.approximated(
      lineOf(node),
      `begin ${node.source}`,
      'It is never ended; it was closed at the end of the form.',
    )
  return { roots, all }
}

const listsOf = (
  sheet: Sheet,
  title: string,
  form: Form,
): ReadonlyMap<string, readonly Choice[]> => {
  const lines = new Map<string, Line[]>()
  const media = new Set<string>()
  for (const line of sheet.lines) {
    const list = line.get('list_name')
    const path = `${title}!row ${line.line}`
    if (list === undefined || line.get('name') === undefined) {
      form.losses.dropped(path, 'choice without list or name', 'Give it both.')
      continue
    }
    lines.set(list, [...(lines.get(list) ?? []), line])
    for (const { column } of line.filled) if (MEDIA.has(column.name)) media.add(path)
  }
  for (const path of media)
    form.losses.grouped(
      'pictures and sounds of choices',
      'Files beside the form are not taken over; the words stay.',
      path,
    )
  return new Map(
    [...lines].map(([list, own]) => {
      const numeric = own.every((line) => isWholeNumber(line.get('name') ?? ''))
      const make = valueMaker()
      const known = new Map<string, string | number>()
      return [
        list,
        own.map((line): Choice => {
          const source = line.get('name') ?? ''
          const words = form.say(line.texts('label'), `${title}!row ${line.line}`) ?? source
          const key = `${source}\u0000${JSON.stringify(words)}`
          let value = known.get(key)
          if (value === undefined) {
            const made = make(source)
            value = numeric && made === source ? Number(source) : made
            known.set(key, value)
            if (made !== source)
              form.losses.approximated(
                `${title}!row ${line.line}`,
                `choice “${source}”`,
                `Its value became “${made}”; data files and conditions use that.`,
              )
          }
          return {
            source,
            value,
            text: words,
            columns: new Map(
              line.filled
                .filter(({ column }) => column.language === undefined)
                .map(({ column, text }) => [column.name, text]),
            ),
          }
        }),
      ]
    }),
  )
}

const MEDIA = new Set(['image', 'audio', 'video', 'big-image'])

const settingsOf = (form: Form, stem: string) => {
  const { settings, losses } = form
  const title = settings?.get('form_title') ?? settings?.get('title')
  const id = settings?.get('form_id') ?? settings?.get('id_string')
  const version = settings?.get('version')
  for (const { column } of settings?.filled ?? [])
    if (SETTINGS.has(column.name)) losses.kept('settings', column.header)
    else
      losses.dropped(
        'settings',
        column.header,
        'It steers the app that shows the form, not the questionnaire.',
      )
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

/** Which of several questions of one name an expression at `from` means: the one nearest around it. */
const nearest = (form: Form, name: string, from: Node | undefined): Node | undefined => {
  const same = form.all.filter(({ source }) => source === name)
  const others =
    same.length > 0
      ? same
      : form.all.filter(({ source }) => source.toLowerCase() === name.toLowerCase())
  return (
    others.find(
      ({ repeats }) => from !== undefined && repeats.join() === innerRepeats(from).join(),
    ) ??
    others.find(({ repeats }) => isWithin(innerRepeats(from), repeats)) ??
    others[0]
  )
}
const innerRepeats = (node: Node | undefined): readonly string[] => node?.repeats ?? []
const isWithin = (inner: readonly string[], outer: readonly string[]) =>
  outer.every((repeat, place) => inner[place] === repeat)

const contextOf = (form: Form, from: Node | undefined): XPathContext => {
  const referenceTo = (node: Node): Reference => {
    const { type } = node
    const here = innerRepeats(from)
    const holds = holdsOf(node)
    if (type.kind === 'metadata')
      return type.of === 'today'
        ? { answer: { kind: 'call', name: 'today', of: [] }, holds: 'day' }
        : { answer: { kind: 'answer', item: node.name }, holds: 'text' }
    if (!isWithin(here, node.repeats)) {
      const repeat = node.repeats.at(-1) ?? ''
      return {
        answer: { kind: 'answer', item: node.name },
        holds,
        inside: { repeat: { kind: 'answer', item: repeat }, item: node.name },
      }
    }
    const steps = here.length - node.repeats.length
    if (node.repeats.length === 0) return { answer: { kind: 'answer', item: node.name }, holds }
    return {
      answer:
        steps === 0
          ? { kind: 'answer', item: 'panel', part: node.name }
          : {
              kind: 'answer',
              item: Array.from({ length: steps }, () => 'parentPanel').join('.'),
              part: node.name,
            },
      holds,
    }
  }
  return {
    reference: (name) => {
      const found = nearest(form, name, from)
      return found === undefined || !isTaken(found, form) ? undefined : referenceTo(found)
    },
    ...(from === undefined ? {} : { self: referenceTo(from) }),
  }
}

/** Whether a line of the form becomes something that conditions can name. */
const isTaken = (node: Node, form: Form): boolean => {
  const before = form.taken.get(node)
  if (before !== undefined) return before
  // A calculation that leads back to itself is none.
  form.taken.set(node, false)
  const taken = canBeTaken(node, form)
  form.taken.set(node, taken)
  return taken
}

const canBeTaken = (node: Node, form: Form): boolean => {
  const { type, line } = node
  if (type.kind === 'metadata') return type.of === 'today'
  if (type.kind === 'select') return listOf(type.list, form) !== undefined
  if (type.kind === 'begin') return true
  if (type.kind !== 'input' || type.of === 'note') return false
  if (type.of === 'hidden') return node.repeats.length === 0
  if (type.of !== 'calculate') return true
  const tree = parseXPath(line.get('calculation') ?? line.get('default') ?? '')
  return !('fault' in tree) && 'expression' in xpathToExpression(tree, contextOf(form, node))
}

const listOf = (name: string, form: Form): readonly Choice[] | undefined =>
  form.lists.get(name) ??
  [...form.lists].find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1]

const holdsOf = ({ type }: Node): Reference['holds'] => {
  if (type.kind === 'select') return type.select === 'one' ? 'one' : 'many'
  if (type.kind === 'begin') return type.of === 'repeat' ? 'entries' : 'text'
  if (type.kind !== 'input') return 'text'
  if (type.of === 'date' || type.of === 'datetime') return 'day'
  return type.of === 'integer' || type.of === 'decimal' || type.of === 'range' ? 'number' : 'text'
}

/** One condition or calculation as the engine reads it; undefined, and reported, when it cannot be said. */
const translate = (
  form: Form,
  {
    node,
    source,
    what,
    columns,
  }: {
    readonly node: Node
    readonly source: string
    readonly what: string
    readonly columns?: ReadonlyMap<string, string>
  },
): Expression | undefined => {
  const path = lineOf(node)
  const label = `${what} “${source.slice(0, 200)}”`
  const tree = parseXPath(source)
  if ('fault' in tree) {
    form.losses.dropped(
      path,
      label,
      `At character ${tree.at + 1}: ${tree.fault}. Write the condition by hand.`,
    )
    return undefined
  }
  const context = contextOf(form, node)
  const said = xpathToExpression(withValues(tree, form, node), {
    ...context,
    reference: (name, isPath) => {
      const column = isPath ? columns?.get(name.toLowerCase()) : undefined
      return columns !== undefined && isPath && column === undefined && !nearest(form, name, node)
        ? { answer: { kind: 'constant', value: '' }, holds: 'text' }
        : column === undefined
          ? context.reference(name, isPath)
          : { answer: { kind: 'constant', value: column }, holds: 'text' }
    },
  })
  if ('unsaid' in said) {
    form.losses.dropped(path, label, `${said.unsaid}. Write the condition by hand.`)
    return undefined
  }
  if (/[‘’“”„‚]/.test(source))
    form.losses.approximated(
      path,
      label,
      'Its typographic quotation marks were read as straight ones.',
      node.name,
    )
  else if (columns === undefined) form.losses.kept(path, label, node.name)
  return said.expression
}

/** Values of choices as they are named here, where a condition compares with one that was renamed. */
const withValues = (tree: XPath, form: Form, node: Node): XPath => {
  const listFor = (side: XPath): readonly Choice[] | undefined => {
    if (side.kind !== 'reference' && side.kind !== 'self') return undefined
    const target = side.kind === 'self' ? node : nearest(form, side.name, node)
    return target?.type.kind === 'select' ? listOf(target.type.list, form) : undefined
  }
  const renamed = (value: XPath, list: readonly Choice[] | undefined): XPath => {
    if (value.kind !== 'text' || list === undefined) return value
    const choice = list.find(({ source }) => source === value.value)
    if (choice === undefined) return value
    return typeof choice.value === 'number'
      ? { kind: 'number', value: choice.value }
      : { kind: 'text', value: choice.value }
  }
  if (tree.kind === 'operation')
    return {
      ...tree,
      left: renamed(withValues(tree.left, form, node), listFor(tree.right)),
      right: renamed(withValues(tree.right, form, node), listFor(tree.left)),
    }
  if (tree.kind === 'negative') return { ...tree, of: withValues(tree.of, form, node) }
  if (tree.kind !== 'call') return tree
  const inner = tree.of.map((one) => withValues(one, form, node))
  const [first, second] = inner
  return tree.name === 'selected' && first !== undefined && second !== undefined
    ? { ...tree, of: [first, renamed(second, listFor(first))] }
    : { ...tree, of: inner }
}

const pagesOf = (form: Form): readonly Json[] => {
  const pages: Json[] = []
  let loose: Json[] = []
  const close = () => {
    if (loose.length > 0)
      pages.push({ name: form.pageName(`page_${pages.length + 1}`), elements: loose })
    loose = []
  }
  for (const node of form.roots) {
    if (node.type.kind === 'begin' && node.type.of === 'group') {
      close()
      const { type: _, name, ...panel } = groupOf(node, form)
      if (Array.isArray(panel.elements) && panel.elements.length > 0)
        pages.push({ name: form.pageName(String(name)), ...panel })
    } else {
      const own = elementOf(node, form)
      if (node.type.kind === 'begin') close()
      loose.push(...own)
      if (node.type.kind === 'begin') close()
    }
  }
  close()
  return pages
}

const elementOf = (node: Node, form: Form): readonly Json[] => {
  const { type } = node
  const path = lineOf(node)
  switch (type.kind) {
    case 'begin': {
      const element = type.of === 'group' ? groupOf(node, form) : repeatOf(node, form)
      const inner = element.elements ?? element.templateElements
      return Array.isArray(inner) && inner.length > 0 ? [element] : []
    }
    case 'select':
      return selectOf(node, type, form)
    case 'input':
      return inputOf(node, type.of, form)
    case 'metadata':
      form.losses.dropped(
        path,
        `metadata “${type.of}”`,
        type.of === 'today'
          ? 'Conditions that name it use the day of answering.'
          : 'How answering went is kept apart from the answers; identifiers of devices are not collected.',
      )
      return []
    case 'unusable':
      form.losses.dropped(path, `${node.line.get('type')} “${node.source}”`, type.reason)
      return []
    default:
      form.losses.dropped(
        path,
        `type “${node.line.get('type')}”`,
        'This type is unknown. Build the question by hand if it is needed.',
      )
      return []
  }
}

const groupOf = (node: Node, form: Form): Json => {
  form.losses.kept(lineOf(node), `group “${node.source}”`, node.name)
  const appearance = node.line.get('appearance')
  if (appearance !== undefined && appearance !== 'field-list')
    form.losses.approximated(
      lineOf(node),
      `appearance “${appearance}”`,
      'The questions stand below each other.',
      node.name,
    )
  remarkOn(node, form, GROUP_COLUMNS)
  return {
    type: 'panel',
    name: node.name,
    ...titleOf(node, form),
    ...conditionOf(node, form),
    elements: node.children.flatMap((child) => elementOf(child, form)),
  }
}

const repeatOf = (node: Node, form: Form): Json => {
  const path = lineOf(node)
  form.losses.kept(path, `repeat “${node.source}”`, node.name)
  remarkOn(node, form, new Set([...GROUP_COLUMNS, 'repeat_count']))
  return {
    type: 'paneldynamic',
    name: node.name,
    ...titleOf(node, form),
    ...conditionOf(node, form),
    ...countOf(node, form),
    templateElements: node.children.flatMap((child) => elementOf(child, form)),
  }
}

const countOf = (node: Node, form: Form): Json => {
  const path = lineOf(node)
  const source = node.line.get('repeat_count')
  const free = { panelCount: 1, maxPanelCount: ENTRIES }
  if (source === undefined) {
    form.losses.approximated(
      path,
      'repeat without end',
      `At most ${ENTRIES} entries; each of them becomes variables of the data.`,
      node.name,
    )
    return free
  }
  const fixed = Number(source)
  if (Number.isInteger(fixed) && fixed > 0 && fixed <= 100) {
    form.losses.kept(path, `repeat_count ${source}`, node.name)
    return {
      panelCount: fixed,
      minPanelCount: fixed,
      maxPanelCount: fixed,
      allowAddPanel: false,
      allowRemovePanel: false,
    }
  }
  const name = /^\s*\$\{\s*([^{}]+?)\s*\}\s*$/.exec(source)?.[1]
  const from = name === undefined ? undefined : nearest(form, name, node)
  if (
    from?.type.kind === 'input' &&
    from.type.of === 'integer' &&
    from.repeats.length === 0 &&
    node.repeats.length === 0
  ) {
    form.panelCounts.push({ panel: node.name, from: from.name })
    form.losses.approximated(
      path,
      `repeat_count “${source}”`,
      `It follows “${from.name}”, up to ${ENTRIES} entries.`,
      node.name,
    )
    return { panelCount: 0, maxPanelCount: ENTRIES, allowAddPanel: false, allowRemovePanel: false }
  }
  form.losses.approximated(
    path,
    `repeat_count “${source}”`,
    `Entries are added by hand, at most ${ENTRIES}.`,
    node.name,
  )
  return free
}

const GROUP_COLUMNS = new Set(['type', 'name', 'label', 'relevant', 'appearance', 'hint'])

const titleOf = (node: Node, form: Form): Json => {
  const title = form.say(node.line.texts('label'), lineOf(node), node)
  const hint = form.say(node.line.texts('hint'), lineOf(node), node)
  return {
    ...(title === undefined ? {} : { title }),
    ...(hint === undefined ? {} : { description: hint }),
  }
}

const conditionOf = (node: Node, form: Form): Json => {
  const source = node.line.get('relevant')
  if (source === undefined) return {}
  const expression = translate(form, { node, source, what: 'relevant' })
  return expression === undefined ? {} : { visibleIf: printExpression(expression) }
}

const YES = /^\s*(yes|true|true\(\)|1)\s*$/i
const NO = /^\s*(no|false|false\(\)|0)\s*$/i

/** Everything that any question may have: texts, condition, need, default, constraint. */
const questionParts = (node: Node, form: Form): Json => {
  const path = lineOf(node)
  const { line } = node
  const required = line.get('required')
  const readOnly = line.get('read_only')
  const parts: Json = { name: node.name, ...titleOf(node, form), ...conditionOf(node, form) }
  if (required !== undefined && !NO.test(required)) {
    if (YES.test(required)) parts.isRequired = true
    else {
      const expression = translate(form, { node, source: required, what: 'required' })
      if (expression !== undefined) parts.requiredIf = printExpression(expression)
    }
    const message = form.say(line.texts('required_message'), path, node)
    if (message !== undefined) parts.requiredErrorText = message
  }
  if (readOnly !== undefined && !NO.test(readOnly)) {
    if (YES.test(readOnly)) parts.readOnly = true
    else {
      const expression = translate(form, { node, source: readOnly, what: 'read_only' })
      if (expression !== undefined)
        parts.enableIf = printExpression({ kind: 'not', of: expression })
    }
  }
  return { ...parts, ...defaultOf(node, form), ...constraintOf(node, form) }
}

const defaultOf = (node: Node, form: Form): Json => {
  const source = node.line.get('default')
  if (source === undefined) return {}
  const { type } = node
  if (/\$\{|\(.*\)/.test(source)) {
    const expression = translate(form, { node, source, what: 'default' })
    return expression === undefined ? {} : { defaultValueExpression: printExpression(expression) }
  }
  const path = lineOf(node)
  if (type.kind === 'select') {
    const list = listOf(type.list, form) ?? []
    const values = source
      .split(/\s+/)
      .flatMap((word) => list.filter(({ source: own }) => own === word).map(({ value }) => value))
    if (values.length === 0) {
      form.losses.dropped(path, `default “${source}”`, 'It is none of the choices.')
      return {}
    }
    return { defaultValue: type.select === 'one' ? values[0] : values }
  }
  if (
    type.kind === 'input' &&
    (type.of === 'integer' || type.of === 'decimal' || type.of === 'range')
  ) {
    const value = Number(source)
    if (!Number.isFinite(value)) {
      form.losses.dropped(path, `default “${source}”`, 'It is no number.')
      return {}
    }
    return { defaultValue: value }
  }
  if (type.kind === 'input' && type.of === 'time') {
    const [, hour, minute, half] =
      /^(\d{1,2}):(\d{2})(?::\d{2})?(?:[.:]\d+)?\s*([AP]M)?/i.exec(source) ?? []
    if (hour === undefined || minute === undefined) {
      form.losses.dropped(path, `default “${source}”`, 'It is no time.')
      return {}
    }
    const shift = /pm/i.test(half ?? '') && Number(hour) < 12 ? 12 : 0
    return { defaultValue: `${String(Number(hour) + shift).padStart(2, '0')}:${minute}` }
  }
  return { defaultValue: source }
}

const constraintOf = (node: Node, form: Form): Json => {
  const source = node.line.get('constraint')
  if (source === undefined) return {}
  const path = lineOf(node)
  const message = form.say(node.line.texts('constraint_message'), path, node)
  const tree = parseXPath(source)
  if (!('fault' in tree)) {
    const bounds = boundsOf(tree)
    if (
      bounds !== undefined &&
      node.type.kind === 'input' &&
      (node.type.of === 'integer' || node.type.of === 'decimal')
    ) {
      form.losses.kept(path, `constraint “${source}”`, node.name)
      return {
        ...bounds,
        ...(message === undefined
          ? {}
          : {
              ...(bounds.min === undefined ? {} : { minErrorText: message }),
              ...(bounds.max === undefined ? {} : { maxErrorText: message }),
            }),
      }
    }
    const pattern = patternOf(tree)
    if (pattern !== undefined) {
      const risk = patternRisk(pattern)
      if (risk === undefined) {
        form.losses.kept(path, `constraint “${source}”`, node.name)
        return {
          validators: [
            { type: 'regex', regex: pattern, ...(message === undefined ? {} : { text: message }) },
          ],
        }
      }
      form.losses.dropped(
        path,
        `constraint “${source}”`,
        `The pattern ${risk}. Write a simpler one.`,
      )
      return {}
    }
  }
  const expression = translate(form, { node, source, what: 'constraint' })
  const self = contextOf(form, node).self
  if (expression === undefined || self === undefined) return {}
  return {
    validators: [
      {
        type: 'expression',
        expression: printExpression({
          kind: 'or',
          of: [{ kind: 'empty', of: self.answer }, expression],
        }),
        ...(message === undefined ? {} : { text: message }),
      },
    ],
  }
}

/** `. >= 1 and . <= 9` as bounds that an item itself has. */
const boundsOf = (tree: XPath): { readonly min?: number; readonly max?: number } | undefined => {
  if (tree.kind !== 'operation') return undefined
  if (tree.operator === 'and') {
    const first = boundsOf(tree.left)
    const second = boundsOf(tree.right)
    if (first === undefined || second === undefined) return undefined
    const doubled =
      (first.min !== undefined && second.min !== undefined) ||
      (first.max !== undefined && second.max !== undefined)
    return doubled ? undefined : { ...first, ...second }
  }
  const { left, right, operator } = tree
  const value =
    right.kind === 'number'
      ? right.value
      : right.kind === 'negative' && right.of.kind === 'number'
        ? -right.of.value
        : undefined
  if (left.kind !== 'self' || value === undefined) return undefined
  return operator === '>=' ? { min: value } : operator === '<=' ? { max: value } : undefined
}

const patternOf = (tree: XPath): string | undefined => {
  if (tree.kind !== 'call' || tree.name !== 'regex') return undefined
  const [what, pattern] = tree.of
  return what?.kind === 'self' && pattern?.kind === 'text' ? anchored(pattern.value) : undefined
}
/** A form's pattern must fit the whole answer. */
const anchored = (pattern: string) =>
  pattern.startsWith('^') && pattern.endsWith('$')
    ? pattern
    : `^(?:${pattern.replace(/^\^/, '').replace(/\$$/, '')})$`

const QUESTION_COLUMNS = new Set([
  ...[
    'type',
    'name',
    'label',
    'hint',
    'relevant',
    'required',
    'required_message',
    'read_only',
    'default',
  ],
  ...[
    'constraint',
    'constraint_message',
    'appearance',
    'choice_filter',
    'calculation',
    'parameters',
    'rows',
    'disabled',
  ],
])

/** Columns of this line that nobody here reads. */
const remarkOn = (node: Node, form: Form, known: ReadonlySet<string>): void => {
  const media = node.line.filled.filter(({ column }) => MEDIA.has(column.name))
  if (media.length > 0)
    form.losses.dropped(
      lineOf(node),
      media.map(({ column, text }) => `${column.header} “${text}”`).join(', '),
      'Files beside the form are not taken over.',
    )
  for (const { column } of node.line.filled)
    if (!known.has(column.name) && !MEDIA.has(column.name))
      form.losses.grouped(
        `column “${column.header}”`,
        'It steers something else than the questionnaire and was left out.',
        lineOf(node),
        'dropped',
      )
}

const kept = (node: Node, form: Form, element: Json): readonly Json[] => {
  form.losses.kept(lineOf(node), `${node.line.get('type')} “${node.source}”`, node.name)
  remarkOn(node, form, QUESTION_COLUMNS)
  return [element]
}

const selectOf = (
  node: Node,
  type: QuestionType & { readonly kind: 'select' },
  form: Form,
): readonly Json[] => {
  const path = lineOf(node)
  const { line } = node
  const list = listOf(type.list, form)
  if (list === undefined) {
    form.losses.dropped(
      path,
      `${line.get('type')} “${node.source}”`,
      type.external
        ? `Its choices stand in “${type.list}” beside the form. Put them in by hand.`
        : `There is no list “${type.list}” among the choices.`,
    )
    return []
  }
  const appearance = (line.get('appearance') ?? '').toLowerCase()
  const long = /minimal|autocomplete|search|compact-list/.test(appearance)
  const parts = questionParts(node, form)
  const columns = /columns-(\d+)/.exec(appearance)?.[1]
  const known = appearance
    .split(/\s+/)
    .filter(
      (word) =>
        word !== '' &&
        !/^(minimal|autocomplete|horizontal|columns-\d+|likert|quick|w\d)$/.test(word),
    )
  if (known.length > 0)
    form.losses.approximated(
      path,
      `appearance “${known.join(' ')}”`,
      'The choices are shown in the usual way.',
      node.name,
    )
  const chosen = choicesFor(node, list, form)
  return kept(node, form, {
    type:
      type.select === 'rank'
        ? 'ranking'
        : type.select === 'one'
          ? long
            ? 'dropdown'
            : 'radiogroup'
          : long
            ? 'tagbox'
            : 'checkbox',
    ...parts,
    choices: chosen,
    ...(type.orOther ? { showOtherItem: true } : {}),
    ...(/randomize\s*=\s*true/i.test(line.get('parameters') ?? '')
      ? { choicesOrder: 'random' }
      : {}),
    ...(/horizontal|likert/.test(appearance) && !long && type.select !== 'rank'
      ? { colCount: 0 }
      : {}),
    ...(columns === undefined || long || type.select === 'rank'
      ? {}
      : { colCount: Number(columns) }),
  })
}

const choicesFor = (node: Node, list: readonly Choice[], form: Form): readonly Json[] => {
  const filter = node.line.get('choice_filter')
  const made = new Map<
    string | number,
    { readonly text: Localized; readonly shown: Expression[]; always: boolean }
  >()
  let failed = filter === undefined
  for (const { value, text, columns } of list) {
    const expression =
      failed || filter === undefined
        ? undefined
        : translate(form, { node, source: filter, what: 'choice_filter', columns })
    if (filter !== undefined && expression === undefined) failed = true
    const entry = made.get(value) ?? { text, shown: [], always: false }
    if (expression === undefined) entry.always = true
    else entry.shown.push(expression)
    made.set(value, entry)
  }
  if (filter !== undefined && !failed)
    form.losses.kept(lineOf(node), `choice_filter “${filter}”`, node.name)
  return [...made].map(([value, { text, shown, always }]) => ({
    value,
    text,
    ...(always || failed || shown.length === 0
      ? {}
      : { visibleIf: printExpression({ kind: 'or', of: shown }) }),
  }))
}

const inputOf = (node: Node, input: Input, form: Form): readonly Json[] => {
  const path = lineOf(node)
  const { line } = node
  const appearance = (line.get('appearance') ?? '').toLowerCase()
  switch (input) {
    case 'note': {
      const title = form.say(line.texts('label'), path, node)
      const hint = form.say(line.texts('hint'), path, node)
      if (title === undefined && hint === undefined) {
        form.losses.dropped(path, `note “${node.source}”`, 'It says nothing in words.')
        remarkOn(node, form, QUESTION_COLUMNS)
        return []
      }
      return kept(node, form, {
        type: 'html',
        name: node.name,
        html: asHtml(title ?? '', hint),
        ...conditionOf(node, form),
      })
    }
    case 'calculate':
      return calculatedOf(node, form)
    case 'hidden': {
      const value = line.get('default')
      if (node.repeats.length > 0) {
        form.losses.dropped(
          path,
          `hidden “${node.source}”`,
          'Entries of a repeat have no hidden values here.',
        )
        return []
      }
      if (value === undefined) form.context.push({ name: node.name })
      else
        form.calculated.push({
          name: node.name,
          expression: printExpression({ kind: 'constant', value: value.replace(/\\+$/, '') }),
        })
      form.losses.approximated(
        path,
        `hidden “${node.source}”`,
        value === undefined
          ? 'It became a context value, which the office sets.'
          : 'It became a fixed value that conditions can use.',
      )
      return []
    }
    case 'acknowledge':
      form.losses.approximated(
        path,
        `acknowledge “${node.source}”`,
        'It became a question with the one choice “OK”.',
        node.name,
      )
      remarkOn(node, form, QUESTION_COLUMNS)
      return [
        {
          type: 'radiogroup',
          ...questionParts(node, form),
          choices: [{ value: 'OK', text: 'OK' }],
        },
      ]
    case 'place':
      form.losses.approximated(
        path,
        `${line.get('type')} “${node.source}”`,
        'Devices are not asked where they are; the place is typed.',
        node.name,
      )
      remarkOn(node, form, QUESTION_COLUMNS)
      return [{ type: 'text', ...questionParts(node, form) }]
    case 'range': {
      const parameter = (name: string, otherwise: number) => {
        const found = new RegExp(`\\b${name}\\s*=\\s*(-?[\\d.]+)`, 'i').exec(
          line.get('parameters') ?? '',
        )
        const value = Number(found?.[1])
        return found === null || !Number.isFinite(value) ? otherwise : value
      }
      return kept(node, form, {
        type: 'slider',
        ...questionParts(node, form),
        min: parameter('start', 1),
        max: parameter('end', 10),
        step: parameter('step', 1),
      })
    }
    default: {
      const known = appearance
        .split(/\s+/)
        .filter((word) => word !== '' && !/^(multiline|numbers|thousands-sep|w\d)$/.test(word))
      if (known.length > 0)
        form.losses.approximated(
          path,
          `appearance “${known.join(' ')}”`,
          'The usual input is shown.',
          node.name,
        )
      const barcode = /barcode/i.test(line.get('type') ?? '')
      if (barcode)
        form.losses.approximated(path, `barcode “${node.source}”`, 'The code is typed.', node.name)
      const many =
        input === 'text' && (/multiline/.test(appearance) || Number(line.get('rows') ?? 0) > 1)
      return kept(node, form, {
        type: many ? 'comment' : 'text',
        ...INPUT_TYPES[input],
        ...questionParts(node, form),
        ...(many && Number(line.get('rows')) > 0 ? { rows: Number(line.get('rows')) } : {}),
      })
    }
  }
}

const INPUT_TYPES: Readonly<Partial<Record<Input, Json>>> = {
  integer: { inputType: 'number', step: 1 },
  decimal: { inputType: 'number' },
  date: { inputType: 'date' },
  time: { inputType: 'time' },
  datetime: { inputType: 'datetime-local' },
}

const calculatedOf = (node: Node, form: Form): readonly Json[] => {
  const path = lineOf(node)
  const source = node.line.get('calculation') ?? node.line.get('default')
  remarkOn(node, form, QUESTION_COLUMNS)
  if (source === undefined) {
    form.losses.dropped(path, `calculate “${node.source}”`, 'It calculates nothing.')
    return []
  }
  const expression = translate(form, { node, source, what: 'calculation' })
  if (expression === undefined) return []
  const condition = conditionOf(node, form)
  const printed = printExpression(expression)
  if (node.repeats.length === 0 && condition.visibleIf === undefined) {
    form.calculated.push({ name: node.name, expression: printed, includeIntoResult: true })
    return []
  }
  return [
    { type: 'expression', name: node.name, title: node.source, expression: printed, ...condition },
  ]
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
