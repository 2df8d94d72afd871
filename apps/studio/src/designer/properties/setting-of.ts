import type { PropertySpec } from './describe.ts'
import { notePart, noteValue } from './own-properties.ts'
import type { PropertyOwner } from './property-owner.ts'

/** What the property is set to; undefined where the questionnaire says nothing. */
export const settingOf = (
  { editor, json, item }: PropertyOwner,
  { name, former }: Pick<PropertySpec, 'name' | 'former'>,
): unknown => {
  const part = notePart(name)
  if (part !== undefined)
    return item === undefined ? undefined : noteValue(editor.instrument, item, part)
  if (Object.hasOwn(json, name)) return json[name]
  return former === undefined ? undefined : json[former]
}
