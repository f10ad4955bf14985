/**
 * Damages messages the way lines, gateways and hands do: characters lost, doubled, exchanged or invented, pieces moved,
 * lines cut. The same seed gives the same damage (mulberry32), so that a failure can be run again.
 */
export function damage(samples: readonly string[], seed: number): string {
  const random = mulberry32(seed)
  const below = (n: number) => Math.floor(random() * n)
  let text = samples[below(samples.length)] ?? ''
  // One part in ten keeps its length, so that the deeper readers are reached; some inputs are noise throughout.
  if (below(20) === 0) return noise(below(200), below)
  for (let times = 1 + below(6); times > 0; times--) {
    const at = below(text.length + 1)
    const to = Math.min(text.length, at + 1 + below(below(4) === 0 ? 400 : 8))
    switch (below(8)) {
      case 0:
        text = text.slice(0, at) + text.slice(to)
        break
      case 1:
        text = text.slice(0, at) + noise(1 + below(6), below) + text.slice(to)
        break
      case 2:
        text = text.slice(0, to) + text.slice(at)
        break
      case 3:
        text = text.slice(0, at)
        break
      case 4: {
        const other = samples[below(samples.length)] ?? ''
        const from = below(other.length + 1)
        text = text.slice(0, at) + other.slice(from, from + below(300)) + text.slice(at)
        break
      }
      case 5:
        text = text.replaceAll(text.charAt(at) || '+', marks.charAt(below(marks.length)))
        break
      case 6:
        text = text.slice(at) + text.slice(0, at)
        break
      default:
        text = text.slice(0, at) + marks.charAt(below(marks.length)) + text.slice(at)
    }
  }
  return text
}

const marks = '+:\'?*. \n\r\t"$(){}|~^\\/<\u2019\u0000\u0002\u0003\u001c\uFEFFäА人09AZ'

const noise = (length: number, below: (n: number) => number): string => {
  let text = ''
  for (let i = 0; i < length; i++)
    text +=
      below(2) === 0
        ? marks.charAt(below(marks.length))
        : String.fromCharCode(below(below(30) === 0 ? 0x10000 : 128))
  return text
}

/** A small generator of numbers from 0 to 1 (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
