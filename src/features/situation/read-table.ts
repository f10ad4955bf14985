import { parse } from 'csv-parse'
import type { Readable } from 'node:stream'

/** One refusal: where it stands and how to mend it. `line` counts from 1, the heading included. */
export type Rejection = {
  line: number
  column: string
  value: string
  reason: string
  suggestion: string | null
}

/** A value that was set aside although the row was taken. */
export type Remark = { line: number; column: string; value: string; reason: string }

/** What a row of a source became. */
export type Reading<Row> =
  | { taken: true; line: number; row: Row; remarks: Remark[] }
  | { taken: false; rejections: Rejection[] }

/** The fields of one row by column, and a place to say what is wrong with them. */
export type Fields = {
  line: number
  text: (column: string) => string
  reject: (column: string, reason: string, suggestion?: string | null) => void
  remark: (column: string, reason: string) => void
}

/** Thrown when the file as a whole cannot be read: a wrong heading, a quotation mark that is not closed. */
export class UnreadableFile extends Error {}

/**
 * Reads a comma-separated file row by row (RFC 4180, UTF-8, with or without byte-order mark) and holds one row at a time.
 * `make` turns the fields into a row, or says what is wrong and gives null. Throws UnreadableFile when the heading is not
 * exactly `columns` or the quoting is broken; a row with too many or too few fields is rejected like any other.
 */
export async function* readTable<Row>(
  input: Readable,
  columns: readonly string[],
  make: (fields: Fields) => Row | null,
): AsyncGenerator<Reading<Row>> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true })
  input.on('error', cause => parser.destroy(cause)).pipe(parser)
  let heading = true
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (heading) checkHeading(record, columns)
      else yield readRow(record, startOf(record, info.lines), columns, make)
      heading = false
    }
  } catch (cause) {
    throw cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_')
      ? new UnreadableFile(`The file is not well-formed. ${cause.message}. Mend the quotation marks there.`)
      : cause
  }
  if (heading) throw new UnreadableFile(`The file is empty. Its first line must be ${columns.join(',')}.`)
}

/** A row may span lines, when a text in it does; it is named by the line it begins on. */
const startOf = (record: string[], endLine: number): number =>
  endLine - record.reduce((breaks, field) => breaks + field.split('\n').length - 1, 0)

function checkHeading(found: string[], columns: readonly string[]): void {
  if (found.join() === columns.join()) return
  throw new UnreadableFile(
    `The first line must be ${columns.join(',')}. It is ${found.join(',').slice(0, 200)}. Is this the right source?`,
  )
}

function readRow<Row>(
  record: string[],
  line: number,
  columns: readonly string[],
  make: (fields: Fields) => Row | null,
): Reading<Row> {
  const rejections: Rejection[] = []
  const remarks: Remark[] = []
  const text = (column: string) => record[columns.indexOf(column)] ?? ''
  const value = (column: string) => text(column).slice(0, 80)
  if (record.length !== columns.length) {
    const reason = `The row has ${record.length} fields; it needs ${columns.length}.`
    return {
      taken: false,
      rejections: [{ line, column: '', value: record.join().slice(0, 80), reason, suggestion: null }],
    }
  }
  const row = make({
    line,
    text,
    reject: (column, reason, suggestion = null) =>
      void rejections.push({ line, column, value: value(column), reason, suggestion }),
    remark: (column, reason) => void remarks.push({ line, column, value: value(column), reason }),
  })
  if (row !== null && rejections.length === 0) return { taken: true, line, row, remarks }
  if (rejections.length > 0) return { taken: false, rejections }
  throw new Error(`Line ${line} was refused without a reason.`)
}

/** A whole number of at least `least`, or undefined. */
export const wholeNumber = (text: string, least: number): number | undefined => {
  const value = /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least ? value : undefined
}

/** A month as YYYY-MM, or undefined. */
export const monthOf = (text: string): string | undefined =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined
