import type { Localized } from '@echolot/instrument'
import type { LossList } from '../questionnaire/loss-list.ts'
import type { QuestionType } from './question-type.ts'
import type { Line } from './sheet-columns.ts'

export type Json = Record<string, unknown>

/** A question, group or repeat of the form, with what stands in it. */
export type Node = {
  readonly line: Line
  readonly type: QuestionType
  /** As the form names it. */
  readonly source: string
  /** As it is named here. */
  readonly name: string
  /** The group or repeat around it. */
  readonly parent: Node | undefined
  /** Names of the repeats around it, the outermost first. */
  readonly repeats: readonly string[]
  readonly children: Node[]
}

export type Choice = {
  readonly source: string
  readonly value: string | number
  readonly text: Localized
  readonly columns: ReadonlyMap<string, string>
}

/** A form as it is read, and what is found out on the way. */
export type Form = {
  readonly losses: LossList
  /** BCP 47 tags, the source language first. */
  readonly languages: readonly string[]
  readonly settings: Line | undefined
  readonly roots: readonly Node[]
  readonly all: readonly Node[]
  readonly lists: ReadonlyMap<string, readonly Choice[]>
  /** Words in all languages; answers in them only where `node` is given. */
  readonly say: (
    texts: ReadonlyMap<string, string>,
    path: string,
    node?: Node,
  ) => Localized | undefined
  readonly pageName: (wanted: string) => string
  readonly panelCounts: { panel: string; from: string }[]
  readonly context: { name: string }[]
  readonly calculated: Json[]
  /** Which lines become something that conditions can name, as far as it is known. */
  readonly taken: Map<Node, boolean>
}

/** A line in the report's words. */
export const lineOf = (node: Node) => `survey!row ${node.line.line}`

/** A list by its name; capitals make no difference where nothing else fits. */
export const listOf = (name: string, form: Form): readonly Choice[] | undefined =>
  form.lists.get(name) ??
  [...form.lists].find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1]

/** Columns of files beside the form. */
export const MEDIA = new Set(['image', 'audio', 'video', 'big-image'])
