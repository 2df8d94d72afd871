import { describe, expect, it } from 'vitest'
import { compilePdf, unprintableIn, widthOf } from './index.ts'

describe('unprintableIn', () => {
  it('knows the letters of our neighbours', () => {
    expect(
      unprintableIn('Straße ÄÖÜäöü Şükrü Çağlar Łukasz Jiří Ñandú Иванов Ελένη', 'letter'),
    ).toEqual([])
  })

  it('names what the typeface lacks, each once', () => {
    expect(unprintableIn('Li 李李 😀', 'letter')).toEqual(['李', '😀'])
  })

  it('agrees with the typesetter', async () => {
    const characters = ['ẞ', '№', '李', 'ﷺ', 'ა', 'ũ', '€', 'Ж', 'ש']
    for (const character of characters) {
      const source = `#set document(title: "x")\n#set text(lang: "de")\n${character}`
      const printed = await compilePdf({ source, createdOn: new Date(0) }).then(
        () => true,
        () => false,
      )
      expect([character, unprintableIn(character, 'letter').length === 0]).toEqual([
        character,
        printed,
      ])
    }
  })
})

describe('widthOf', () => {
  it('gives the advance of Arial: 0.556 em a digit', () => {
    expect(widthOf('0123456789', 'letter', 10)).toBeCloseTo((10 * 0.556 * 10 * 25.4) / 72, 1)
  })
})
