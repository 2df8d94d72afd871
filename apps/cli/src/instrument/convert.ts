import { readFileSync, writeFileSync } from 'node:fs'
import {
  type ExportOptions,
  type QuestionnaireFormat,
  targetFormat,
} from '@echolot/exchange/formats'
import { countFates, type Loss, type WordedLoss, worded } from '@echolot/exchange/loss'
import { readInTime } from './read-in-time.ts'

export type Conversion = {
  readonly in: string
  readonly out: string
  readonly counts: ReturnType<typeof countFates>
  /** In English words; their codes stay the same in every language. */
  readonly losses: readonly WordedLoss[]
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
  const write = await writerFor(out, as)
  const { instrument, losses: read } = await readInTime({
    name: from,
    bytes: readFileSync(from),
  })
  const { bytes, losses: written } = await write(instrument, options)
  writeFileSync(out, bytes)
  const losses: readonly Loss[] = [...read, ...written.filter(({ fate }) => fate !== 'kept')]
  return {
    in: from,
    out,
    counts: countFates(losses),
    losses: losses.map((loss) => worded(loss, 'en')),
  }
}

/** Paper is written here only: typesetting needs this machine, the other formats run in browsers, too. */
const writerFor = async (out: string, as: string | undefined): Promise<Writer> => {
  if (as === 'pdf' || (as === undefined && /\.pdf$/i.test(out))) return onPaper
  const { write } = targetFormat(out, as)
  if (write === undefined) throw new RangeError(`nothing writes ${out}`)
  return write
}
type Writer = NonNullable<QuestionnaireFormat['write']>

const onPaper: Writer = async (instrument, options) => {
  const { printQuestionnaire } = await import('@echolot/exchange/paper')
  const bytes = await printQuestionnaire(instrument, { createdOn: new Date(), ...options })
  return { bytes, losses: [] }
}
