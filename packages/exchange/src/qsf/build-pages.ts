import type { Expression } from '../expression/expression.ts'
import type { lossList } from '../questionnaire/loss-list.ts'
import { nameMaker } from '../questionnaire/names.ts'
import { both, not } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import { buildElements } from './build-element.ts'
import { type Building, type Element, visibleIf } from './building.ts'
import { type Item, pathOf } from './declare-items.ts'
import { entriesOf, fieldOf, listOf, textIn } from './json-access.ts'
import { isUnsaid, readSkip } from './logic.ts'
import type { QsfSurvey } from './qsf-survey.ts'
import type { Passage } from './read-flow.ts'

type Place = {
  readonly survey: QsfSurvey
  readonly items: ReadonlyMap<string, Item>
  readonly building: Building
  readonly around: Map<string, Expression>
  readonly ownCondition: (item: Item) => Expression
}

/** What a skip leaves out: everything up to a question, the rest of the block, or the rest of the survey. */
type Skip = { readonly to: string; readonly test: Expression }

/** Blocks and their page breaks as pages, skips as conditions. */
export const pagesOf = (passages: readonly Passage[], place: Place): readonly Element[] => {
  const { building, items, around, ownCondition } = place
  const { losses } = building
  const pageNames = nameMaker('page_')
  const over: Expression[] = []
  for (const { block, when } of passages)
    for (const step of block.elements) around.set(textIn(step, 'QuestionID'), when)
  return passages.flatMap(({ block, when }) => {
    const path = `block “${block.name}”`
    optionLosses(block.options, path, losses)
    const skips: Skip[] = []
    const groups: Element[][] = [[]]
    for (const step of block.elements) {
      const type = textIn(step, 'Type')
      if (type === 'Page Break') {
        groups.push([])
        continue
      }
      const id = textIn(step, 'QuestionID')
      for (let at = skips.length - 1; at >= 0; at--) if (skips[at]?.to === id) skips.splice(at, 1)
      const item = items.get(id)
      if (item === undefined) {
        if (id !== '') losses.dropped(path, `question ${id}`, because('not-in-file'))
        continue
      }
      const skipped = [...over, ...skips.map(({ test }) => test)].map(not)
      const shown = both([...skipped, ownCondition(item)])
      around.set(id, both([when, ...skipped]))
      groups.at(-1)?.push(...withCondition(buildElements(item, building), shown, item))
      for (const skip of listOf(fieldOf(step, 'SkipLogic'))) {
        const test = readSkip(skip, building.logic)
        const to = textIn(skip, 'SkipToDestination') || textIn(skip, 'SkipTo')
        if (isUnsaid(test)) {
          losses.dropped(
            pathOf(item.question),
            'skip logic',
            because('nothing-skipped', { why: test.message }),
          )
          continue
        }
        losses.kept(pathOf(item.question), `skip logic to ${to}`)
        if (to === 'ENDOFSURVEY') over.push(test)
        else skips.push({ to: to === 'ENDOFBLOCK' ? '' : to, test })
      }
    }
    return groups.flatMap((elements, number): readonly Element[] => {
      if (elements.length === 0) return []
      const name = pageNames(block.name === '' ? 'page' : block.name)
      if (number === 0) losses.kept(path, 'block', name)
      return [{ name, ...visibleIf(when), elements }]
    })
  })
}

const withCondition = (
  elements: readonly Element[],
  shown: Expression,
  item: Item,
): readonly Element[] => {
  const condition = visibleIf(shown)
  const [main, ...others] = elements
  if (main === undefined || Object.keys(condition).length === 0) return elements
  if (others.length === 0) return [{ ...main, ...condition }]
  return [{ type: 'panel', name: `${item.name}_panel`, ...condition, elements }]
}

const optionLosses = (options: unknown, path: string, losses: ReturnType<typeof lossList>) => {
  const looping = textIn(options, 'Looping')
  if (looping !== '' && looping !== 'None')
    losses.dropped(path, `loop and merge (${looping})`, because('loop-asked-once'))
  const random = textIn(options, 'RandomizeQuestions')
  if (random !== '' && random !== 'false')
    losses.dropped(path, 'questions in random order', because('order-of-file'))
  for (const [key] of entriesOf(options))
    if (
      ![
        'Looping',
        'LoopingOptions',
        'RandomizeQuestions',
        'Randomization',
        'BlockLocking',
        'BlockVisibility',
      ].includes(key)
    )
      losses.grouped('options of blocks', because('blocks-by-office'), `${path}.${key}`)
}
