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
  const group = columns.map(() => new Array<number | string | null>(GROUP).fill(null))
  let rows = 0

  const writeGroup = async () => {
    if (rows === 0) return
    writer.write({
      columnData: columns.map(({ name }, i) => {
        const data = group[i] as (number | string | null)[]
        return { name, data: rows === GROUP ? data : data.slice(0, rows) }
      }),
      rowGroupSize: GROUP,
    })
    rows = 0
    await drain()
  }
  /** Takes the finished bytes out of the writer's buffer; its running offset keeps counting. */
  const drain = async () => {
    await file.write(bytes.getBytes())
    bytes.index = 0
  }
  return {
    /** Takes one row; await the answer if there is one. */
    add: (row: readonly (number | string | null)[]): Promise<void> | undefined => {
      for (let i = 0; i < columns.length; i++)
        (group[i] as (number | string | null)[])[rows] = row[i] as number | string | null
      rows += 1
      return rows === GROUP ? writeGroup() : undefined
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
