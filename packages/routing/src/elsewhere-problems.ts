import { type Instrument, type Pointer, pointerTo } from '@echolot/instrument'
import type { SurveyProblem } from './check-survey.ts'

/** Properties of surveys and elements that make a page fetch something, or go somewhere, outside this office. */
const ADDRESSES = new Set([
  ...['navigateToUrl', 'navigateToUrlOnCondition', 'choicesByUrl', 'imageLink', 'contentUrl'],
  ...['logo', 'backgroundImage', 'cookieName'],
])
/** Elements that show or take files. */
const FILES = new Set(['image', 'file', 'signaturepad', 'imagepicker', 'imagemap'])
/** Scripts, handlers, whatever loads by itself, addresses that run; pages clean such markup away, so nobody would see it. */
const ACTIVE =
  /<\s*\/?\s*(script|iframe|object|embed|img|svg|video|audio|form|input|style|link|meta|base)\b|<[^>]*\son\w+\s*=|(=\s*["']?|\]\()\s*(javascript|data|vbscript)\s*:|^\s*(javascript|vbscript)\s*:|^\s*data\s*:\s*\w+\//i

/**
 * A questionnaire that would fetch, send or run something: answers piped into an address leave the house, and no content
 * policy of a browser keeps a page from going elsewhere (X07).
 */
export const elsewhereProblems = ({ survey }: Instrument): readonly SurveyProblem[] => {
  const problems: SurveyProblem[] = []
  const add = (path: Pointer, rule: string, message: string, remedy: string) =>
    problems.push({ path: `/survey${path}`, severity: 'error', rule, message, remedy })
  const walk = (value: unknown, path: Pointer): void => {
    if (typeof value === 'string') {
      if (ACTIVE.test(value))
        add(path, 'markup-active', 'The text holds markup that runs or loads something.', PLAIN)
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const at = pointerTo(path, Array.isArray(value) ? Number(key) : key)
      if (!Array.isArray(value) && ADDRESSES.has(key) && !isEmpty(inner))
        add(at, 'elsewhere', `“${key}” leads out of the questionnaire.`, 'Remove the property.')
      else if (!Array.isArray(value) && key === 'type' && FILES.has(String(inner)))
        add(path, 'elsewhere', `“${inner}” shows or takes files.`, 'Use a question in words.')
      else walk(inner, at)
    }
  }
  walk(survey, '')
  return problems
}

const PLAIN = 'Keep to bold, italic, lists, paragraphs and links.'

const isEmpty = (value: unknown) =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0)
