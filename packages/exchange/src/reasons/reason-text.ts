import { REASONS, type Reason } from './reasons.ts'

export type ReasonLanguage = 'de' | 'en'

/** A reason as a sentence. */
export const reasonText = (reason: Reason, language: ReasonLanguage): string =>
  wording(reason, language).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

const wording = ({ code, params }: Reason, language: ReasonLanguage): string =>
  REASONS[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params?.[name] ?? ''
    return typeof value === 'object' ? wording(value, language) : String(value)
  })
