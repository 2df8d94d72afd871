import DOMPurify from 'dompurify'
import { SurveyModel } from 'survey-core'

type Processing = { processHtml: (this: SurveyModel, html: string, reason?: string) => string }

const prototype = SurveyModel.prototype as unknown as Processing
const original = prototype.processHtml

/**
 * HTML of a questionnaire passes here after answers were put into it: neither its author nor a made-up answer can run
 * code in the studio. Texts elsewhere are shown as text, as no Markdown is rendered.
 */
prototype.processHtml = function (html, reason) {
  return DOMPurify.sanitize(original.call(this, html, reason), {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'iframe'],
    FORBID_ATTR: ['style'],
  })
}
