// What an import tells whoever tries it, or did it.
import type { Tx } from '#kit/db.ts'
import { type Issue, Problem } from '#kit/problem.ts'
import type { AlertContent } from './content.ts'
import type { Flaw } from './formats/brought.ts'
import { again, merged, type Merged } from './merging.ts'
import { type AlertRow, contentsOf } from './rows.ts'
import { saidOf } from './source.ts'

/** What an answer can carry. */
export const mostTold = 500

/** An alert that stands, and what becomes of it. */
export interface Standing extends Merged {
  row: AlertRow
  before: AlertContent
  /** Which parts of what it says would differ. */
  differs: readonly string[]
}

/** Told of as many at a time as somebody reads. */
const mostAnnounced = 50

const some = <T extends { row: AlertRow }>(
  all: readonly T[],
  say: (one: T, name: string) => string | string[],
) => all.slice(0, mostAnnounced).flatMap(one => say(one, nameOfRow(one.row)))

/** Which alerts a file would change, for whoever tries it before. */
export const changing = (stood: readonly Standing[]): string[] =>
  some(
    stood.filter(each => each.differs.length > 0),
    ({ differs }, name) => `${name}: it would change (${differs.join(', ')}).`,
  )

/** Of which alerts something that a person wrote gives way to the list, or stays although the list says otherwise: how much, by field. */
export const overruled = (stood: readonly Standing[]): string[] => [
  ...some(
    stood.filter(each => Object.keys(each.gives).length > 0),
    ({ gives }, name) =>
      Object.keys(gives).map(field => `${name}: what was written by hand gives way to the list (${field}).`),
  ),
  ...some(
    stood.filter(each => Object.keys(each.stays).length > 0),
    ({ stays }, name) =>
      Object.entries(stays).map(
        ([field, count]) => `${name}: stays as written by hand (${field}: ${count}).`,
      ),
  ),
]

/** Which alerts would end, and with which of them something that a person wrote. */
export async function ending(tx: Tx, gone: readonly AlertRow[]): Promise<string[]> {
  const told = gone.slice(0, mostAnnounced)
  const contents = await contentsOf(tx, told)
  const said = await saidOf(
    tx,
    told.map(row => row.id),
  )
  return told.map(row => {
    const [now, was] = [contents.get(row.id), said.get(row.id)]
    const stays = now && was ? merged(was, now, again(was)).stays : {}
    const count = Object.values(stays).reduce((sum, each) => sum + each, 0)
    return count > 0
      ? `${nameOfRow(row)}: not in the file; it would end, and with it what was written by hand (${count}).`
      : `${nameOfRow(row)}: not in the file; it would end.`
  })
}

const nameOfRow = ({ reference, sourceId }: AlertRow): string =>
  sourceId === null ? reference : `${reference} (${sourceId})`

/** Every flaw by line, as far as an answer can carry; the sentence says how many there are in all. */
export function rejected(flaws: readonly Flaw[]): Problem {
  const lines = new Set(flaws.map(each => each.line)).size
  const issues: Issue[] = flaws.slice(0, mostTold).map(({ line, where, message, mend }) => ({
    path: ['file', line, where],
    message: where ? `Line ${line}, ${where}: ${message}` : `Line ${line}: ${message}`,
    mend: mend ?? undefined,
  }))
  return new Problem(
    'invalid-input',
    lines === 1
      ? `${lines} entry was rejected and nothing was imported. Mend it, or import without it.`
      : `${lines} entries were rejected and nothing was imported. Mend them, or import without them.`,
    issues,
  )
}
