import type { Instrument } from '@echolot/instrument'

/** What was said on the consent page: agreed, refused, or nothing yet; `none` when the instrument asks for none. */
export const consentOf = (
  { consent }: Pick<Instrument, 'consent'>,
  answers: Readonly<Record<string, unknown>>,
): 'agreed' | 'refused' | 'unanswered' | 'none' => {
  if (!consent) return 'none'
  const answer = answers[consent.item]
  if (answer === undefined || answer === null) return 'unanswered'
  return (consent.agreed as readonly unknown[]).includes(answer) ? 'agreed' : 'refused'
}
