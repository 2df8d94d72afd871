import PptxGen from 'pptxgenjs'

// The library's types are those of a CommonJS module; what Node loads is the class itself.
type Library = typeof PptxGen.default
const Constructor = PptxGen as unknown as Library

export type Deck = InstanceType<Library>
export type Slide = PptxGen.default.Slide
export type TextRun = PptxGen.default.TextProps

/** An empty deck of wide slides, in a typeface that every office has. */
export const newDeck = (): Deck => {
  const deck = new Constructor()
  deck.layout = 'LAYOUT_WIDE'
  deck.theme = { headFontFace: 'Calibri', bodyFontFace: 'Calibri' }
  return deck
}
