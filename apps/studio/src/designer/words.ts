import { EDITOR_WORDS } from './words/editor-words.ts'
import { ELEMENT_WORDS } from './words/element-words.ts'
import { PUBLISH_WORDS } from './words/publish-words.ts'
import { VIEW_WORDS } from './words/view-words.ts'

const de = {
  ...VIEW_WORDS.de,
  ...ELEMENT_WORDS.de,
  ...EDITOR_WORDS.de,
  ...PUBLISH_WORDS.de,
}
export type DesignerWords = typeof de

const en: DesignerWords = {
  ...VIEW_WORDS.en,
  ...ELEMENT_WORDS.en,
  ...EDITOR_WORDS.en,
  ...PUBLISH_WORDS.en,
}

export const DESIGNER_WORDS = { de, en }
