import type { LossList } from '../questionnaire/loss-list.ts'
import { because } from '../reasons/because.ts'
import { lineOf, type Node } from './form.ts'
import { type QuestionType, questionType } from './question-type.ts'
import type { Line } from './sheet-columns.ts'

/** What nobody sees and is calculated is a calculation. */
const withCalculation = (type: QuestionType, line: Line): QuestionType =>
  type.kind === 'input' && type.of === 'hidden' && line.get('calculation') !== undefined
    ? { kind: 'input', of: 'calculate' }
    : type

/** The lines as a tree; ends that close nothing and beginnings without an end are reported. */
export const nodesOf = (
  lines: readonly Line[],
  names: (wanted: string) => string,
  losses: LossList,
) => {
  const roots: Node[] = []
  const all: Node[] = []
  const open: Node[] = []
  for (const line of lines) {
    const path = `survey!row ${line.line}`
    const cell = line.get('type')
    if (cell === undefined) {
      losses.dropped(
        path,
        `line without type: ${line.filled
          .map(({ text }) => text)
          .join(' | ')
          .slice(0, 80)}`,
        because('give-type'),
      )
      continue
    }
    const type = withCalculation(questionType(cell), line)
    if (type.kind === 'comment') {
      losses.kept(path, 'comment')
      continue
    }
    if (/^(yes|true|1)/i.test(line.get('disabled') ?? '')) {
      losses.dropped(path, `disabled line “${cell}”`, because('switched-off'))
      continue
    }
    if (type.kind === 'end') {
      const last = open.pop()
      if (last === undefined) losses.dropped(path, cell, because('nothing-to-end'))
      else losses.kept(path, cell)
      continue
    }
    const source = line.get('name') ?? ''
    if (source === '' && type.kind === 'input' && type.of !== 'note')
      losses.approximated(path, 'question without name', because('given-a-name'))
    const repeats = open.flatMap((node) =>
      node.type.kind === 'begin' && node.type.of === 'repeat' ? [node.name] : [],
    )
    const wanted = source || `${type.kind === 'begin' ? type.of : 'row'}_${line.line}`
    const name = names(line.loop === undefined ? wanted : `${wanted}_${line.loop}`)
    if (source !== '' && name !== source)
      losses.approximated(path, `name “${source}”`, because('called-everywhere', { name }), name)
    const parent = open.at(-1)
    const node: Node = { line, type, source, name, parent, repeats, children: [] }
    ;(parent?.children ?? roots).push(node)
    all.push(node)
    if (type.kind === 'begin') open.push(node)
  }
  for (const node of open)
    losses.approximated(lineOf(node), `begin ${node.source}`, because('never-ended'))
  return { roots, all }
}
