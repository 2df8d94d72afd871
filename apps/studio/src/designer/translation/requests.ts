import { type TranslatedUnit, TranslationReceipt } from '@echolot/contract/instruments'
import { ask } from '../../server/ask.ts'

/** Writes translations of a draft text by text; no lock is needed. */
export const patchTranslations = (
  name: string,
  units: readonly TranslatedUnit[],
): Promise<TranslationReceipt> =>
  ask(TranslationReceipt, `/v1/drafts/${name}/translations`, { method: 'PATCH', body: { units } })
