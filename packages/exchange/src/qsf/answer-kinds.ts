import type { QsfQuestion } from './qsf-survey.ts'

/** How the answer of a question is kept. */
export type AnswerKind =
  | 'single'
  | 'multiple'
  | 'matrix'
  | 'boxes'
  | 'cells'
  | 'profile'
  | 'text'
  | 'texts'
  | 'numbers'
  | 'sliders'
  | 'ranking'
  | 'several'
  | 'words'
  | 'none'

/** How the answers of a question are kept. */
export const kindOf = (question: QsfQuestion): AnswerKind => {
  const { type, selector, subSelector } = question
  switch (type) {
    case 'MC':
      return /^MA|^MSB/.test(selector) ? 'multiple' : 'single'
    case 'Matrix':
      if (
        selector === 'TE' ||
        selector === 'CS' ||
        /^(Short|Medium|Long|Essay|FORM)$/.test(subSelector)
      )
        return 'cells'
      if (selector === 'Profile') return 'profile'
      return subSelector === 'MultipleAnswer' ? 'boxes' : 'matrix'
    case 'TE':
      return selector === 'FORM' ? 'texts' : 'text'
    case 'CS':
      return 'numbers'
    case 'Slider':
      return 'sliders'
    case 'RO':
      return 'ranking'
    case 'SBS':
      return 'several'
    case 'PGR':
      return 'matrix'
    case 'HotSpot':
      return question.choices.length > 0 ? 'multiple' : 'none'
    case 'DD':
      return 'words'
    case 'DB':
    case 'Timing':
    case 'Captcha':
    case 'FileUpload':
    case 'Signature':
    case 'Draw':
    case 'HeatMap':
    case 'HL':
    case 'Meta':
    case 'TreeTest':
    case 'ScreenCapture':
    case 'VideoResponse':
      return 'none'
    default:
      return question.choices.length > 0 ? 'single' : 'words'
  }
}
