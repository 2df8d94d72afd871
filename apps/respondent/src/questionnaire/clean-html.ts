import DOMPurify from 'dompurify'
import { SurveyModel } from 'survey-core'

/** Markup that texts of an instrument may hold; no forms, frames, styles or addresses elsewhere. */
const ALLOWED_TAGS = [
  'a',
  'b',
  'br',
  'em',
  'h2',
  'h3',
  'i',
  'li',
  'ol',
  'p',
  'span',
  'strong',
  'u',
  'ul',
]

export const cleanHtml = (html: string): string =>
  DOMPurify.sanitize(html, { ALLOWED_TAGS, ALLOWED_ATTR: ['href', 'lang', 'dir'] })

type Processor = { processHtml: (html: string, reason: string) => string }

/**
 * Cleans everything survey-core is about to show as markup, after answers were piped into it: an answer holding markup
 * is an attack on whoever looks at it. The events survey-core offers come before the piping, hence the method itself.
 */
export const cleanAllHtml = (): void => {
  const model = SurveyModel.prototype as unknown as Processor
  const process = model.processHtml
  model.processHtml = function (this: Processor, html, reason) {
    return cleanHtml(process.call(this, html, reason))
  }
}
