import type { Question, SurveyModel } from 'survey-core'

/** The parts of a matrix or repeated panel that are needed here. */
type Matrix = Question & {
  readonly rows: readonly { readonly value: unknown; readonly visibleIf?: string }[]
  readonly visibleRows: readonly { readonly name: string }[]
  readonly rowsVisibleIf?: string
}
type Repeated = Question & {
  readonly panels: readonly Entry[]
  readonly visiblePanels: readonly Entry[]
}

type Entry = { readonly questions: readonly Question[] }

/** Types that only say something or compute something. */
const SILENT = new Set(['html', 'image', 'empty', 'expression'])

/**
 * Names of the items a model displays, in the same form as `shownItems` gives them.
 * @param pages names of the pages to look at, e.g. those reached so far; all visible pages without it
 */
export const shownOf = (model: SurveyModel, pages?: readonly string[]): readonly string[] =>
  pagesOf(model)
    .filter(({ name }) => pages === undefined || pages.includes(name))
    .flatMap((page) => page.questions as readonly Question[])
    .filter(({ isVisible, parent }) => isVisible && isInSight(parent))
    .flatMap((question) => namesOf(question, ''))

/** Pages that can be seen, the start page of those surveys that have one included. */
const pagesOf = (model: SurveyModel) => {
  const start = model.firstPageIsStartPage ? model.startedPage : undefined
  return start === undefined || start === null || model.visiblePages.includes(start)
    ? model.visiblePages
    : [start, ...model.visiblePages]
}

/** Whether every panel around a question is displayed. */
const isInSight = (parent: unknown): boolean => {
  const panel = parent as {
    readonly isVisible?: boolean
    readonly isPage?: boolean
    readonly parent?: unknown
  } | null
  if (panel === null || panel === undefined || panel.isPage === true) return true
  return panel.isVisible !== false && isInSight(panel.parent)
}

const namesOf = (question: Question, suffix: string): readonly string[] => {
  const type = question.getType()
  if (SILENT.has(type)) return []
  const name = question.name + suffix
  if (type === 'matrix') {
    const matrix = question as Matrix
    const conditional =
      Boolean(matrix.rowsVisibleIf) || matrix.rows.some(({ visibleIf }) => Boolean(visibleIf))
    return conditional ? [name, ...matrix.visibleRows.map((row) => row.name)] : [name]
  }
  if (type === 'matrixdropdown' || type === 'matrixdynamic' || type === 'multipletext')
    return [name]
  if (type !== 'paneldynamic')
    return [
      name,
      ...question
        .getNestedQuestions(true)
        .filter((part) => part !== question)
        .flatMap((part) => namesOf(part, suffix)),
    ]
  return [
    name,
    ...(question as Repeated).panels.flatMap((panel, place) =>
      !(question as Repeated).visiblePanels.includes(panel)
        ? []
        : panel.questions
            .filter(({ isVisible }) => isVisible)
            .flatMap((part) => namesOf(part, `${suffix}_${place + 1}`)),
    ),
  ]
}
