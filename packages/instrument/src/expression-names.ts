/** What may stand in braces without being an item: places inside entries and the library's own words. */
const BUILT_IN = new Set(
  [
    ...[
      'panel',
      'parentPanel',
      'prevPanel',
      'nextPanel',
      'panelIndex',
      'visiblePanelIndex',
      'panelCount',
    ],
    ...[
      'row',
      'prevRow',
      'nextRow',
      'rowIndex',
      'visibleRowIndex',
      'rowValue',
      'rowName',
      'rowTitle',
      'totalRow',
    ],
    ...['item', 'choice', 'self', 'itemIndex', 'value', 'question', 'state', 'survey'],
    ...['locale', 'pageno', 'pagecount', 'no', 'title', 'require', 'name', 'index', 'totalCount'],
  ].map((name) => name.toLowerCase()),
)

/**
 * The names in braces of an expression, without their paths: `{m_bar.bar_health} = 5` names `m_bar`. Words of the
 * library (`panel`, `row`, `item` …) are left out; quoted texts are not expressions.
 */
export const namesInExpression = (expression: string): readonly string[] => [
  ...new Set(
    [...withoutQuotes(expression).matchAll(/\{([^{}]+)\}/g)].flatMap(([, inner = '']) => {
      const name = inner.trim().replace(/^[#$]/, '')
      return name === '' || BUILT_IN.has(rootOf(name).toLowerCase()) ? [] : [name]
    }),
  ),
]

/** Names that a reference could mean, the longest first: `a.b[0].c` → `a.b`, `a`. */
export const candidatesOf = (reference: string): readonly string[] => {
  const steps = reference.replaceAll(/\[[^\]]*\]/g, '').split('.')
  return steps.map((_, place) => steps.slice(0, steps.length - place).join('.'))
}

const rootOf = (name: string) => name.split(/[.[]/)[0] ?? name

const withoutQuotes = (expression: string) =>
  expression.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '""')

/** Properties that hold expressions. */
export const EXPRESSION_PROPERTIES: ReadonlySet<string> = new Set([
  'visibleIf',
  'enableIf',
  'requiredIf',
  'expression',
  'choicesVisibleIf',
  'choicesEnableIf',
  'rowsVisibleIf',
  'columnsVisibleIf',
  'setValueIf',
  'setValueExpression',
  'resetValueIf',
  'defaultValueExpression',
  'minValueExpression',
  'maxValueExpression',
  'totalExpression',
  'runExpression',
  'panelCountExpression',
])
