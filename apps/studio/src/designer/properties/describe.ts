import { JsonObject, type JsonObjectProperty, Serializer, SurveyModel } from 'survey-core'
import type { Json } from '../edits/outline.ts'
import { isStructure, type Kind, kindOf, listClassOf } from './kinds.ts'

/** One property of one object, as the property grid needs it. */
export type PropertySpec = {
  readonly name: string
  /** An older name under which a questionnaire may hold it. */
  readonly former: string | undefined
  readonly kind: Kind
  /** Several lines of text. */
  readonly long: boolean
  readonly markup: boolean
  readonly needed: boolean
  readonly fixed: boolean
  /** `usual`: it applies to the object as it is. `rare`: it is kept and can be set, but does nothing now. */
  readonly rank: 'usual' | 'rare'
  readonly otherwise: unknown
  readonly choices: readonly { readonly value: unknown; readonly text: string }[]
  readonly least: number | undefined
  readonly most: number | undefined
  /** Class of list entries or of the nested object. */
  readonly holds: string | undefined
}

/** What the grid knows of one object: its class and all its properties, in the metadata's order. */
export type Described = { readonly class: string; readonly properties: readonly PropertySpec[] }

const KNOWN = new WeakMap<Json, Map<string, Described>>()

/**
 * Every property that survey-core knows for an object of `className` as it stands in `json`, own registered ones
 * included. Which of them apply depends on the object's own values, so a detached one is made to ask.
 */
export const describe = (className: string, json: Json): Described => {
  const before = KNOWN.get(json)?.get(className)
  if (before !== undefined) return before
  const made = describeAnew(className, json)
  const of = KNOWN.get(json) ?? new Map<string, Described>()
  KNOWN.set(json, of.set(className, made))
  return made
}

const describeAnew = (className: string, json: Json): Described => {
  const object = detached(className, json)
  if (object === undefined) return { class: className, properties: [] }
  return {
    class: className,
    properties: Serializer.getPropertiesByObj(object)
      .filter((property) => !isStructure(property) && (property.isSerializable || isOwn(property)))
      .map((property) => specOf(property, object)),
  }
}

const isOwn = ({ category }: JsonObjectProperty) => category === 'echolot'

const WITHOUT = ['pages', 'elements', 'templateElements', 'questions'] as const

/** An object of the class with the JSON's own values but nothing of what it holds, in no survey. */
const detached = (className: string, json: Json) => {
  /** The one class that the metadata cannot make. */
  const object = className === 'survey' ? new SurveyModel() : Serializer.createClass(className)
  if (object === null || object === undefined) return undefined
  const own = { ...json } as Record<string, unknown>
  for (const list of WITHOUT) delete own[list]
  try {
    new JsonObject().toObject(own, object)
  } catch {
    // an odd value that survey-core stumbles over still leaves an object to ask
  }
  return object
}

type Asked = NonNullable<ReturnType<typeof detached>>

const specOf = (property: JsonObjectProperty, object: Asked): PropertySpec => {
  const kind = kindOf(property)
  const nested = kind === 'object' ? object[property.name] : undefined
  return {
    name: property.name,
    former: property.alternativeName,
    kind,
    long: property.type === 'text' || property.type === 'html',
    markup: property.type === 'html',
    needed: property.isRequired,
    fixed: property.readOnly,
    rank: property.visible && property.isVisible('', object) ? 'usual' : 'rare',
    otherwise: property.defaultValue,
    choices: kind === 'choice' || kind === 'set' ? choicesOf(property, object) : [],
    least: numberOr(property.minValue),
    most: numberOr(property.maxValue),
    holds:
      kind === 'entries' || kind === 'objects'
        ? listClassOf(property)
        : kind === 'object'
          ? (nested?.getType?.() ?? property.className)
          : undefined,
  }
}

const numberOr = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

const choicesOf = (property: JsonObjectProperty, object: Asked): PropertySpec['choices'] => {
  const choices: unknown = property.getChoices(object)
  return Array.isArray(choices)
    ? choices.map((choice) =>
        typeof choice === 'object' && choice !== null
          ? { value: choice.value, text: String(choice.text ?? choice.value) }
          : { value: choice, text: String(choice) },
      )
    : []
}

/** Classes that an entry of a list may have, by the word its JSON gives as `type`; empty where there is only one. */
export const kindsOfEntry = (
  holds: string,
): readonly { readonly type: string; readonly class: string }[] =>
  Serializer.getChildrenClasses(holds, true).flatMap(({ name }) =>
    name.startsWith('survey') || !/(validator|trigger)$/.test(name)
      ? []
      : [{ type: name.replace(/(validator|trigger)$/, ''), class: name }],
  )

/** Class of one entry of a list. */
export const classOfEntry = (holds: string, json: Json): string =>
  kindsOfEntry(holds).find(({ type }) => type === json.type)?.class ?? holds
