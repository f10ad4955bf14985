import './table.css'
import {
  type ColumnDef,
  getCoreRowModel,
  getSortedRowModel,
  type Row,
  type SortingState,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { fold } from './fold.ts'
import { formatNumber } from './format.ts'
import { useLanguage, useText } from './i18n.ts'
import { Icon } from './icons.tsx'
import { useKeys } from './keys.ts'
import { announce } from './page.ts'
import { Empty, Failed, Skeleton } from './parts.tsx'
import { recall, remember } from './remember.ts'
import { type Column, Line } from './table-row.tsx'
import { unhurried } from './table-scroll.ts'

export type { Column } from './table-row.tsx'

export interface TableProps<T> {
  /** Names the table for those who listen, and in what the device remembers. */
  label: string
  columns: Column<T>[]
  rows: readonly T[] | undefined
  rowId: (row: T) => string | number
  /** While `rows` is undefined: loading, or failed with its number and a way to try again. */
  failed?: { id?: string | undefined; offline?: boolean; retry?: () => void } | undefined
  empty?: ReactNode
  caption?: ReactNode
  /** Rows of totals: `<tr>`s. */
  foot?: ReactNode
  /** The row that stands out, such as one's own. */
  current?: string | number | null | undefined
  onOpen?: (row: T) => void
  onCurrent?: (row: T) => void
  sort?: { id: string; desc?: boolean }
  /** Field that filters over every column with a value; “Columns” menu; remembered under this name. */
  tools?: string | false
  /** The j, k and arrow keys move in this table (only one table on a page). */
  keys?: boolean
  /** Tables of figures keep their columns and scroll sideways; work tables become lists of facts. */
  figures?: boolean
}

const many = 150
const comparable = (value: string | number | Date | null | undefined): string | number =>
  value instanceof Date ? value.getTime() : (value ?? '')

// One collator for all: making one for each comparison costs more than the comparison.
const collator = new Intl.Collator(undefined, { numeric: true })
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

const wordsOf = (value: string | number | Date | null | undefined): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')
const textsOf = <T,>(rows: readonly T[], columns: Column<T>[]): string[] =>
  rows.map(row => fold(columns.map(column => wordsOf(column.value?.(row))).join(' ')))

const tableColumns = <T,>(columns: Column<T>[]): ColumnDef<T>[] =>
  columns.map(column => ({
    id: column.id,
    accessorFn: row => comparable(column.value?.(row)),
    enableSorting: column.value !== undefined,
    sortingFn: (a, b, id) => {
      const [left, right] = [a.getValue<string | number>(id), b.getValue<string | number>(id)]
      // What is missing stands last among the ascending.
      if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1
      return compare(left, right)
    },
  }))

const storedColumns = (name: string, columns: Column<never>[]): VisibilityState => {
  const hidden = Object.fromEntries(columns.filter(column => column.hidden).map(column => [column.id, false]))
  const stored = recall(`columns-${name}`)
  if (!stored) return hidden
  const shown = new Set(stored.split(' '))
  return Object.fromEntries(columns.map(column => [column.id, column.title === true || shown.has(column.id)]))
}

/** A table of work: sorted, filtered, moved in by keyboard; drawn in part only when there are many rows. */
export const Table = <T,>(props: TableProps<T>) => {
  const t = useText()
  const language = useLanguage()
  const { columns, rows, rowId, tools = false, figures = false } = props
  const filterId = useId()
  const [sorting, setSorting] = useState<SortingState>(
    props.sort ? [{ id: props.sort.id, desc: props.sort.desc ?? false }] : [],
  )
  const [typed, setTyped] = useState('')
  const filter = useDeferredValue(typed)
  const [visibility, setVisibility] = useState(() =>
    storedColumns(tools || props.label, columns as Column<never>[]),
  )
  const [at, setAt] = useState<string | number | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  const definitions = useMemo(() => tableColumns(columns), [columns])
  // Folded once for all keystrokes; only when something is typed at all.
  const filtering = filter.trim() !== ''
  const texts = useMemo(() => (filtering ? textsOf(rows ?? [], columns) : []), [filtering, rows, columns])
  const data = useMemo(() => {
    const words = fold(filter).split(/\s+/).filter(Boolean)
    const all = rows ?? []
    return words.length
      ? all.filter((_, index) => words.every(word => texts[index]?.includes(word)))
      : [...all]
  }, [rows, filter, texts])
  // Its functions change with its state, so this component is left out of automatic memoising, as the library asks.
  // oxlint-disable-next-line react/incompatible-library
  const table = useReactTable<T>({
    data,
    columns: definitions,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: setSorting,
    getRowId: row => String(rowId(row)),
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    sortDescFirst: false,
  })
  const shown = table.getRowModel().rows
  const visible = useMemo(
    () => columns.filter(column => visibility[column.id] ?? true),
    [columns, visibility],
  )
  const onRowFocus = useCallback((row: string) => {
    wanted.current = row
    setAt(row)
  }, [])
  const long = shown.length > many
  const passing = useRef<HTMLDivElement>(null)
  const nameOf = useRef<(index: number) => string>(String)
  useEffect(() => {
    const by = columns.find(({ id }) => id === sorting[0]?.id) ?? columns.find(({ title }) => title)
    nameOf.current = index => {
      const row = shown[index]
      const place = `${formatNumber(index + 1, language)} / ${formatNumber(shown.length, language)}`
      return `${(row && wordsOf(by?.value?.(row.original)).slice(0, 40)) ?? ''} · ${place}`
    }
  })
  const [observe] = useState(() =>
    unhurried(row => {
      if (!passing.current) return
      passing.current.hidden = row === null
      if (row !== null) passing.current.textContent = nameOf.current(row)
    }),
  )
  // The same function as long as the rows are the same: with a new one, all rows would be measured out again.
  const keyOf = useCallback((index: number) => shown[index]?.id ?? index, [shown])
  const virtualizer = useWindowVirtualizer({
    count: long ? shown.length : 0,
    estimateSize: () => 57,
    overscan: 8,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: keyOf,
    observeElementOffset: observe,
    // Rows are drawn with the next frame, together, and never twice within one.
    useFlushSync: false,
  })

  const focusRow = (index: number) => {
    const row = shown[index]
    if (!row) return
    setAt(row.id)
    props.onCurrent?.(row.original)
    if (long) virtualizer.scrollToIndex(index, { align: 'auto' })
    wanted.current = row.id
    // A row far away is drawn a moment later; a newer wish ends an older one.
    const focus = (tries: number): void => {
      if (wanted.current !== row.id) return
      const element = body.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(row.id)}"]`)
      if (element) {
        const target = element.querySelector<HTMLElement>('a.row-title, button.row-title') ?? element
        target.focus({ preventScroll: true })
        element.scrollIntoView({ block: 'nearest' })
      } else if (tries > 0) {
        virtualizer.scrollToIndex(index, { align: 'auto' })
        requestAnimationFrame(() => focus(tries - 1))
      }
    }
    requestAnimationFrame(() => focus(30))
  }
  const place = shown.findIndex(row => row.id === String(at))
  const move = (by: number) => focusRow(Math.max(0, Math.min(shown.length - 1, place + by)))
  useKeys(
    {
      j: { label: t('keys.move'), also: 'k', run: () => move(1) },
      k: { label: t('keys.previous'), run: () => (place < 0 ? focusRow(0) : move(-1)), hidden: true },
    },
    (props.keys ?? true) && shown.length > 0,
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const inRow = (event.target as HTMLElement).closest('tr[data-row]')
    if (!inRow || event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Home: () => focusRow(0),
      End: () => focusRow(shown.length - 1),
      PageDown: () => move(10),
      PageUp: () => move(-10),
    }
    const step = steps[event.key]
    if (step && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault()
      step()
    } else if (event.key === 'Enter' && event.target === inRow && props.onOpen) {
      const row = shown[place]
      if (row) props.onOpen(row.original)
    }
  }
  const toggle = (column: Column<T>) => {
    const next = { ...visibility, [column.id]: !(visibility[column.id] ?? true) }
    setVisibility(next)
    remember(
      `columns-${tools || props.label}`,
      columns
        .map(({ id }) => id)
        .filter(id => next[id] ?? true)
        .join(' '),
    )
  }

  const header = (column: Column<T>) => {
    const state = table.getColumn(column.id)
    const sorted = state?.getIsSorted() ?? false
    const order = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'
    const sortable = column.value !== undefined
    return (
      <th
        key={column.id}
        role="columnheader"
        scope="col"
        className={column.numeric ? 'numeric' : undefined}
        data-width={column.width}
        aria-sort={sortable ? order : undefined}
      >
        {column.unseenHeader ? (
          <span className="unseen">{column.header}</span>
        ) : sortable ? (
          <button
            type="button"
            onClick={() => {
              const desc = sorted === 'asc'
              setSorting([{ id: column.id, desc }])
              const direction = t(desc ? 'table.descending' : 'table.ascending')
              announce(t('table.sorted', { column: column.header, direction }))
            }}
          >
            {column.header} <Icon name={sorted === 'asc' ? 'up' : sorted === 'desc' ? 'down' : 'sort'} />
          </button>
        ) : (
          column.header
        )}
      </th>
    )
  }
  const line = (row: Row<T>, index: number) => {
    const isAt = row.id === String(at)
    const open = props.onOpen !== undefined && (isAt || (place < 0 && index === 0))
    return (
      <Line
        key={row.id}
        id={row.id}
        row={row.original}
        index={index}
        columns={visible}
        current={isAt || row.id === String(props.current ?? '')}
        tabIndex={open ? 0 : -1}
        measure={long ? virtualizer.measureElement : undefined}
        onFocus={onRowFocus}
        onOpen={props.onOpen}
      />
    )
  }
  const items = long ? virtualizer.getVirtualItems() : []
  const above = items[0] ? items[0].start - virtualizer.options.scrollMargin : 0
  const last = items.at(-1)
  const beneath = last ? virtualizer.getTotalSize() - (last.end - virtualizer.options.scrollMargin) : 0
  const spacer = (height: number, key: string) =>
    height > 0 && (
      <tr className="spacer" key={key} aria-hidden="true">
        {/* Stands for the rows not drawn; an attribute, since styles set in markup are forbidden. */}
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
        <td height={height} colSpan={visible.length} />
      </tr>
    )

  const toolbar = tools !== false && rows && (
    <div className="table-tools">
      <label className="unseen" htmlFor={filterId}>
        {t('table.filter')}
      </label>
      <input
        className="input"
        id={filterId}
        type="search"
        placeholder={t('table.filter')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <span className="caption" role="status">
        {filter.trim()
          ? t('table.rows.filtered', { shown: shown.length, total: rows.length })
          : t('table.rows', { count: rows.length })}
      </span>
      <details className="menu-anchor end">
        <summary className="button" data-size="small">
          {t('table.columns')}
        </summary>
        <div className="menu">
          {columns
            .filter(column => !column.title && !column.unseenHeader)
            .map(column => (
              <label className="choice" key={column.id}>
                <input
                  type="checkbox"
                  checked={visibility[column.id] ?? true}
                  onChange={() => toggle(column)}
                />
                {column.header}
              </label>
            ))}
        </div>
      </details>
    </div>
  )

  if (!rows) return props.failed ? <Failed {...props.failed} /> : <Skeleton lines={6} />
  if (!rows.length) return props.empty ?? <Empty title={t('table.empty')} />
  return (
    <>
      {toolbar}
      {/* Arrow keys and Enter act on the rows inside; each row can take the focus itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={figures ? 'table scroll' : 'table table-stack'}
        data-long={long ? '' : undefined}
        ref={body}
        onKeyDown={onKeyDown}
        {...(figures && { role: 'region', tabIndex: 0, 'aria-label': props.label })}
      >
        <table role="table" aria-label={props.label} aria-rowcount={long ? shown.length + 1 : undefined}>
          {props.caption && <caption>{props.caption}</caption>}
          <thead role="rowgroup">
            <tr role="row">{visible.map(header)}</tr>
          </thead>
          <tbody role="rowgroup">
            {long
              ? [
                  spacer(above, 'above'),
                  ...items.map(item => {
                    const row = shown[item.index]
                    return row && line(row, item.index)
                  }),
                  spacer(beneath, 'beneath'),
                ]
              : shown.map(line)}
          </tbody>
          {props.foot && <tfoot role="rowgroup">{props.foot}</tfoot>}
        </table>
        {long && <div className="passing" ref={passing} hidden aria-hidden="true" />}
      </div>
      {shown.length === 0 && (
        <Empty
          title={t('table.none')}
          action={
            <button type="button" className="button" onClick={() => setTyped('')}>
              {t('table.clear')}
            </button>
          }
        >
          {t('table.none.text')}
        </Empty>
      )}
    </>
  )
}
