import { Language } from '@echolot/contract/scalars'
import * as z from 'zod'

/** Words which the vault fills into a letter; the study's own terms come on top. */
export const PLACEHOLDERS = [
  'salutation',
  'name',
  'code',
  'url',
  'hotline',
  'email',
  'field_end',
  'withdraw_until',
  'controller',
] as const

const Status = z.enum(['source', 'draft', 'reviewed'])

/** `surveys/<study>/letters/*.json`: the words of one kind of letter in one language. */
export const LetterText = z.strictObject({
  letter: z.enum(['invitation', 'reminder']),
  language: Language,
  status: Status,
  placeholders: z.array(z.string()),
  subject: z.string().min(1),
  greeting: z.string().min(1),
  core: z.array(z.string().min(1)).min(1),
  codeIntroduction: z.string().min(1),
  codeLabel: z.string().min(1),
  /** Said aloud instead of the QR code. */
  codeImageText: z.string().min(1),
  paragraphs: z.array(z.strictObject({ title: z.string().min(1), text: z.string().min(1) })),
  closing: z.string().min(1),
  signature: z.string().min(1),
  footer: z.string().min(1),
  /** The back of the sheet; printed once somebody has reviewed it. */
  easyLanguage: z
    .strictObject({
      language: Language,
      status: Status,
      note: z.string().optional(),
      title: z.string().min(1),
      lines: z.array(z.string().min(1)).min(1),
    })
    .optional(),
})
export type LetterText = z.infer<typeof LetterText>

/** Every text of a letter, for checks and for filling in. */
export const textsOf = (text: LetterText): readonly string[] => [
  text.subject,
  text.greeting,
  ...text.core,
  text.codeIntroduction,
  text.codeLabel,
  text.codeImageText,
  ...text.paragraphs.flatMap(({ title, text: body }) => [title, body]),
  text.closing,
  text.signature,
  text.footer,
  ...(text.easyLanguage ? [text.easyLanguage.title, ...text.easyLanguage.lines] : []),
]

/** Names in braces in `text`: `{url}` has `url`. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)

/** `text` with its placeholders filled; gaps left by empty words are closed. @throws RangeError for an unknown one */
export const filled = (text: string, words: Readonly<Record<string, string>>): string =>
  text
    .replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const word = words[name]
      if (word === undefined) throw new RangeError(`no word for {${name}}`)
      return word
    })
    .replace(/ {2,}/g, ' ')
    .replace(/ ,/g, ',')
