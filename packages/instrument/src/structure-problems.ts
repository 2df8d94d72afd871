import { columnsOf } from './columns-of.ts'
import { candidatesOf, EXPRESSION_PROPERTIES, namesInExpression } from './expression-names.ts'
import type { Instrument } from './instrument.ts'
import { type Item, itemsOf, pagesOf } from './items-of.ts'
import { isObject, listOf } from './json.ts'
import { type Pointer, pointerTo } from './pointer.ts'
import { textCompleteness } from './texts-of.ts'

/** One thing to mend in an instrument. Errors keep it from being published; warnings want a look. */
export type StructureProblem = {
  /** JSON pointer into the instrument; into its survey it begins with `/survey`. */
  readonly path: Pointer
  readonly severity: 'error' | 'warning'
  readonly rule: string
  readonly message: string
  readonly remedy: string
}

/**
 * What is wrong with an instrument as data: names that no data file takes, references to nothing, choices twice,
 * items without class or purpose, languages live too early. Never throws, whatever the survey's JSON holds.
 */
export const structureProblems = (instrument: Instrument): readonly StructureProblem[] => {
  const items = itemsOf(instrument)
  return [
    ...nameProblems(instrument, items),
    ...elementProblems(instrument),
    ...choiceProblems(items),
    ...referenceProblems(instrument, items),
    ...noteProblems(instrument, items),
    ...scaleProblems(instrument),
    ...panelProblems(instrument, items),
    ...languageProblems(instrument),
  ]
}

const inSurvey = (path: Pointer): Pointer => `/survey${path}`

const SPSS_RESERVED = new Set([
  'ALL',
  'AND',
  'BY',
  'EQ',
  'GE',
  'GT',
  'LE',
  'LT',
  'NE',
  'NOT',
  'OR',
  'TO',
  'WITH',
])
/** Bytes of UTF-8 that a variable name may have in SPSS. */
const LONGEST_NAME = 64
const utf8 = new TextEncoder()

