import { printExpression } from '../expression/print-expression.ts'
import { everOffered } from '../questionnaire/ever-offered.ts'
import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import { answersOf, listedRows, standard } from './build-parts.ts'
import type { Element } from './building.ts'
import { columnsOf, isOn, rowsOf, SCALES } from './question-kinds.ts'

/** An array with an answer in each cell. */
export const cells = (asked: Asked): Element => {
  const { question, name, attribute, columns, parts } = asked
  const { type } = question
  const columnJson: readonly Element[] =
    type === '1'
      ? scaleColumns(asked)
      : columnsOf(question).flatMap((column): readonly Element[] => {
          const own = columns.get(column.code)
          if (own === undefined) return []
          return [
            {
              name: own,
              title:
                asked.plain(column.texts, `${asked.path}, column ${column.code}`) ?? column.code,
              ...(question.mandatory === 'Y' ? { isRequired: true } : {}),
              ...cellOf(asked),
            },
          ]
        })
  if (columnJson.length === 0 || rowsOf(question).length === 0) {
    asked.drop('array without columns or rows', because('complete-there'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  const { isRequired: _, ...common } = asked.common() as { readonly isRequired?: boolean }
  if (asked.apart) return cellsApart(asked, columnJson, common)
  if (isOn(attribute('random_order')))
    asked.drop('attribute random_order', because('order-of-file'))
  if (attribute('exclude_all_others') !== '')
    asked.drop('attribute exclude_all_others', because('rows-not-exclusive'))
  return {
    type: 'matrixdropdown',
    name,
    ...common,
    columns: columnJson,
    rows: everOffered(listedRows(asked)),
    ...asked.validators([...asked.counts(parts), ...asked.rules()]),
    ...standard(asked, question.defaults),
  }
}

/** Each cell as a question of its own, the cells of a row in a panel. */
const cellsApart = (asked: Asked, columns: readonly Element[], common: Element): Element => {
  const { question, name, parts } = asked
  const codes = question.type === '1' ? ['0', '1'] : columnsOf(question).map(({ code }) => code)
  const seen = new Set<string>()
  const panels = rowsOf(question).flatMap((row): readonly Element[] => {
    if (seen.has(row.code)) return []
    seen.add(row.code)
    const elements = columns.flatMap((column, place): readonly Element[] => {
      const code = codes[question.type === '1' ? SCALES.indexOf(column.name as never) : place]
      const own = asked.cells.get(`${row.code} ${code}`)
      if (own === undefined) return []
      const { cellType, ...rest } = column
      const variable = parts.find(({ part }) => part === `${row.code}_${code}`)
      return [
        { ...rest, type: cellType, name: own, ...asked.validators(asked.partRules(variable)) },
      ]
    })
    return [
      {
        type: 'panel',
        name: `${name}_${asked.rows.get(row.code) ?? row.code}_panel`,
        title: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
        ...asked.partVisibility(row),
        elements,
      },
    ]
  })
  asked.building.losses.approximated(
    asked.path,
    `type “${question.type}” with conditions or checks on its cells`,
    because('cells-as-items'),
    String((panels[0]?.elements as readonly Element[] | undefined)?.[0]?.name ?? name),
  )
  const limits = [...asked.counts(parts), ...asked.rules()]
  const last = panels.length - 1
  return {
    type: 'panel',
    name,
    ...common,
    elements: panels.map((panel, place) =>
      place !== last || limits.length === 0
        ? panel
        : {
            ...panel,
            elements: (panel.elements as readonly Element[]).map((cell, at, all) =>
              at === all.length - 1
                ? {
                    ...cell,
                    validators: [
                      ...((cell.validators as readonly Element[] | undefined) ?? []),
                      ...limits,
                    ],
                  }
                : cell,
            ),
          },
    ),
  }
}

const scaleColumns = (asked: Asked): readonly Element[] =>
  SCALES.flatMap((name, scale): readonly Element[] => {
    const choices = answersOf(asked, scale)
    if (choices.length === 0) return []
    const title = asked.attributeTexts(`dualscale_header${scale === 0 ? 'A' : 'B'}`)
    return [
      {
        name,
        title: title ?? `${scale + 1}`,
        cellType: 'dropdown',
        choices,
        ...(asked.question.mandatory === 'Y' ? { isRequired: true } : {}),
      },
    ]
  })

const cellOf = (asked: Asked): Element => {
  const { question, attribute } = asked
  if (question.type === ';') {
    const isNumber = isOn(attribute('numbers_only'))
    const length = Number(attribute('maximum_chars'))
    return {
      cellType: 'text',
      ...(isNumber ? { inputType: 'number' } : {}),
      ...(length > 0 && !isNumber ? { maxLength: length } : {}),
      ...asked.validators(isNumber ? [] : asked.pattern()),
    }
  }
  if (isOn(attribute('multiflexible_checkbox'))) return { cellType: 'boolean' }
  const least = asked.amount('multiflexible_min')
  const most = asked.amount('multiflexible_max')
  const step = asked.amount('multiflexible_step')
  const from = least ?? 1
  const to = most ?? 10
  const by = typeof step === 'number' && step > 0 ? step : 1
  const typed =
    isOn(attribute('input_boxes')) ||
    typeof from !== 'number' ||
    typeof to !== 'number' ||
    (to - from) / by > 100 ||
    to < from
  if (!typed)
    return {
      cellType: 'dropdown',
      choices: Array.from({ length: Math.floor((to - from) / by + 1e-9) + 1 }, (_, place) =>
        Number((from + place * by).toFixed(8)),
      ),
    }
  return {
    cellType: 'text',
    inputType: 'number',
    ...(typeof least === 'number' ? { min: least } : {}),
    ...(typeof most === 'number' ? { max: most } : {}),
    ...(typeof step === 'number' && step > 0 ? { step } : {}),
    ...(least !== undefined && typeof least !== 'number'
      ? { minValueExpression: printExpression(least) }
      : {}),
    ...(most !== undefined && typeof most !== 'number'
      ? { maxValueExpression: printExpression(most) }
      : {}),
  }
}
