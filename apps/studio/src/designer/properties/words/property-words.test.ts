import '../own-properties.ts'
import { Serializer } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { describe as describeObject } from '../describe.ts'
import { hasWords, propertyWords } from './property-words.ts'

const classes: unknown = Reflect.get(Serializer, 'classes')
const names = (
  classes instanceof Map ? [...classes.keys()] : Object.keys(classes as object)
) as readonly string[]

describe('words for properties', () => {
  it('are there for every property of every class, in both languages', () => {
    const without = new Set(
      names.flatMap((name) =>
        describeObject(name, {}).properties.flatMap((property) =>
          hasWords(property.name) ? [] : [property.name],
        ),
      ),
    )
    expect([...without]).toEqual([])
  })

  it('say something in each language', () => {
    for (const language of ['de', 'en'] as const) {
      const { label, help } = propertyWords('visibleIf', language)
      expect(label).not.toBe('visibleIf')
      expect(help.endsWith('.')).toBe(true)
    }
  })
})
