import { printExpression } from '../expression/print-expression.ts'
import { because } from '../reasons/because.ts'
import { constraintOf } from './build-constraint.ts'
import { type Form, type Json, lineOf, listOf, type Node } from './form.ts'
import { conditionOf, translate } from './form-conditions.ts'
import { titleOf } from './form-lines.ts'

const YES = /^\s*(yes|true|true\(\)|1)\s*$/i
const NO = /^\s*(no|false|false\(\)|0)\s*$/i

/** Everything that any question may have: texts, condition, need, default, constraint. */
export const questionParts = (node: Node, form: Form): Json => {
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
  return {
    ...parts,
    ...computedOf(node, form),
    ...defaultOf(node, form),
    ...constraintOf(node, form),
  }
}

/** What is filled in by calculation, again whenever an answer it needs changes. */
const computedOf = (node: Node, form: Form): Json => {
  const source = node.line.get('calculation')
  if (source === undefined) return {}
  const expression = translate(form, { node, source, what: 'calculation' })
  return expression === undefined ? {} : { setValueExpression: printExpression(expression) }
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
      form.losses.dropped(path, `default “${source}”`, because('not-among-choices'))
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
      form.losses.dropped(path, `default “${source}”`, because('no-number'))
      return {}
    }
    return { defaultValue: value }
  }
  if (type.kind === 'input' && type.of === 'time') {
    const [, hour, minute, half] =
      /^(\d{1,2}):(\d{2})(?::\d{2})?(?:[.:]\d+)?\s*([AP]M)?/i.exec(source) ?? []
    if (hour === undefined || minute === undefined) {
      form.losses.dropped(path, `default “${source}”`, because('no-time'))
      return {}
    }
    const shift = /pm/i.test(half ?? '') && Number(hour) < 12 ? 12 : 0
    return { defaultValue: `${String(Number(hour) + shift).padStart(2, '0')}:${minute}` }
  }
  return { defaultValue: source }
}
