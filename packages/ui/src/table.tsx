import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { useUi } from './ui-provider.tsx'

export type Column<Row> = {
  readonly key: string
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  /** Makes the column sortable by this value. */
  readonly sortBy?: (row: Row) => string | number
  /** The header's text for the sort button, where `header` is not a text. */
  readonly name?: string
  /** The cell that names the row. */
  readonly heads?: 'row'
}

type Order = { readonly key: string; readonly direction: 'ascending' | 'descending' }

const sorted = <Row,>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | undefined,
  language: string,
): readonly Row[] => {
  const by = columns.find(({ key }) => key === order?.key)?.sortBy
  if (order === undefined || by === undefined) return rows
  const collator = new Intl.Collator(language, { numeric: true })
  const sign = order.direction === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)]
    return typeof left === 'number' && typeof right === 'number'
      ? sign * (left - right)
      : sign * collator.compare(String(left), String(right))
  })
}

/** A data table with caption and header cells; scrolls sideways, by keyboard too, where the page is narrow. */
export const Table = <Row,>({
  caption,
  captioned = 'shown',
  columns,
  rows,
  rowKey,
  empty,
  rowTone,
}: {
  readonly caption: ReactNode
  readonly captioned?: 'shown' | 'hidden'
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string | number
  /** Shown instead of rows where there are none. */
  readonly empty?: ReactNode
  readonly rowTone?: (row: Row) => 'info' | 'warn' | 'error' | 'success' | undefined
}) => {
  const id = useId()
  const { language, words } = useUi()
  const region = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  const [order, setOrder] = useState<Order>()

  // measured after every drawing: rows and fonts change the width, not only the window
  useLayoutEffect(() => {
    const measure = () => {
      const element = region.current
      if (element !== null) setScrolls(element.scrollWidth > element.clientWidth)
    }
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  })

  // what scrolls must be reached by keyboard, and then have a name
  const reachable = scrolls
    ? ({ role: 'region', 'aria-labelledby': id, tabIndex: 0 } as const)
    : undefined

  const turn = (key: string) =>
    setOrder(
      order?.key === key && order.direction === 'ascending'
        ? { key, direction: 'descending' }
        : { key, direction: 'ascending' },
    )

  return (
    <div ref={region} className="ui-table-scroll" {...reachable}>
      <table className="ui-table">
        <caption id={id} className={captioned === 'hidden' ? 'ui-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(column.align === 'end' ? 'ui-end' : undefined)}
                aria-sort={order?.key === column.key ? order.direction : undefined}
              >
                {column.sortBy === undefined ? (
                  column.header
                ) : (
                  <button
                    type="button"
                    className="ui-sort"
                    title={words.sortBy(column.name ?? String(column.header))}
                    onClick={() => turn(column.key)}
                  >
                    {column.header}
                    <span className="ui-sort-mark" aria-hidden="true">
                      {order?.key === column.key
                        ? order.direction === 'ascending'
                          ? '▲'
                          : '▼'
                        : '↕'}
                    </span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length} className="ui-table-empty">
                {empty}
              </td>
            </tr>
          )}
          {sorted(rows, columns, order, language).map((row) => (
            <tr key={rowKey(row)} data-tone={rowTone?.(row)}>
              {columns.map((column) => {
                const align = column.align === 'end' ? 'ui-end' : undefined
                return column.heads === 'row' ? (
                  <th key={column.key} scope="row" className={align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={align}>
                    {column.cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
