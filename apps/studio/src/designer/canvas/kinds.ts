import { newElement } from '../edits/new-element.ts'
import type { Json } from '../edits/outline.ts'

/** Groups of the toolbox, in their order. */
export const KIND_GROUPS = [
  'choice',
  'text',
  'number',
  'matrix',
  'container',
  'display',
  'media',
] as const
export type KindGroup = (typeof KIND_GROUPS)[number]

/** A kind of element that can be added: a SurveyJS type, or one of its forms that people look for by name. */
export type Kind = {
  readonly id: string
  readonly group: KindGroup
  /** Drawn before the name. */
  readonly sign: string
}

const kind = (group: KindGroup, id: string, sign: string): Kind => ({ id, group, sign })

/** Every registered question type, the two that are usable without being registered, and panels. */
export const KINDS: readonly Kind[] = [
  kind('choice', 'radiogroup', '◉'),
  kind('choice', 'checkbox', '☑'),
  kind('choice', 'dropdown', '▾'),
  kind('choice', 'tagbox', '▾+'),
  kind('choice', 'buttongroup', '▭▭'),
  kind('choice', 'rating', '1–5'),
  kind('choice', 'boolean', '⇄'),
  kind('choice', 'ranking', '1.2.'),
  kind('choice', 'imagepicker', '▦'),
  kind('text', 'text', 'Aa'),
  kind('text', 'comment', '¶'),
  kind('text', 'multipletext', 'A/B'),
  kind('number', 'number', '123'),
  kind('number', 'date', '31.'),
  kind('number', 'slider', '─●'),
  kind('number', 'expression', 'ƒ'),
  kind('matrix', 'matrix', '⊞'),
  kind('matrix', 'matrixdropdown', '⊞▾'),
  kind('matrix', 'matrixdynamic', '⊞+'),
  kind('container', 'panel', '▢'),
  kind('container', 'paneldynamic', '▢+'),
  kind('display', 'html', 'i'),
  kind('display', 'image', '▣'),
  kind('media', 'file', '↥'),
  kind('media', 'signaturepad', '✎'),
  kind('media', 'imagemap', '◫'),
]

/** The JSON that an element of the kind begins with. */
export const elementOfKind = (id: string, name: string): Json => newElement(id, name)
