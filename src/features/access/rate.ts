import { Problem } from '#kit/problem.ts'

/** How many tries a caller has in a period of `seconds`. */
export interface Allowance {
  tries: number
  seconds: number
}

/**
 * Slows down guessing: counts tries by name (an address) in this process's memory, so that a flood costs the database nothing.
 * What is guessed at has 256 bits; several server processes allow a few tries more and nothing else.
 */
export class Limit {
  readonly #allowance: Allowance
  #counted = new Map<string, { left: number; ends: number }>()

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  /** Takes one try. @throws Problem `too-many-requests` when none is left; `wait` is told the seconds until there is. */
  take(name: string, now: Date, wait: (seconds: number) => void): void {
    const time = now.getTime()
    const { tries, seconds } = this.#allowance
    if (this.#counted.size > 10_000)
      this.#counted = new Map([...this.#counted].filter(([, { ends }]) => ends > time))
    const known = this.#counted.get(name)
    const count = known && known.ends > time ? known : { left: tries, ends: time + seconds * 1000 }
    this.#counted.set(name, count)
    if (count.left > 0) {
      count.left -= 1
      return
    }
    const rest = Math.ceil((count.ends - time) / 1000)
    wait(rest)
    throw new Problem('too-many-requests', `Too many tries from here. Wait ${rest} seconds, then try again.`)
  }

  /** Gives a try back: it succeeded. */
  restore(name: string): void {
    const count = this.#counted.get(name)
    if (count) count.left += 1
  }
}
