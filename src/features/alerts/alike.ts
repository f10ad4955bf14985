// Which part of one account of an alert is which part of another: the same document, thing, identity or name, as two files or a
// person and a file write it.
import { documentNumber } from '#core/match/records.ts'
import type { AlertDocument, AlertObject, Identity, Name } from './content.ts'
import { keysOf } from './content.ts'

/** How much two parts seem to be one; 0: they are two. */
export type Likeness<P> = (one: P, other: P) => number

export const equal = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * Pairs each part with at most one other: those most alike first, among these those at the nearest places.
 * @returns for each part of `from` the place of its other in `to`; a part without one is not in it.
 */
export function paired<P>(from: readonly P[], to: readonly P[], like: Likeness<P>): Map<number, number> {
  const written = to.map(other => JSON.stringify(other))
  const all = from.flatMap((one, i) => {
    const text = JSON.stringify(one)
    return to.flatMap((other, j) => {
      const likeness = text === written[j] ? Number.MAX_VALUE : like(one, other)
      return likeness > 0 ? [{ i, j, likeness }] : []
    })
  })
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of all.toSorted(
    (a, b) => b.likeness - a.likeness || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i,
  ))
    if (!pairs.has(i) && !taken.has(j)) {
      pairs.set(i, j)
      taken.add(j)
    }
  return pairs
}

const last = ({ number, to }: AlertDocument): string => documentNumber(to ?? number)
export const likeDocuments: Likeness<AlertDocument> = (one, other) =>
  documentNumber(one.number) !== documentNumber(other.number) || last(one) !== last(other)
    ? 0
    : one.issuer === other.issuer
      ? 3
      : one.issuer === null || other.issuer === null
        ? 2
        : 0

export const likeObjects: Likeness<AlertObject> = (one, other) => {
  const keys = keysOf(one)
  const shared = keysOf(other).filter(key => keys.includes(key)).length
  return shared || Number(one.name !== '' && one.name.toUpperCase() === other.name.toUpperCase())
}

const writtenName = ({ family, given, full }: Name): string =>
  [family, given, full].join('|').normalize('NFC').toUpperCase()
export const likeNames: Likeness<Name> = (one, other) => Number(writtenName(one) === writtenName(other))

/** Of one person, so that a date alone ties two: a name that was spelt anew is the same identity. */
export const likeIdentities: Likeness<Identity> = (one, other) => {
  if ((one.kind === 'misused') !== (other.kind === 'misused')) return 0
  const names = new Set(one.names.map(writtenName))
  const named = other.names.some(each => names.has(writtenName(each)))
  const dated = one.birth !== null && one.birth === other.birth
  return named ? (dated ? 4 : one.birth === null || other.birth === null ? 3 : 2) : Number(dated)
}
