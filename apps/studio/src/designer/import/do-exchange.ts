import { FORMATS, sourceFormat } from '@echolot/exchange/formats'
import { formatUnknown } from '@echolot/exchange/problems'
import type { Exchange, ExchangeTask, ExchangeTasks } from './exchange-task.ts'

const DOERS: {
  readonly [Name in ExchangeTask]: (
    asked: ExchangeTasks[Name]['asked'],
  ) => Promise<ExchangeTasks[Name]['told']>
} = {
  read: async (file) => {
    const format = sourceFormat(file)
    const { read } = format
    if (read === undefined) throw unknown(file.name)
    return { format: format.name, ...(await read(file)) }
  },
  write: async ({ instrument, format, language, createdOn }) => {
    const write = FORMATS.find(({ id }) => id === format)?.write
    if (write === undefined) throw unknown(format)
    return write(instrument, { language, createdOn })
  },
}

const unknown = (file: string) =>
  formatUnknown({ file, known: FORMATS.map(({ name }) => name), remedy: 'Choose another format.' })

/** Reads or writes a file here and now; each format is fetched when it is asked for. */
export const doExchange: Exchange = (name, asked) => DOERS[name](asked)
