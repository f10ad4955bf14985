/** A list of numbers that grows. */
export class Growing {
  list = new Uint32Array(1 << 12)
  length = 0
  push(value: number): void {
    if (this.length === this.list.length) this.widen(this.length * 2)
    this.list[this.length++] = value
  }
  widen(length: number): void {
    const wider = new Uint32Array(length)
    wider.set(this.list)
    this.list = wider
  }
}