const nameFault = (name: string): { readonly rule: string; readonly says: string } | undefined => {
  if (utf8.encode(name).length > LONGEST_NAME)
    return { rule: 'name-length', says: `is longer than ${LONGEST_NAME} bytes` }
  if (SPSS_RESERVED.has(name.toUpperCase()))
    return { rule: 'name-reserved', says: 'is a reserved word of SPSS' }
  if (!/^\p{L}[\p{L}\p{N}_.$#@]*$/u.test(name))
    return { rule: 'name-form', says: 'is not letters, digits and underscores with a letter first' }
  return /[._]$/.test(name)
    ? { rule: 'name-form', says: 'ends with an underscore or a full stop' }
    : undefined
}

const nameProblems = (
  instrument: Instrument,
  items: readonly Item[],
): readonly StructureProblem[] => {
  const pathOf = new Map(items.map(({ name, path }) => [name, path]))
  const faults = columnsOf(instrument).flatMap(({ variable }): readonly StructureProblem[] => {
    const fault = nameFault(variable.name)
    if (fault === undefined) return []
    return [
      {
        path: inSurvey(pathOf.get(variable.item) ?? ''),
        severity: 'error',
        rule: fault.rule,
        message: `The variable name “${variable.name}” ${fault.says}.`,
        remedy: 'Rename the item; data files take the name over as it is.',
      },
    ]
  })
  const seen = new Map<string, Item>()
  const twice = items.flatMap((item): readonly StructureProblem[] => {
    if (item.role === 'text') return []
    const key =
      item.type === 'matrixcolumn' || item.type === 'multipletextitem'
        ? `${item.parent} ${item.name}`
        : item.name
    const first = seen.get(key.toLowerCase())
    if (first === undefined) {
      seen.set(key.toLowerCase(), item)
      return []
    }
    return [
      {
        path: inSurvey(item.path),
        severity: 'error',
        rule: 'name-unique',
        message: `The name “${item.name}” is used twice${first.name === item.name ? '' : ` (“${first.name}”)`}; capitals make no difference in data files.`,
        remedy: 'Give each item a name of its own.',
      },
    ]
  })
  const clashes = columnsOf(instrument).flatMap(
    ({ variable, wanted }): readonly StructureProblem[] =>
      variable.name === wanted
        ? []
        : [
            {
              path: inSurvey(pathOf.get(variable.item) ?? ''),
              severity: 'error',
              rule: 'variable-clash',
              message: `Two variables of the data would be named “${wanted}”.`,
              remedy: 'Rename one of the items; choices, rows and entries make names of their own.',
            },
          ],
  )
  return [...faults, ...twice, ...clashes]
}

/** Pages and elements that are not what they should be. */
const elementProblems = (instrument: Instrument): readonly StructureProblem[] => {
  const problems: StructureProblem[] = []
  if (!isObject(instrument.survey))
    return [
      {
        path: '/survey',
        severity: 'error',
        rule: 'survey',
        message: 'There is no survey.',
        remedy: 'Put the SurveyJS JSON under “survey”.',
      },
    ]
  const pages = new Set<string>()
  for (const { name, path, json } of pagesOf(instrument)) {
    if (pages.has(name))
      problems.push({
        path: inSurvey(path),
        severity: 'error',
        rule: 'page-unique',
        message: `Two pages are named “${name}”.`,
        remedy: 'Give each page a name of its own.',
      })
    pages.add(name)
    if (listOf(json.elements).length + listOf(json.questions).length === 0)
      problems.push({
        path: inSurvey(path),
        severity: 'warning',
        rule: 'page-empty',
        message: `The page “${name}” is empty and will never be seen.`,
        remedy: 'Add an item or remove the page.',
      })
  }
  const visit = (elements: unknown, path: Pointer, depth: number): void => {
    if (depth > 16) return
    for (const [place, element] of listOf(elements).entries()) {
      const at = pointerTo(path, place)
      if (!isObject(element))
        problems.push({
          path: inSurvey(at),
          severity: 'error',
          rule: 'element',
          message: 'This is no element.',
          remedy: 'Remove it.',
        })
      else {
        if (typeof element.name !== 'string' || element.name === '')
          problems.push({
            path: inSurvey(at),
            severity: 'error',
            rule: 'name-missing',
            message: 'This element has no name.',
            remedy: 'Give it one.',
          })
        if (typeof element.type !== 'string' || element.type === '')
          problems.push({
            path: inSurvey(at),
            severity: 'error',
            rule: 'type-missing',
            message: 'This element has no type.',
            remedy: 'Choose one.',
          })
        for (const list of ['elements', 'templateElements'])
          if (element[list] !== undefined) visit(element[list], pointerTo(at, list), depth + 1)
      }
    }
  }
  for (const { path, json } of pagesOf(instrument))
    for (const list of ['elements', 'questions'])
      if (json[list] !== undefined) visit(json[list], pointerTo(path, list), 0)
  return problems
}

const ASKS_FOR_CHOICES = new Set([
  'radiogroup',
  'checkbox',
  'dropdown',
  'tagbox',
  'ranking',
  'imagepicker',
  'buttongroup',
])

const choiceProblems = (items: readonly Item[]): readonly StructureProblem[] =>
  items.flatMap((item) => {
    const problems: StructureProblem[] = []
    const lists = [
      ['choices', item.type === 'matrixrow' ? [] : item.choices],
      ['rows', item.rows],
    ] as const
    for (const [list, entries] of lists) {
      const seen = new Set<string>()
      for (const { value } of entries) {
        if (seen.has(String(value)))
          problems.push({
            path: inSurvey(item.path),
            severity: 'error',
            rule: 'choice-unique',
            message: `“${item.name}” has the value ${value} twice in its ${list}.`,
            remedy: 'Give each choice a value of its own; values are what the data hold.',
          })
        seen.add(String(value))
      }
    }
    const elsewhere =
      item.json.choicesByUrl !== undefined || item.json.choicesFromQuestion !== undefined
    if (ASKS_FOR_CHOICES.has(item.type) && item.choices.length === 0 && !elsewhere)
      problems.push({
        path: inSurvey(item.path),
        severity: 'error',
        rule: 'choices-missing',
        message: `“${item.name}” offers nothing to choose.`,
        remedy: 'Add choices.',
      })
    if (item.role === 'answer' && item.parent === undefined && !item.titled)
      problems.push({
        path: inSurvey(item.path),
        severity: 'warning',
        rule: 'title-missing',
        message: `“${item.name}” has no text; respondents would read its name.`,
        remedy: 'Write the question.',
      })
    return problems
  })

/** References in braces to something that is neither item, calculated value nor context. */
const referenceProblems = (
  instrument: Instrument,
  items: readonly Item[],
): readonly StructureProblem[] => {
  const known = new Set(
    [
      ...items.flatMap(({ name, key }) => [name, key, `${key}-Comment`, `${key}-total`]),
      ...listOf(instrument.survey.calculatedValues).flatMap((value) =>
        isObject(value) ? [String(value.name)] : [],
      ),
      ...(instrument.context ?? []).map(({ name }) => name),
      ...variablesSetBySurvey(instrument.survey),
    ].map((name) => name.toLowerCase()),
  )
  const problems: StructureProblem[] = []
  const visit = (value: unknown, path: Pointer, depth: number): void => {
    if (depth > 64 || typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const at = pointerTo(path, key)
      if (typeof inner !== 'string') visit(inner, at, depth + 1)
      else if (EXPRESSION_PROPERTIES.has(key))
        for (const name of namesInExpression(inner))
          if (!candidatesOf(name).some((candidate) => known.has(candidate.toLowerCase())))
            problems.push({
              path: inSurvey(at),
              severity: 'error',
              rule: 'reference-unknown',
              message: `“{${name}}” is no item of this questionnaire.`,
              remedy: 'Name an item, or declare it under “context” if the office sets it.',
            })
    }
  }
  visit(instrument.survey, '', 0)
  return problems
}

/** Names that triggers of the survey itself set. */
const variablesSetBySurvey = (survey: Instrument['survey']): readonly string[] =>
  listOf(survey.triggers).flatMap((trigger) =>
    isObject(trigger) && typeof trigger.setToName === 'string' ? [trigger.setToName] : [],
  )

const noteProblems = (
  instrument: Instrument,
  items: readonly Item[],
): readonly StructureProblem[] => {
  const notes = new Map(
    listOf(instrument.variables).flatMap((note, place) =>
      isObject(note) ? [[String(note.name), { note, place }] as const] : [],
    ),
  )
  const names = new Set(items.map(({ name }) => name))
  const variables = new Set(columnsOf(instrument).map(({ variable }) => variable.name))
  const missing = items.flatMap((item): readonly StructureProblem[] => {
    if (item.role !== 'answer' && item.role !== 'computed') return []
    const found =
      notes.get(item.name) ?? (item.parent === undefined ? undefined : notes.get(item.parent))
    if (found === undefined)
      return [
        {
          path: inSurvey(item.path),
          severity: 'error',
          rule: 'note-missing',
          message: `“${item.name}” has no note on sensitivity and purpose.`,
          remedy: 'Say which data protection class it has and why it is asked.',
        },
      ]
    const { purpose, sensitivity } = found.note
    if (typeof purpose === 'string' && purpose.trim() !== '' && typeof sensitivity === 'string')
      return []
    return [
      {
        path: pointerTo('', 'variables', found.place),
        severity: 'error',
        rule: 'purpose-missing',
        message: `The note on “${item.name}” lacks its class or its purpose.`,
        remedy: 'Say why the item is needed; what nobody needs is not asked.',
      },
    ]
  })
  const orphans = [...notes].flatMap(([name, { place }]): readonly StructureProblem[] =>
    names.has(name) || variables.has(name)
      ? []
      : [
          {
            path: pointerTo('', 'variables', place),
            severity: 'warning',
            rule: 'note-orphan',
            message: `There is a note on “${name}”, but no such item.`,
            remedy: 'Remove the note or restore the item.',
          },
        ],
  )
  return [...missing, ...orphans]
}

const scaleProblems = (instrument: Instrument): readonly StructureProblem[] => {
  const variables = new Set(columnsOf(instrument).map(({ variable }) => variable.name))
  return listOf(instrument.scales).flatMap((entry, place): readonly StructureProblem[] => {
    if (!isObject(entry)) return []
    const path = pointerTo('', 'scales', place)
    const members = listOf(entry.items).map(String)
    const unknown = [...members, ...listOf(entry.reversed).map(String)].filter(
      (name) => !variables.has(name),
    )
    const foreign = listOf(entry.reversed)
      .map(String)
      .filter((name) => !members.includes(name))
    const problem = (rule: string, message: string, remedy: string): StructureProblem => ({
      path,
      severity: 'error',
      rule,
      message,
      remedy,
    })
    return [
      ...[...new Set(unknown)].map((name) =>
        problem(
          'scale-item',
          `The scale “${String(entry.name)}” counts on “${name}”, which is no variable.`,
          'Name variables of the codebook.',
        ),
      ),
      ...foreign
        .filter((name) => variables.has(name))
        .map((name) =>
          problem(
            'scale-reversed',
            `“${name}” is reversed in the scale “${String(entry.name)}” without belonging to it.`,
            'Add it to the items.',
          ),
        ),
      ...(typeof entry.minValid === 'number' &&
      entry.minValid >= 1 &&
      entry.minValid <= members.length
        ? []
        : [
            problem(
              'scale-min-valid',
              `The scale “${String(entry.name)}” needs a number of valid items between 1 and ${members.length}.`,
              'Set minValid.',
            ),
          ]),
      ...(typeof entry.min === 'number' && typeof entry.max === 'number' && entry.min < entry.max
        ? []
        : [
            problem(
              'scale-range',
              `The scale “${String(entry.name)}” has no range to reverse in.`,
              'Set min and max.',
            ),
          ]),
    ]
  })
}

const panelProblems = (
  instrument: Instrument,
  items: readonly Item[],
): readonly StructureProblem[] => {
  const byName = new Map(items.map((item) => [item.name, item]))
  const counts = (instrument.panelCounts ?? []).flatMap(
    ({ panel, from }, place): readonly StructureProblem[] => {
      const path = pointerTo('', 'panelCounts', place)
      if (byName.get(panel)?.type !== 'paneldynamic')
        return [
          {
            path,
            severity: 'error',
            rule: 'panel-count',
            message: `“${panel}” is no repeated panel.`,
            remedy: 'Name a paneldynamic element.',
          },
        ]
      return byName.get(from)?.inputType === 'number'
        ? []
        : [
            {
              path,
              severity: 'error',
              rule: 'panel-count',
              message: `“${from}” is no number item.`,
              remedy: 'Name a text element of input type number.',
            },
          ]
    },
  )
  const unbounded = items.flatMap((item): readonly StructureProblem[] => {
    const property =
      item.type === 'paneldynamic'
        ? 'maxPanelCount'
        : item.type === 'matrixdynamic'
          ? 'maxRowCount'
          : undefined
    if (property === undefined || typeof item.json[property] === 'number') return []
    return [
      {
        path: inSurvey(item.path),
        severity: 'error',
        rule: 'panel-limit',
        message: `“${item.name}” does not say how many entries it takes.`,
        remedy: `Set ${property}; each entry becomes variables of the data.`,
      },
    ]
  })
  const { consent } = instrument
  const consentFault: readonly StructureProblem[] =
    consent === undefined ||
    byName.get(consent.item)?.choices.some(({ value }) => consent.agreed.includes(value)) === true
      ? []
      : [
          {
            path: '/consent',
            severity: 'error',
            rule: 'consent',
            message: `“${consent.item}” offers none of the answers that mean consent.`,
            remedy: 'Name the item and the value of its agreeing choice.',
          },
        ]
  return [...counts, ...unbounded, ...consentFault]
}

/** R-30: what is offered to respondents has been reviewed and is complete. */
const languageProblems = (instrument: Instrument): readonly StructureProblem[] => {
  const languages = listOf(instrument.languages).filter(isObject)
  if (languages.length === 0 || languages[0]?.status !== 'source')
    return [
      {
        path: '/languages',
        severity: 'error',
        rule: 'source-language',
        message: 'The first language is not marked as the source.',
        remedy: 'Put the source language first with status “source”.',
      },
    ]
  const complete = new Map(textCompleteness(instrument).map((entry) => [entry.language, entry]))
  return languages.flatMap(({ tag, status, live }, place): readonly StructureProblem[] => {
    if (live !== true) return []
    const path = pointerTo('', 'languages', place)
    const unreviewed: readonly StructureProblem[] =
      status === 'draft'
        ? [
            {
              path,
              severity: 'error',
              rule: 'language-unreviewed',
              message: `“${String(tag)}” is live, but its texts are drafts.`,
              remedy: 'Have them reviewed, or take the language offline.',
            },
          ]
        : []
    const missing = complete.get(String(tag))?.missing ?? []
    return [
      ...unreviewed,
      ...missing.map(
        (text): StructureProblem => ({
          path: inSurvey(text),
          severity: 'error',
          rule: 'text-missing',
          message: `This text is missing in the live language “${String(tag)}”.`,
          remedy: 'Translate it; the source language would show instead.',
        }),
      ),
    ]
  })
}
