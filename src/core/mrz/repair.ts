import { checkDigit } from './check-digit.ts'
import type { Check, FieldKind, Format } from './formats.ts'

/** One character that was probably misread. Line and column counted from 1. */
export type Repair = {
  line: number
  column: number
  from: string
  to: string
  because: 'alphabet' | 'check digit'
}

/** Look-alikes of OCR-B: letters where digits belong, and the other way round. */
const asDigit: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
}
const asLetter: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
}
const either: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  Z: '2',
  S: '5',
  B: '8',
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '8': 'B',
}

const lettersOnly: ReadonlySet<FieldKind> = new Set(['code', 'state', 'name'])
const digitsOnly: ReadonlySet<FieldKind> = new Set(['date', 'month', 'digits', 'digit'])

/**
 * Suggests what a reader may have confused (0/O, 1/I, 5/S, 8/B, 2/Z, 6/G). Where the alphabet of a field decides, the
 * character is put right; in numbers, which have both, the fewest exchanges (at most two) that make the check digit
 * right, and only if there is one such set; if there are several, `candidates` lists the document numbers they give.
 * `6` and `G` weigh the same and cannot be found in a number.
 * Returns the repaired lines and the steps; the same lines where nothing is to be done. Suggests, decides nothing.
 */
export function repair(
  format: Format,
  lines: readonly string[],
): { lines: string[]; repairs: Repair[]; candidates: string[] } {
  const candidates: string[] = []
  const text = lines.map(line => line.split(''))
  const repairs: Repair[] = []
  const set = (line: number, at: number, to: string, because: Repair['because']) => {
    const row = text[line]
    const from = row?.[at]
    if (!row || from === undefined || from === to) return
    row[at] = to
    repairs.push({ line: line + 1, column: at + 1, from, to, because })
  }

  for (const { kind, line, from, to } of format.fields) {
    const table = lettersOnly.has(kind) ? asLetter : digitsOnly.has(kind) ? asDigit : null
    if (!table) continue
    for (let at = from; at < to; at++) {
      const other = table[text[line]?.[at] ?? '']
      if (other) set(line, at, other, 'alphabet')
    }
  }
  for (const check of format.checks) {
    const other = asDigit[text[check.line]?.[check.at] ?? '']
    if (other) set(check.line, check.at, other, 'alphabet')
  }

  const now = () => text.map(row => row.join(''))
  for (const check of format.checks) {
    if (check.of !== 'documentNumber' && check.of !== 'optional') continue
    const row = text[check.line]
    const given = row?.[check.at] ?? '<'
    if (given === '<' || !row) continue
    if (checkDigit(over(check, now())) === given) continue
    const places: [number, number][] = []
    for (const part of check.over)
      for (let at = part.from; at < part.to; at++)
        if (either[text[part.line]?.[at] ?? '']) places.push([part.line, at])
    const found = exchanges(places, text, () => checkDigit(over(check, now())) === given)
    if (found.length === 1)
      for (const [line, at] of found[0] ?? [])
        set(line, at, either[text[line]?.[at] ?? ''] ?? '', 'check digit')
    else if (check.of === 'documentNumber')
      for (const some of found.slice(0, 16)) {
        some.forEach(place => swap(place, text))
        candidates.push(over(check, now()).replace(/<+/g, ''))
        some.forEach(place => swap(place, text))
      }
  }
  return { lines: now(), repairs, candidates }
}

export const over = (check: Check, lines: readonly string[]): string =>
  check.over.map(part => (lines[part.line] ?? '').slice(part.from, part.to)).join('')

function swap([line, at]: [number, number], text: string[][]) {
  const row = text[line]
  if (row) row[at] = either[row[at] ?? ''] ?? '<'
}

/** Every single place whose exchange makes the test hold, or else every two places. */
function exchanges(places: [number, number][], text: string[][], holds: () => boolean): [number, number][][] {
  const tried = (some: [number, number][]): boolean => {
    some.forEach(place => swap(place, text))
    const good = holds()
    some.forEach(place => swap(place, text))
    return good
  }
  const single = places.filter(place => tried([place]))
  if (single.length > 0) return single.map(place => [place])
  const double: [number, number][][] = []
  for (let i = 0; i < places.length; i++)
    for (let j = i + 1; j < places.length; j++) {
      const [a, b] = [places[i], places[j]]
      if (a && b && tried([a, b])) double.push([a, b])
    }
  return double
}
