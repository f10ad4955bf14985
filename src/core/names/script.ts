// Which script a letter belongs to. The ranges are the Unicode 16 blocks that names are written in.

export const Script = {
  Latin: 0,
  Cyrillic: 1,
  Greek: 2,
  Armenian: 3,
  Georgian: 4,
  Arabic: 5,
  Hebrew: 6,
  Devanagari: 7,
  Bengali: 8,
  Han: 9,
  Kana: 10,
  Hangul: 11,
  Ethiopic: 12,
  Thai: 13,
  Other: 14,
} as const

export type Script = (typeof Script)[keyof typeof Script]

const ranges: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x24f, Script.Latin],
  [0x250, 0x2ff, Script.Latin],
  [0x370, 0x3ff, Script.Greek],
  [0x400, 0x52f, Script.Cyrillic],
  [0x530, 0x58f, Script.Armenian],
  [0x590, 0x5ff, Script.Hebrew],
  [0x600, 0x6ff, Script.Arabic],
  [0x750, 0x77f, Script.Arabic],
  [0x8a0, 0x8ff, Script.Arabic],
  [0x900, 0x97f, Script.Devanagari],
  [0x980, 0x9ff, Script.Bengali],
  [0xe00, 0xe7f, Script.Thai],
  [0x10a0, 0x10ff, Script.Georgian],
  [0x1100, 0x11ff, Script.Hangul],
  [0x1200, 0x139f, Script.Ethiopic],
  [0x1c90, 0x1cbf, Script.Georgian],
  [0x1e00, 0x1eff, Script.Latin],
  [0x1f00, 0x1fff, Script.Greek],
  [0x2d80, 0x2ddf, Script.Ethiopic],
  [0x3005, 0x3007, Script.Han],
  [0x3040, 0x30ff, Script.Kana],
  [0x31f0, 0x31ff, Script.Kana],
  [0x3400, 0x9fff, Script.Han],
  [0xac00, 0xd7a3, Script.Hangul],
  [0xf900, 0xfaff, Script.Han],
  [0xfb00, 0xfb06, Script.Latin],
  [0xfb13, 0xfb17, Script.Armenian],
  [0xfb1d, 0xfb4f, Script.Hebrew],
  [0xfb50, 0xfdff, Script.Arabic],
  [0xfe70, 0xfefc, Script.Arabic],
  [0x20000, 0x323af, Script.Han],
]

/** The script of one code point; `Other` for anything that is no letter of a script listed here. */
export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x41) return Script.Other
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) break
    if (codePoint < range[0]) high = middle - 1
    else if (codePoint > range[1]) low = middle + 1
    else return range[2]
  }
  return Script.Other
}

/** The script most letters of a word are written in; of two equal ones the one that comes first. */
export function scriptOfWord(word: string): Script {
  let first: Script = Script.Other
  let mixed = false
  for (const letter of word) {
    const script = scriptOf(letter.codePointAt(0) ?? 0)
    if (script === Script.Other) continue
    if (first === Script.Other) first = script
    else if (script !== first) mixed = true
  }
  if (!mixed) return first
  const counts = new Map<Script, number>()
  for (const letter of word) {
    const script = scriptOf(letter.codePointAt(0) ?? 0)
    if (script !== Script.Other) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  let best = first
  for (const [script, count] of counts) if (count > (counts.get(best) ?? 0)) best = script
  return best
}
