// What a question gathers: alerts that can still be a hit, each once.

/** The same numbers with as much room again. */
export function wider<A extends Int32Array | Uint32Array | Float32Array>(from: A): A {
  const to = new (from.constructor as new (length: number) => A)(from.length * 2)
  to.set(from)
  return to
}

export class Candidates {
  list = new Uint32Array(4096)
  masks = new Uint32Array(4096)
  /** the most that the best name of each can be worth by the words it shares */
  reach = new Float32Array(4096)
  count = 0
  visited = 0
  private known: Uint8Array

  constructor(alerts: number) {
    this.known = new Uint8Array(alerts)
  }

  /** Makes room for this many alerts; only while there are no candidates. */
  cover(alerts: number): void {
    if (alerts > this.known.length) this.known = new Uint8Array(alerts * 2)
  }

  add(alert: number, mask: number, reach: number): void {
    if (this.known[alert] === 1) return
    this.known[alert] = 1
    if (this.count === this.list.length) {
      this.list = wider(this.list)
      this.masks = wider(this.masks)
      this.reach = wider(this.reach)
    }
    this.list[this.count] = alert
    this.masks[this.count] = mask
    this.reach[this.count] = reach
    this.count++
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.known[this.list[i]!] = 0
    this.count = 0
    this.visited = 0
  }
}
