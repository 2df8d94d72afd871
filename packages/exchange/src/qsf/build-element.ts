import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { type Asked, asking } from './asking.ts'
import { choice, ranking } from './build-choice.ts'
import { boxes, cells, matrix, profile } from './build-matrix.ts'
import { open, several } from './build-open.ts'
import { sliders } from './build-sliders.ts'
import type { Building, Element } from './building.ts'
import type { Item } from './declare-items.ts'

/** The elements a question becomes; none for what a questionnaire cannot ask here. */
export const buildElements = (item: Item, building: Building): readonly Element[] => {
  const { built, losses } = building
  if (built.has(item.name)) {
    losses.dropped(item.path, 'the same question a second time', because('asked-once'))
    return []
  }
  built.add(item.name)
  const asked = asking(item, building)
  const elements = elementsOf(asked)
  const { question, path } = item
  const [first] = elements
  if (first !== undefined) {
    building.losses.kept(
      path,
      `type ${[question.type, question.selector, question.subSelector].filter((word) => word !== '').join(' ')}`,
      nameIn(first),
    )
    asked.reportRest()
  }
  return elements
}

/** Panels are not items; what they hold is. */
const nameIn = (element: Element): string => {
  const inner = (element.elements as readonly Element[] | undefined)?.[0]
  return inner === undefined ? String(element.name) : nameIn(inner)
}

const elementsOf = (asked: Asked): readonly Element[] => {
  const { item, question } = asked
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return [choice(asked), ...asked.besides()]
    case 'matrix':
      return [matrix(asked), ...asked.besides()]
    case 'boxes':
      return [boxes(asked), ...asked.besides()]
    case 'cells':
      return [cells(asked), ...asked.besides()]
    case 'profile':
      return [profile(asked), ...asked.besides()]
    case 'text':
    case 'words':
      return [open(asked)]
    case 'texts':
    case 'numbers':
      return [several(asked)]
    case 'sliders':
      return [sliders(asked)]
    case 'ranking':
      return [ranking(asked), ...asked.besides()]
    case 'several':
      return [sideBySide(asked)]
    case 'none':
      if (question.type === 'DB') return [note(asked)]
      asked.drop(
        `type ${question.type} ${question.selector}`.trim(),
        NONE[question.type] ?? because('type-missing-here'),
      )
      return []
  }
}

const NONE: Readonly<Record<string, Reason>> = {
  Timing: because('timing-is-paradata'),
  Captcha: because('codes-keep-machines-out'),
  Meta: because('browsers-not-asked'),
  FileUpload: because('no-files'),
  Signature: because('no-signatures'),
}

const note = ({ building, said, path, name }: Asked): Element => {
  return { type: 'html', name, html: building.texts.html(said, path) ?? '…' }
}

const sideBySide = (asked: Asked): Element => {
  const { question, name, building } = asked
  asked.approximate('side by side', because('columns-as-questions'))
  const elements = question.partIds.flatMap((id) => {
    const item = building.items.get(id)
    return item === undefined || item.question === question ? [] : buildElements(item, building)
  })
  if (elements.length === 0) {
    asked.drop('side by side without columns', because('question-by-hand'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  return {
    type: 'panel',
    name,
    ...(asked.title === undefined ? {} : { title: asked.title }),
    elements,
  }
}
