import { because } from '../reasons/because.ts'
import { type Form, type Json, lineOf, type Node } from './form.ts'
import { meant } from './form-references.ts'

/** How many entries a repeat without a fixed count may have. */
const ENTRIES = 10

/** How many entries a repeat has. */
export const countOf = (node: Node, form: Form): Json => {
  const path = lineOf(node)
  const source = node.line.get('repeat_count')
  const free = { panelCount: 1, maxPanelCount: ENTRIES }
  if (source === undefined) {
    form.losses.approximated(
      path,
      'repeat without end',
      because('entries-at-most', { count: ENTRIES }),
      node.name,
    )
    return free
  }
  const fixed = Number(source)
  if (Number.isInteger(fixed) && fixed > 0 && fixed <= 100) {
    form.losses.kept(path, `repeat_count ${source}`, node.name)
    return {
      panelCount: fixed,
      minPanelCount: fixed,
      maxPanelCount: fixed,
      allowAddPanel: false,
      allowRemovePanel: false,
    }
  }
  const name = /^\s*\$\{\s*([^{}]+?)\s*\}\s*$/.exec(source)?.[1]
  const from = name === undefined ? undefined : meant(form, { kind: 'reference', name }, node)
  if (
    from?.type.kind === 'input' &&
    from.type.of === 'integer' &&
    from.repeats.length === 0 &&
    node.repeats.length === 0
  ) {
    form.panelCounts.push({ panel: node.name, from: from.name })
    form.losses.approximated(
      path,
      `repeat_count “${source}”`,
      because('entries-follow', { name: from.name, count: ENTRIES }),
      node.name,
    )
    return { panelCount: 0, maxPanelCount: ENTRIES, allowAddPanel: false, allowRemovePanel: false }
  }
  form.losses.approximated(
    path,
    `repeat_count “${source}”`,
    because('entries-by-hand', { count: ENTRIES }),
    node.name,
  )
  return free
}
