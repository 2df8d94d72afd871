import type { ComponentType } from 'react'
import type { Kind } from '../kinds.ts'
import { AnswerControl } from './answer-control.tsx'
import { BindingsControl } from './bindings-control.tsx'
import { CellsControl } from './cells-control.tsx'
import { ChoiceControl } from './choice-control.tsx'
import { ColorControl } from './color-control.tsx'
import type { ControlProps } from './control.ts'
import { EntriesControl } from './entries-control.tsx'
import { ExpressionControl } from './expression-control.tsx'
import { ItemNameControl } from './item-name-control.tsx'
import { JsonControl } from './json-control.tsx'
import { LinesControl } from './lines-control.tsx'
import { NamesControl } from './names-control.tsx'
import { NumberControl } from './number-control.tsx'
import { ObjectControl } from './object-control.tsx'
import { ObjectsControl } from './objects-control.tsx'
import { SetControl } from './set-control.tsx'
import { TextControl } from './text-control.tsx'
import { TextsControl } from './texts-control.tsx'
import { TickControl } from './tick-control.tsx'

const OF_KIND: { readonly [kind in Kind]: ComponentType<ControlProps> } = {
  tick: TickControl,
  number: NumberControl,
  text: TextControl,
  texts: TextsControl,
  choice: ChoiceControl,
  set: SetControl,
  lines: LinesControl,
  expression: ExpressionControl,
  color: ColorControl,
  'item-name': ItemNameControl,
  names: NamesControl,
  bindings: BindingsControl,
  cells: CellsControl,
  entries: EntriesControl,
  objects: ObjectsControl,
  object: ObjectControl,
  answer: AnswerControl,
  json: JsonControl,
}

export const controlOf = (kind: Kind) => OF_KIND[kind]
