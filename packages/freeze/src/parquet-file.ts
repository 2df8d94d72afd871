import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { openDurableFile } from './durable-file.ts'

export type ParquetColumn = {
  readonly name: string
  readonly type: 'INT32' | 'DOUBLE' | 'STRING'
  readonly nullable: boolean
}

/** Rows kept in memory before they are written as one group. */
const GROUP = 10_000

/** A Parquet file that takes rows one by one and holds one group of them in memory. */
export const openParquetFile = async (
  path: string,
  { columns, createdBy }: { columns: readonly ParquetColumn[]; createdBy: string },
) => {
  const file = await openDurableFile(path)
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(schemaOf)],
    codec: 'UNCOMPRESSED',
    createdBy,
  })
  const group: (number | string | null)[][] = columns.map(() => [])

  const writeGroup = async () => {
    if ((group[0] as unknown[]).length === 0) return
    writer.write({
      columnData: columns.map(({ name }, i) => ({
        name,
        data: group[i] as (number | string | null)[],
      })),
      rowGroupSize: GROUP,
    })
    for (const column of group) column.length = 0
    await drain()
  }
  /** Takes the finished bytes out of the writer's buffer; its running offset keeps counting. */
  const drain = async () => {
    await file.write(bytes.getBytes())
    bytes.index = 0
  }
  return {
    write: async (row: readonly (number | string | null)[]) => {
      for (let i = 0; i < columns.length; i++)
        (group[i] as unknown[]).push(row[i] as number | string | null)
      if ((group[0] as unknown[]).length === GROUP) await writeGroup()
    },
    close: async () => {
      await writeGroup()
      writer.finish()
      await drain()
      await file.close()
    },
  }
}

const schemaOf = ({ name, type, nullable }: ParquetColumn) => ({
  name,
  repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
  ...(type === 'STRING'
    ? { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const }
    : { type }),
})
