import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Dictionary, Json, Node } from './dictionary.ts'

/** A slider with the labels of its ends. */
export const sliderOf = ({ field, path, name }: Node, { losses }: Dictionary): Json => {
  const labels = field.choices.split('|').map((label) => plainText(label).text)
  if (labels.some((label) => label !== ''))
    losses.approximated(
      path,
      `slider labels “${labels.join(' | ')}”`,
      because('slider-labels'),
      name,
    )
  const min = numberIn(field.validation_min) ?? 0
  const max = numberIn(field.validation_max) ?? 100
  const spots =
    labels.length === 1 ? [min] : labels.length === 2 ? [min, max] : [min, (min + max) / 2, max]
  return {
    type: 'slider',
    min,
    max,
    ...(labels.some((label) => label !== '')
      ? {
          customLabels: spots.flatMap((value, place) =>
            labels[place] ? [{ value, text: labels[place] }] : [],
          ),
        }
      : {}),
  }
}

export const numberIn = (cell: string): number | undefined => {
  const value = Number(cell.replace(',', '.'))
  return cell.trim() === '' || !Number.isFinite(value) ? undefined : value
}

/** A text field with what its validation asks for. */
export const textOf = (node: Node, dictionary: Dictionary): Json => {
  const { field, path, name } = node
  const validation = field.validation.toLowerCase()
  if (/^date_/.test(validation))
    return { type: 'text', inputType: 'date', ...boundsOf(node, dictionary) }
  if (/^datetime_/.test(validation))
    return { type: 'text', inputType: 'datetime-local', ...boundsOf(node, dictionary) }
  if (/^time/.test(validation))
    return { type: 'text', inputType: 'time', ...boundsOf(node, dictionary) }
  if (validation === 'integer' || validation === 'int')
    return { type: 'text', inputType: 'number', step: 1, ...boundsOf(node, dictionary) }
  const decimals = /^number(?:_(\d)dp)?(?:_comma_decimal)?$/.exec(validation)
  if (decimals !== null || validation === 'float')
    return {
      type: 'text',
      inputType: 'number',
      ...(decimals?.[1] === undefined
        ? {}
        : { step: Number((10 ** -Number(decimals[1])).toFixed(9)) }),
      ...boundsOf(node, dictionary),
    }
  if (validation === 'email') return { type: 'text', inputType: 'email' }
  if (/^phone/.test(validation)) return { type: 'text', inputType: 'tel' }
  if (validation !== '')
    dictionary.losses.approximated(
      path,
      `validation “${field.validation}”`,
      because('any-text'),
      name,
    )
  return { type: 'text' }
}

const boundsOf = ({ field, path, name }: Node, { losses }: Dictionary): Json => {
  const bounds: Json = {}
  const isNumber = /^(int|number|float)/.test(field.validation.toLowerCase())
  for (const [cell, property] of [
    [field.validation_min, 'min'],
    [field.validation_max, 'max'],
  ] as const) {
    if (cell === '') continue
    const value = isNumber
      ? numberIn(cell)
      : /^(\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2})?|\d{2}:\d{2})/.test(cell)
        ? cell.replace(' ', 'T')
        : undefined
    if (value !== undefined) bounds[property] = value
    else if (cell === 'today' && !isNumber) bounds[`${property}ValueExpression`] = 'today()'
    else losses.dropped(path, `${property}imum “${cell}”`, because('no-fixed-value'))
  }
  if (Object.keys(bounds).length > 0) losses.kept(path, 'minimum and maximum', name)
  return bounds
}
