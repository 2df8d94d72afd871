import { readFileSync, writeFileSync } from 'node:fs'
import { type ExportOptions, readQuestionnaire, targetFormat } from '@echolot/exchange/formats'
import { countFates, type Loss, type LossReport } from '@echolot/exchange/loss'

export type Conversion = {
  readonly in: string
  readonly out: string
  readonly counts: ReturnType<typeof countFates>
  readonly losses: LossReport
}

/**
 * Reads a questionnaire by its file ending and writes it by that of `out`, or as the format named by `as`. What the
 * reading and what the writing cost is reported together, the reading first; of the writing only what is not kept.
 * @throws format-unknown, file-unreadable
 */
export const convert = async (
  from: string,
  out: string,
  { as, ...options }: ExportOptions & { readonly as?: string | undefined },
): Promise<Conversion> => {
  const { write } = targetFormat(out, as)
  if (write === undefined) throw new RangeError(`nothing writes ${out}`)
  const { instrument, losses: read } = await readQuestionnaire({
    name: from,
    bytes: readFileSync(from),
  })
  const { bytes, losses: written } = await write(instrument, options)
  writeFileSync(out, bytes)
  const losses: readonly Loss[] = [...read, ...written.filter(({ fate }) => fate !== 'kept')]
  return { in: from, out, counts: countFates(losses), losses }
}
