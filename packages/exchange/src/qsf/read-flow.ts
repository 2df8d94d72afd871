import type { Expression } from '../expression/expression.ts'
import type { LossList } from '../questionnaire/loss-list.ts'
import { both, choose, constant, not } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import { entriesOf, fieldOf, isJson, listOf, textIn, textOf } from './json-access.ts'
import { isUnsaid, type LogicPlace, readLogic } from './logic.ts'
import type { QsfBlock, QsfSurvey } from './qsf-survey.ts'

/** A block where the flow has it, and when respondents come to it. */
export type Passage = { readonly block: QsfBlock; readonly when: Expression }

/** A value that the flow gives to a field, and when. */
export type Assignment = {
  readonly field: string
  readonly value: string
  readonly when: Expression
}

export type Flow = {
  readonly passages: readonly Passage[]
  /** In the order of the flow; later ones count. */
  readonly assignments: readonly Assignment[]
  /** Fields that the office or a link sets. */
  readonly received: readonly string[]
}

const DEEPEST = 40

/** The flow as a list of blocks with the conditions around them. */
export const readFlow = (
  survey: QsfSurvey,
  { logic, losses }: { readonly logic: LogicPlace; readonly losses: LossList },
): Flow => {
  const passages: Passage[] = []
  const assignments: Assignment[] = []
  const received: string[] = []
  const used = new Set<string>()
  /** Conditions under which the survey has ended before. */
  const ended: Expression[] = []

  const walk = (flow: unknown, around: readonly Expression[], depth: number): void => {
    if (depth > DEEPEST) return
    for (const step of listOf(flow)) if (isJson(step)) walkStep(step, around, depth)
  }
  const walkStep = (
    step: { readonly [field: string]: unknown },
    around: readonly Expression[],
    depth: number,
  ): void => {
    const path = `flow ${textIn(step, 'FlowID')}`
    const when = () => both([...around, ...ended.map(not)])
    switch (textIn(step, 'Type')) {
      case 'Block':
      case 'Standard': {
        const id = textIn(step, 'ID')
        const block = survey.blocks.get(id)
        if (block === undefined) losses.dropped(path, `block ${id}`, because('not-in-file'))
        else if (used.has(id))
          losses.dropped(path, `block “${block.name}” a second time`, because('page-asked-once'))
        else {
          used.add(id)
          passages.push({ block, when: when() })
        }
        return
      }
      case 'Branch': {
        const test = readLogic(step.BranchLogic, logic)
        if (isUnsaid(test)) {
          losses.dropped(path, 'branch logic', because('pages-always-shown', { why: test.message }))
          walk(step.Flow, around, depth + 1)
        } else {
          losses.kept(path, 'branch')
          walk(step.Flow, [...around, test], depth + 1)
        }
        return
      }
      case 'BlockRandomizer':
      case 'Randomizer': {
        const inner = listOf(step.Flow).length
        const some = Number(textIn(step, 'SubSet') || textIn(step, 'RandomSubSet'))
        losses.dropped(
          path,
          some > 0 && some < inner
            ? `randomizer: ${some} of ${inner}`
            : 'randomizer: order by chance',
          some > 0 && some < inner ? because('all-shown') : because('order-of-file'),
        )
        walk(step.Flow, around, depth + 1)
        return
      }
      case 'EmbeddedData':
        for (const entry of listOf(step.EmbeddedData)) {
          const field = textIn(entry, 'Field')
          const value = textOf(fieldOf(entry, 'Value'))
          if (field === '') continue
          if (value === '' || textIn(entry, 'Type') === 'Recipient') received.push(field)
          else assignments.push({ field, value, when: when() })
        }
        return
      case 'EndSurvey': {
        const options = entriesOf(step.Options).filter(
          ([, value]) => textOf(value) !== '' && textOf(value) !== 'false' && textOf(value) !== '0',
        )
        if (options.length > 0)
          losses.dropped(
            path,
            `end of survey with ${options.map(([key]) => key).join(', ')}`,
            because('one-closing-text'),
          )
        if (around.length > 0) losses.kept(path, 'end of survey')
        ended.push(both(around))
        return
      }
      default:
        if (!['Root', 'Group'].includes(textIn(step, 'Type')))
          losses.dropped(
            path,
            `flow element “${textIn(step, 'Type')}”`,
            because('flow-element-missing'),
          )
        walk(step.Flow, around, depth + 1)
    }
  }
  walk(survey.flow, [], 0)
  for (const block of survey.blocks.values())
    if (!used.has(block.id) && block.elements.length > 0)
      losses.dropped(
        `block “${block.name}”`,
        block.isTrash
          ? `trash with ${block.elements.length} questions`
          : `block with ${block.elements.length} questions that the flow leaves out`,
        because('nobody-asked'),
      )
  return { passages, assignments, received: [...new Set(received)] }
}

/** The value of a field at the end: the last assignment whose condition holds. */
export const fieldValue = (
  assignments: readonly Assignment[],
  amountOf: (assignment: Assignment) => Expression,
  before: Expression = constant(''),
): Expression =>
  assignments.reduce(
    (value, assignment) => choose(assignment.when, amountOf(assignment), value),
    before,
  )
