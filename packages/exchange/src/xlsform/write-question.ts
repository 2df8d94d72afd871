import type { Item } from '@echolot/instrument'
import { because } from '../reasons/because.ts'
import { listFor } from './write-choices.ts'
import { constraintOf } from './write-constraint.ts'
import { listOf, type Row, remark, type Writer } from './writer.ts'

const SELECTS: Readonly<Record<string, string>> = {
  ...{
    radiogroup: 'select_one',
    dropdown: 'select_one',
    buttongroup: 'select_one',
    imagepicker: 'select_one',
  },
  ...{
    rating: 'select_one',
    boolean: 'select_one',
    checkbox: 'select_multiple',
    tagbox: 'select_multiple',
    ranking: 'rank',
  },
}

const INPUTS: Readonly<Record<string, string>> = {
  ...{ date: 'date', time: 'time', 'datetime-local': 'datetime', datetime: 'datetime' },
}

/** The rows of one question. */
export const itemRows = (item: Item, writer: Writer): readonly Row[] => {
  const { json, path, name, type, choices } = item
  const select = SELECTS[type]
  if (select !== undefined) {
    if (choices.length === 0) {
      writer.lost('dropped', path, `${type} “${name}”`, because('choices-from-elsewhere'))
      return []
    }
    const other = json.showOtherItem === true || json.hasOther === true
    const list = listFor(
      name,
      other ? choices.filter(({ value }) => value !== 'other') : choices,
      writer,
    )
    if (type === 'rating' || type === 'boolean' || type === 'imagepicker' || type === 'buttongroup')
      writer.lost('approximated', path, `${type} “${name}”`, because('became-single-choice'))
    else writer.kept(path, `${type} “${name}”`)
    for (const [place, choice] of listOf(json.choices).entries())
      for (const property of Object.keys(choice))
        if (property !== 'value' && property !== 'text')
          writer.lost(
            'dropped',
            `${path}/choices/${place}/${property}`,
            `${property} of a choice`,
            because('choice-filter-by-hand'),
          )
    const appearance = [
      type === 'dropdown' || type === 'tagbox' ? 'minimal' : '',
      type === 'rating'
        ? 'likert'
        : json.colCount === 0
          ? 'horizontal'
          : typeof json.colCount === 'number' && json.colCount > 1
            ? `columns-${json.colCount}`
            : '',
    ].filter((word) => word !== '')
    return [
      {
        type: `${select} ${list}${other ? ' or_other' : ''}`,
        name,
        ...questionCells(item, writer, SELECT_PROPERTIES),
        ...(appearance.length > 0 ? { appearance: appearance.join(' ') } : {}),
        ...(json.choicesOrder === 'random' ? { parameters: 'randomize=true' } : {}),
      },
    ]
  }
  switch (type) {
    case 'text': {
      const number = json.inputType === 'number' || json.inputType === 'range'
      const whole = Number.isInteger(json.step) && Number(json.step) >= 1
      writer.kept(path, `text “${name}”`)
      if (json.inputType === 'email' || json.inputType === 'tel' || json.inputType === 'url')
        writer.lost(
          'approximated',
          path,
          `input type “${json.inputType}”`,
          because('any-text-there'),
        )
      return [
        {
          type: number
            ? whole
              ? 'integer'
              : 'decimal'
            : (INPUTS[String(json.inputType)] ?? 'text'),
          name,
          ...questionCells(item, writer, TEXT_PROPERTIES),
        },
      ]
    }
    case 'comment':
      writer.kept(path, `comment “${name}”`)
      return [
        {
          type: 'text',
          name,
          appearance: 'multiline',
          ...questionCells(item, writer, new Set(['rows', 'autoGrow', 'maxLength'])),
        },
      ]
    case 'slider':
      writer.kept(path, `slider “${name}”`)
      return [
        {
          type: 'range',
          name,
          ...questionCells(item, writer, new Set(['min', 'max', 'step'])),
          parameters: `start=${item.min ?? 0} end=${item.max ?? 100} step=${item.step ?? 1}`,
        },
      ]
    case 'html': {
      writer.kept(path, `text “${name}”`)
      const relevant = writer.xpath(json.visibleIf, path, 'visibleIf')
      return [
        {
          type: 'note',
          name,
          ...writer.texts('label', json.html),
          ...(relevant === undefined ? {} : { relevant }),
        },
      ]
    }
    case 'expression': {
      const calculation = writer.xpath(json.expression, path, 'expression')
      if (calculation === undefined) return []
      const relevant = writer.xpath(json.visibleIf, path, 'visibleIf')
      writer.lost('approximated', path, `computed item “${name}”`, because('computed-not-shown'))
      return [
        { type: 'calculate', name, calculation, ...(relevant === undefined ? {} : { relevant }) },
      ]
    }
    default:
      writer.lost('dropped', path, `${type} “${name}”`, because('no-such-question-there'))
      return []
  }
}

const SELECT_PROPERTIES = new Set(
  'choices showOtherItem hasOther showNoneItem hasNone showRefuseItem showDontKnowItem otherText noneText refuseText dontKnowText colCount choicesOrder rateMin rateMax rateStep rateCount rateValues labelTrue labelFalse valueTrue valueFalse maxSelectedChoices minSelectedChoices'.split(
    ' ',
  ),
)

const TEXT_PROPERTIES = new Set(
  'inputType min max step maxLength minErrorText maxErrorText'.split(' '),
)

const QUESTION_PROPERTIES = new Set(
  'type name title description visibleIf isRequired requiredIf requiredErrorText readOnly enableIf defaultValue defaultValueExpression validators'.split(
    ' ',
  ),
)

const questionCells = (item: Item, writer: Writer, own: ReadonlySet<string>): Row => {
  const { json, path, name } = item
  remark(json, path, new Set([...QUESTION_PROPERTIES, ...own]), writer)
  const relevant = writer.xpath(json.visibleIf, path, 'visibleIf')
  const required =
    json.isRequired === true ? 'yes' : writer.xpath(json.requiredIf, path, 'requiredIf')
  const enabled = writer.xpath(json.enableIf, path, 'enableIf')
  const initial =
    writer.xpath(json.defaultValueExpression, path, 'defaultValueExpression') ??
    (json.defaultValue === undefined
      ? undefined
      : Array.isArray(json.defaultValue)
        ? json.defaultValue.join(' ')
        : typeof json.defaultValue === 'object'
          ? undefined
          : String(json.defaultValue))
  const { constraint, message } = constraintOf(item, writer)
  return {
    ...writer.texts('label', json.title ?? name),
    ...writer.texts('hint', json.description),
    ...(relevant === undefined ? {} : { relevant }),
    ...(required === undefined ? {} : { required }),
    ...writer.texts('required_message', json.requiredErrorText),
    ...(constraint === '' ? {} : { constraint, ...writer.texts('constraint_message', message) }),
    ...(initial === undefined ? {} : { default: initial }),
    ...(json.readOnly === true
      ? { read_only: 'yes' }
      : enabled === undefined
        ? {}
        : { read_only: `not(${enabled})` }),
  }
}
