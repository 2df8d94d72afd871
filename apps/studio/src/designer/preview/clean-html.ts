import DOMPurify from 'dompurify'
import { SurveyModel } from 'survey-core'

/** Markup that may stand in a questionnaire: no code, frames, forms or styles. */
export const cleanHtml = (html: string): string =>
  DOMPurify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'iframe'],
    FORBID_ATTR: ['style'],
  })

type Processing = {
  processHtml: (this: SurveyModel, html: string, reason?: string) => string
}
const prototype = SurveyModel.prototype as unknown as Processing
const original = prototype.processHtml

/**
 * From now on all HTML of a questionnaire is cleaned after answers were put into it, so that neither its author nor a
 * made-up answer can run code in the studio. SurveyJS's own event comes before the answers, hence the method itself.
 */
export const cleanAllHtml = (): void => {
  prototype.processHtml = function (html, reason) {
    return cleanHtml(original.call(this, html, reason))
  }
}
