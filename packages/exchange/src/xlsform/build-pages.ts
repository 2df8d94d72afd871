import { because } from '../reasons/because.ts'
import { inputOf } from './build-input.ts'
import { countOf } from './build-repeat.ts'
import { selectOf } from './build-select.ts'
import { type Form, type Json, lineOf, type Node } from './form.ts'
import { conditionOf } from './form-conditions.ts'
import { remarkOn, titleOf } from './form-lines.ts'

/** Top-level groups as pages, what stands between them on pages of its own. */
export const pagesOf = (form: Form): readonly Json[] => {
  const pages: Json[] = []
  let loose: Json[] = []
  const close = () => {
    if (loose.length > 0)
      pages.push({ name: form.pageName(`page_${pages.length + 1}`), elements: loose })
    loose = []
  }
  for (const node of form.roots) {
    if (node.type.kind === 'begin' && node.type.of === 'group') {
      close()
      for (const { type: _, ...page } of holderOf(node, form, groupOf))
        pages.push({ ...page, name: form.pageName(node.name) })
    } else {
      const own = elementOf(node, form)
      if (node.type.kind === 'begin') close()
      loose.push(...own)
      if (node.type.kind === 'begin') close()
    }
  }
  close()
  return pages
}

/** What a line becomes; nothing, and reported, when it cannot be asked or shown. */
const elementOf = (node: Node, form: Form): readonly Json[] => {
  const { type } = node
  const path = lineOf(node)
  switch (type.kind) {
    case 'begin':
      return holderOf(node, form, type.of === 'group' ? groupOf : repeatOf)
    case 'select':
      return selectOf(node, type, form)
    case 'input':
      return inputOf(node, type.of, form)
    case 'metadata':
      form.losses.dropped(
        path,
        `metadata “${type.of}”`,
        type.of === 'today' ? because('today-of-answering') : because('paradata-apart'),
      )
      return []
    case 'unusable':
      form.losses.dropped(path, `${node.line.get('type')} “${node.source}”`, type.reason)
      return []
    default:
      form.losses.dropped(path, `type “${node.line.get('type')}”`, because('type-unknown'))
      return []
  }
}

type Holder = (node: Node, form: Form, inner: readonly Json[]) => Json

/** A group or repeat with what stands in it; nothing, and reported, when nothing of it can be asked. */
const holderOf = (node: Node, form: Form, holder: Holder): readonly Json[] => {
  const inner = node.children.flatMap((child) => elementOf(child, form))
  if (inner.length > 0) return [holder(node, form, inner)]
  form.losses.dropped(
    lineOf(node),
    `${node.line.get('type')} “${node.source}”`,
    because('nothing-inside'),
  )
  return []
}

const groupOf: Holder = (node, form, inner) => {
  form.losses.kept(lineOf(node), `group “${node.source}”`, node.name)
  const appearance = node.line.get('appearance')
  if (appearance !== undefined && appearance !== 'field-list')
    form.losses.approximated(
      lineOf(node),
      `appearance “${appearance}”`,
      because('questions-below'),
      node.name,
    )
  remarkOn(node, form, GROUP_COLUMNS)
  return {
    type: 'panel',
    name: node.name,
    ...titleOf(node, form),
    ...conditionOf(node, form),
    elements: inner,
  }
}

const repeatOf: Holder = (node, form, inner) => {
  const path = lineOf(node)
  form.losses.kept(path, `repeat “${node.source}”`, node.name)
  remarkOn(node, form, new Set([...GROUP_COLUMNS, 'repeat_count']))
  return {
    type: 'paneldynamic',
    name: node.name,
    ...titleOf(node, form),
    ...conditionOf(node, form),
    ...countOf(node, form),
    templateElements: inner,
  }
}

const GROUP_COLUMNS = new Set(['type', 'name', 'label', 'relevant', 'appearance', 'hint'])
