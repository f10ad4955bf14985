// `iconet compare-names`: reads pairs of names from a CSV or TSV file and prints the file back with a score column.
// The order and the other columns stay as they are. A row without both names gets an empty score and a complaint; the
// exit code is then 1. Exit code 2: the file cannot be read as a table.
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { compareNames as compare } from '#core/match/compare.ts'

/**
 * Compares the names of every row.
 * @param options.pairs path of a CSV or TSV file with a header and the columns `name1` and `name2`
 * @returns 0, 1 where rows could not be compared, 2 where the file is no such table
 */
export async function compareNames(
  options: { pairs: string },
  out: NodeJS.WritableStream,
  err: NodeJS.WritableStream,
): Promise<number> {
  let text: string
  try {
    text = await readFile(options.pairs, 'utf8')
  } catch (error) {
    err.write(
      `${options.pairs} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); give the path of a CSV or TSV file\n`,
    )
    return 2
  }
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  text = text.slice(mark.length)
  const head = text.slice(0, /[\r\n]/.exec(text)?.index ?? text.length)
  const delimiter = head.includes('\t') ? '\t' : head.includes(';') && !head.includes(',') ? ';' : ','
  const newline = /\r\n/.test(text) ? '\r\n' : '\n'
  let rows: string[][]
  try {
    rows = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      // tab-separated files are rarely quoted, and a lone quotation mark in a name is a sign like any other
      ...(delimiter === '\t' ? { quote: null } : { relax_quotes: true }),
    })
  } catch (error) {
    err.write(
      `${options.pairs} is no table: ${error instanceof Error ? error.message : 'unreadable'}; check the quotation marks\n`,
    )
    return 2
  }
  const header = rows[0] ?? []
  const left = header.findIndex(name => name.trim().toLowerCase() === 'name1')
  const right = header.findIndex(name => name.trim().toLowerCase() === 'name2')
  if (left < 0 || right < 0) {
    err.write(
      `${options.pairs} line 1: the columns name1 and name2 are not both there; name them in the first line\n`,
    )
    return 2
  }
  const old = header.findIndex(name => name.trim().toLowerCase() === 'score')
  const at = old < 0 ? header.length : old
  let wrong = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? []
    while (row.length < header.length) row.push('')
    if (i === 0) row[at] = 'score'
    else {
      const a = row[left] ?? ''
      const b = row[right] ?? ''
      if (a.trim() === '' || b.trim() === '') {
        wrong++
        if (wrong <= 100)
          err.write(`${options.pairs} row ${i + 1}: name1 or name2 is empty; write both names\n`)
        row[at] = ''
      } else row[at] = compare(a, b).score.toFixed(4)
    }
  }
  const written =
    delimiter === '\t'
      ? rows.map(row => row.join('\t') + newline).join('')
      : stringify(rows, { delimiter, record_delimiter: newline })
  out.write(mark + written)
  return wrong > 0 ? 1 : 0
}
