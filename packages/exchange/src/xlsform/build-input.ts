import { printExpression } from '../expression/print-expression.ts'
import { because } from '../reasons/because.ts'
import { calculatedOf } from './build-calculated.ts'
import { noteOf } from './build-note.ts'
import { questionParts } from './build-question.ts'
import { type Form, type Json, lineOf, type Node } from './form.ts'
import { kept, QUESTION_COLUMNS, remarkOn } from './form-lines.ts'
import type { Input } from './question-type.ts'

/** A question that is answered by typing, and what only shows or computes. */
export const inputOf = (node: Node, input: Input, form: Form): readonly Json[] => {
  const path = lineOf(node)
  const { line } = node
  const appearance = (line.get('appearance') ?? '').toLowerCase()
  switch (input) {
    case 'note':
      return noteOf(node, form)
    case 'calculate':
      return calculatedOf(node, form)
    case 'hidden': {
      const value = line.get('default')
      if (node.repeats.length > 0) {
        form.losses.dropped(path, `hidden “${node.source}”`, because('no-hidden-in-repeats'))
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
        value === undefined ? because('became-context') : because('became-fixed-value'),
      )
      return []
    }
    case 'acknowledge':
      form.losses.approximated(
        path,
        `acknowledge “${node.source}”`,
        because('one-choice-ok'),
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
        because('place-typed'),
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
          because('usual-input'),
          node.name,
        )
      const barcode = /barcode/i.test(line.get('type') ?? '')
      if (barcode)
        form.losses.approximated(path, `barcode “${node.source}”`, because('code-typed'), node.name)
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
