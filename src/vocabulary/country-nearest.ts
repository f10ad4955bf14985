import { mistakenCodes, otherNames } from './country-table.ts'

/**
 * The codes nearest to what was typed, best first, at most three: the right code for one of another system (GER), a code
 * with letters swapped or one wrong, or the code of a name, everyday or misspelt. Empty when nothing is near.
 */
export const nearestCountries = (
  typed: string,
  codes: readonly string[],
  nameOf: (code: string) => string,
): string[] => {
  const text = typed.toUpperCase()
  const mistaken = mistakenCodes.get(text)
  if (mistaken !== undefined) return [mistaken]
  const wanted = plain(text)
  const isCode = wanted.length <= 3
  const ranked = isCode
    ? codes.map((code): [number, string] => [codeDistance(wanted, code), code])
    : [...codes.map((code): [string, string] => [plain(nameOf(code)), code]), ...otherNames].map(
        ([name, code]): [number, string] => [nameDistance(wanted, name), code],
      )
  const limit = isCode ? 1 : Math.max(1, Math.floor(wanted.length / 4))
  const near = ranked.filter(([distance]) => distance <= limit).toSorted((a, b) => a[0] - b[0])
  return [...new Set(near.map(([, code]) => code))].slice(0, 3)
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .toUpperCase()

/** Swapped letters are likelier than a wrong one, and a wrong last letter likelier than a wrong first. */
const codeDistance = (wanted: string, code: string): number => {
  if (sorted(wanted) === sorted(code)) return 0.2
  const distance = editDistance(wanted, code)
  return distance === 1 ? (wanted.slice(0, 2) === code.slice(0, 2) ? 0.5 : 0.9) : distance
}

const nameDistance = (wanted: string, name: string): number =>
  wanted === name
    ? 0
    : name.startsWith(`${wanted} `) || name.endsWith(` ${wanted}`)
      ? 0.5
      : editDistance(wanted, name)

const sorted = (text: string): string => text.split('').toSorted().join('')

/** Levenshtein's distance with neighbours swapped counted once (optimal string alignment). */
const editDistance = (a: string, b: string): number => {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
