import { because } from '../reasons/because.ts'
import { annotationsOf, remarkOn } from './annotations.ts'
import { elementOf } from './build-element.ts'
import { type Dictionary, isYes, type Json, type Node } from './dictionary.ts'
import { conditionOf, wordsOf } from './dictionary-logic.ts'

/** Forms as pages. */
export const pagesOf = (dictionary: Dictionary): readonly Json[] => {
  const forms = new Map<string, Node[]>()
  for (const node of dictionary.nodes)
    forms.set(node.field.form_name, [...(forms.get(node.field.form_name) ?? []), node])
  return [...forms].flatMap(([form, nodes]): readonly Json[] => {
    const name = dictionary.pageName(form || 'form')
    const elements = sectionsOf(nodes, dictionary)
    if (elements.length === 0) {
      dictionary.losses.dropped(`form ${form}`, 'form', because('form-not-asked'))
      return []
    }
    dictionary.losses.kept(`form ${form}`, 'form', name)
    const title = form.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase())
    return [{ name, ...(title === '' ? {} : { title }), elements }]
  })
}

/** A section header holds all that follows until the next one. */
const sectionsOf = (nodes: readonly Node[], dictionary: Dictionary): readonly Json[] => {
  const sections: { readonly head?: Node; readonly nodes: Node[] }[] = [{ nodes: [] }]
  for (const node of nodes) {
    if (node.field.section_header !== '') sections.push({ head: node, nodes: [] })
    sections.at(-1)?.nodes.push(node)
  }
  return sections.flatMap(({ head, nodes: own }): readonly Json[] => {
    const elements = elementsOf(own, dictionary)
    if (head === undefined) return elements
    if (elements.length === 0) {
      dictionary.losses.dropped(head.path, 'section header', because('form-not-asked'))
      return []
    }
    const name = dictionary.makeName(`section_${head.name}`)
    dictionary.losses.kept(head.path, 'section header', name)
    return [
      {
        type: 'panel',
        name,
        title: wordsOf(head.field.section_header, head, dictionary),
        elements,
      },
    ]
  })
}

const elementsOf = (nodes: readonly Node[], dictionary: Dictionary): readonly Json[] => {
  const elements: Json[] = []
  const done = new Set<string>()
  for (const node of nodes) {
    if (node.matrix === undefined) elements.push(...elementOf(node, dictionary))
    else if (!done.has(node.matrix)) {
      done.add(node.matrix)
      elements.push(
        matrixOf(
          dictionary.nodes.filter(({ matrix }) => matrix === node.matrix),
          node.matrix,
          dictionary,
        ),
      )
    }
  }
  return elements
}

const matrixOf = (rows: readonly Node[], name: string, dictionary: Dictionary): Json => {
  const { losses } = dictionary
  const required = rows.filter(({ field }) => isYes(field.required_field))
  if (required.length > 0 && required.length < rows.length)
    losses.approximated(
      rows[0]?.path ?? name,
      'required rows of a matrix',
      because('some-rows-required'),
      name,
    )
  for (const row of rows) {
    losses.kept(row.path, 'radio in a matrix', name)
    if (isYes(row.field.matrix_ranking))
      losses.approximated(row.path, 'matrix ranking', because('columns-more-than-once'), name)
    annotationsOf(row, dictionary)
    remarkOn(row, dictionary)
  }
  const note = rows.find(({ field }) => field.field_note !== '')
  return {
    type: 'matrix',
    name,
    titleLocation: 'hidden',
    ...(note === undefined
      ? {}
      : { description: wordsOf(note.field.field_note, note, dictionary) }),
    columns: (rows[0]?.choices ?? []).map(({ value, text }) => ({ value, text })),
    rows: rows.map((row) => ({
      value: row.name,
      text: wordsOf(row.field.field_label, row, dictionary) || row.name,
      ...conditionOf(row, dictionary),
    })),
    ...(required.length > 0 && required.length === rows.length ? { eachRowRequired: true } : {}),
  }
}
