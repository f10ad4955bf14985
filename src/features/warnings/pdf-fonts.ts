import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The parts of IBM Plex Sans (SIL Open Font Licence 1.1) by script, most used first. */
const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek'] as const
type Script = (typeof scripts)[number]

interface Glyph {
  path: { commands: readonly { command: string; args: readonly number[] }[] }
}
interface Font {
  hasGlyphForCodePoint(code: number): boolean
  getGlyph(...given: unknown[]): Glyph
}
/** What pdfkit holds of an embedded font; it says nothing about it in its types. */
interface Embedded {
  font: Font
  subset: { font: Font; glyphEncoder: { encodeSimple(path: Glyph['path']): Buffer } }
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource-variable/ibm-plex-sans/package.json')),
  'files',
)

/** Gives a document the fonts, and splits a text into runs that one font can write. Letters of no font become a replacement. */
export function useFonts(doc: PDFKit.PDFDocument): (text: string) => { font: Script; text: string }[] {
  const fonts = new Map<Script, Font>()
  for (const script of scripts) {
    doc.registerFont(script, readFileSync(join(folder, `ibm-plex-sans-${script}-wght-normal.woff2`)))
    doc.font(script)
    const embedded = (doc as unknown as { _font: Embedded })._font
    fonts.set(script, embedded.font)
    embedded.subset.font = drawnAnew(embedded.font)
    embedded.subset.glyphEncoder = { encodeSimple: encodedOutline }
  }
  const fontOf = (letter: string): Script | undefined =>
    scripts.find(script => fonts.get(script)?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
  return text => {
    const runs: { font: Script; text: string }[] = []
    for (const letter of text.normalize('NFC')) {
      const known = fontOf(letter)
      const last = runs.at(-1)
      const font = known ?? 'latin'
      const shown = known ? letter : /\s/.test(letter) ? ' ' : '?'
      // Blanks and full stops are in every part: they stay with the word before them.
      if (
        last &&
        (last.font === font || fonts.get(last.font)?.hasGlyphForCodePoint(shown.codePointAt(0) ?? 0))
      )
        last.text += shown
      else runs.push({ font, text: shown })
    }
    return runs
  }
}

/**
 * fontkit copies letters out of the file byte by byte, and accented ones as references to their parts. A WOFF2 file holds neither
 * in that form (W3C WOFF 2.0, §5.1). So each letter is written by its outline instead, which is what fontkit does for an instance
 * of a variable font: told that this is one, it needs only the outline, which `encodedOutline` writes.
 */
function drawnAnew(font: Font): Font {
  const whole = (target: object, name: string | symbol): unknown => {
    const value: unknown = Reflect.get(target, name)
    return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(target) : value
  }
  // Each stands before an object of its own: some of fontkit's properties cannot be replaced on the object that has them.
  return new Proxy({} as Font, {
    get: (_, name) => {
      if (name === '_variationProcessor') return {}
      if (name !== 'getGlyph') return whole(font, name)
      return (...given: unknown[]) => {
        const glyph = font.getGlyph(...given)
        const outline = { numberOfContours: 1, instructions: [] }
        return new Proxy({} as Glyph, {
          get: (__, part) => (part === '_decode' ? () => outline : whole(glyph, part)),
        })
      }
    },
  })
}

/** An outline as a simple glyph of the `glyf` table (ISO/IEC 14496-22): every point with its own flag, coordinates in 16 bits. */
function encodedOutline({ commands }: Glyph['path']): Buffer {
  const points: { x: number; y: number; on: boolean }[] = []
  const ends: number[] = []
  for (const { command, args } of commands) {
    if (command === 'closePath') {
      ends.push(points.length - 1)
      continue
    }
    // A quadratic curve gives its control point first; the others give one point on the line.
    for (let at = 0; at + 1 < args.length; at += 2)
      points.push({
        x: Math.round(args[at] ?? 0),
        y: Math.round(args[at + 1] ?? 0),
        on: at + 2 >= args.length,
      })
  }
  if (points.length === 0) return Buffer.alloc(0)
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const size = 10 + 2 * ends.length + 2 + 5 * points.length
  const out = Buffer.alloc(size + ((4 - (size % 4)) % 4))
  let at = 0
  const int16 = (value: number) => {
    at = out.writeInt16BE(value, at)
  }
  for (const value of [ends.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    int16(value)
  for (const value of [...ends, 0]) int16(value)
  for (const { on } of points) at = out.writeUInt8(on ? 1 : 0, at)
  for (const line of [xs, ys]) line.forEach((value, i) => int16(value - (line[i - 1] ?? 0)))
  return out
}
