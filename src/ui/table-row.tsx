import { memo, type ReactNode } from 'react'
import { formatNumber } from './format.ts'
import { useLanguage } from './i18n.ts'

export interface Column<T> {
  id: string
  header: string
  /** What stands in the cell; without it the value itself. */
  cell?: (row: T) => ReactNode
  /** What is sorted and filtered by; without it the column does neither. */
  value?: (row: T) => string | number | Date | null | undefined
  width?: 'action' | 'short' | 'middle' | 'long' | 'half'
  numeric?: boolean
  nowrap?: boolean
  /** The column that names the row: its cell is the row's header. */
  title?: boolean
  /** The header is only said, not shown (for buttons). */
  unseenHeader?: boolean
  /** Left out until the reader chooses it under “Columns”. */
  hidden?: boolean
}

interface LineProps<T> {
  id: string
  row: T
  index: number
  /** The columns shown, in order. */
  columns: readonly Column<T>[]
  current: boolean
  tabIndex: 0 | -1
  /** Measures the row where only some of many are drawn; its place is then said as well. */
  measure: ((element: Element | null) => void) | undefined
  onFocus: (id: string) => void
  onOpen: ((row: T) => void) | undefined
}

const Cell = <T,>({ column, row }: { column: Column<T>; row: T }) => {
  const language = useLanguage()
  const value = column.value?.(row)
  const content = column.cell
    ? column.cell(row)
    : typeof value === 'number'
      ? formatNumber(value, language)
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : value
  const name =
    [column.numeric && 'numeric', column.nowrap && 'nowrap', column.unseenHeader && 'acts']
      .filter(Boolean)
      .join(' ') || undefined
  if (column.title)
    return (
      <th role="rowheader" scope="row" className={name}>
        {content}
      </th>
    )
  return (
    <td role="cell" className={name} data-label={column.unseenHeader ? undefined : column.header}>
      {typeof content === 'string' || typeof content === 'number' ? content : content && <div>{content}</div>}
    </td>
  )
}

const LineOnce = <T,>({
  id,
  row,
  index,
  columns,
  current,
  tabIndex,
  measure,
  onFocus,
  onOpen,
}: LineProps<T>) => {
  return (
    <tr
      role="row"
      data-row={id}
      data-index={index}
      aria-rowindex={measure ? index + 2 : undefined}
      data-current={current ? '' : undefined}
      tabIndex={tabIndex}
      ref={measure}
      onFocus={() => onFocus(id)}
      onClick={
        onOpen &&
        (event => {
          const inside = (event.target as Element).closest('a, button, input, label, summary')
          // Words marked with the mouse are not a wish to open.
          if (!inside && !getSelection()?.toString()) onOpen(row)
        })
      }
    >
      {columns.map(column => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </tr>
  )
}

/** A row of a table; drawn anew only when something about it changed, so that moving among thousands stays quick. */
export const Line = memo(LineOnce) as typeof LineOnce
