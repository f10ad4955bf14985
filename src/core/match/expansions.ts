// What the words of a list answer to the words of passengers, remembered: it depends on the list only.
import { soundForm } from '#core/names/phonetic.ts'
import { Script } from '#core/names/script.ts'
import { expand, expandHead } from './expand.ts'
import type { Expansion } from './expand.ts'
import { spoken } from './likeness.ts'
import type { Words } from './words.ts'

/**
 * What there is of a joined word that nobody bears; one for all of them. It is the first of its kind that is made: numbers that may
 * have a fraction have one here, or V8 gives up the shape of all those made before the first that has one.
 */
const nothing: Expansion = {
  word: spoken('', '', Script.Latin),
  found: new Int32Array(0),
  at: 0,
  count: 0,
  best: 0,
  bits: 0,
  borne: 0,
  alone: 0.5,
  mass: 1.5,
  company: 1.5,
  total: 1,
  shares: undefined,
}

/** Remembers the answers of one kind, two generations of them: what was not asked for in one generation is forgotten. */
class Remembered {
  private young = new Map<string, Expansion>()
  private old = new Map<string, Expansion>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get(key: string): Expansion | undefined {
    const known = this.young.get(key)
    if (known !== undefined) return known
    const older = this.old.get(key)
    if (older !== undefined) this.set(key, older)
    return older
  }

  set(key: string, expansion: Expansion): Expansion {
    this.young.set(key, expansion)
    if (this.young.size > this.limit) {
      this.old = this.young
      this.young = new Map()
    }
    return expansion
  }

  forget(): void {
    this.young.clear()
    this.old.clear()
  }
}

/** What the words of a list answer to the words of passengers; words joined by us, of which most are no word, apart. */
export class Expansions {
  private readonly whole: Remembered
  private readonly joined: Remembered
  private readonly heads: Remembered
  private readonly words: Words
  private readonly nameCount: () => number

  /** @param limit how many words, joined words and words cut short are remembered at least */
  constructor(words: Words, nameCount: () => number, limit: number) {
    this.words = words
    this.nameCount = nameCount
    this.whole = new Remembered(limit)
    this.joined = new Remembered(limit)
    this.heads = new Remembered(Math.ceil(limit / 20))
  }

  /** The words that begin with a word that was cut short. */
  headed(latin: string): Expansion {
    return (
      this.heads.get(latin) ??
      this.heads.set(latin, expandHead(this.words, this.nameCount(), spoken(latin, latin, Script.Latin)))
    )
  }

  of(form: string, latin: string, script: Script, narrow: boolean): Expansion {
    const kept = narrow ? this.joined : this.whole
    const known = kept.get(form)
    if (known !== undefined) return known
    const word =
      narrow && script === Script.Latin
        ? { form, latin, script, sound: soundForm(latin), units: [] }
        : spoken(form, latin, script)
    const made = expand(this.words, this.nameCount(), word, narrow)
    return kept.set(form, narrow && made.count === 0 ? nothing : made)
  }

  forget(): void {
    for (const kept of [this.whole, this.joined, this.heads]) kept.forget()
  }
}
