// Names that people have judged: pairs of full names, and single words beside their spelling in another script. The data stand in
// ../shared and are not part of this repository; where they are not there, that is said.
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { reviewScore } from '#core/match/bands.ts'
import { compareNames } from '#core/match/compare.ts'

const shared = new URL('../../../shared/data/', import.meta.url)
const pairsFile = new URL('nomenklatura/name-pairs.csv', shared)
const wordsFile = (script: string): URL => new URL(`neteam-coling2018/dev/wd_${script}_16.tsv`, shared)

/** Least recall that is aimed at for single words at no more than one false pair of a hundred. */
const aims = { russian: 0.97, arabic: 0.9, hebrew: 0.88, chinese: 0.82, korean: 0.87, katakana: 0.92 }

const isOne = (left: string, right: string): boolean => compareNames(left, right).score >= reviewScore

function persons(): string {
  const rows = parse<Record<'schema' | 'name1' | 'name2' | 'is_match', string>>(readFileSync(pairsFile), {
    columns: true,
  }).filter(({ schema }) => schema === 'Person')
  let [both, only, missed] = [0, 0, 0]
  for (const { name1, name2, is_match } of rows) {
    const same = is_match.toLowerCase() === 'true'
    const found = isOne(name1, name2)
    if (found && same) both++
    else if (found) only++
    else if (same) missed++
  }
  return `Labelled persons, ${rows.length} pairs at ${reviewScore}: precision ${(both / (both + only)).toFixed(3)} (aim .80), recall ${(both / (both + missed)).toFixed(3)} (aim .85)`
}

function words(script: keyof typeof aims): string {
  const pairs = readFileSync(wordsFile(script), 'utf8')
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const [latin = '', native = ''] = line.split('\t')
      return [latin, native.replaceAll(' ', '')]
    })
  let [found, chance] = [0, 0]
  pairs.forEach(([latin, native], i) => {
    if (isOne(latin, native)) found++
    const other = pairs[(i * 7 + 3571) % pairs.length]?.[1] ?? ''
    if (other !== native && isOne(latin, other)) chance++
  })
  return `${script} ${(found / pairs.length).toFixed(4)} (aim ${aims[script]}) at ${((100 * chance) / pairs.length).toFixed(2)} % of chance pairs`
}

/** What there is to say, a line each. */
export function labelled(): string[] {
  if (!existsSync(pairsFile))
    return ['Labelled names: the folder ../shared is not here, nothing is measured.']
  const scripts = Object.keys(aims) as (keyof typeof aims)[]
  return [
    persons(),
    `Words in other scripts at ${reviewScore}, no more than 1 % of chance pairs: ${scripts.map(words).join('; ')}`,
  ]
}
