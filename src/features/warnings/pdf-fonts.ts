import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The parts of IBM Plex Sans (SIL Open Font Licence 1.1) by script, most used first. */
const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek'] as const
type Script = (typeof scripts)[number]

interface Glyph {
  path: unknown
}
interface Font {
  hasGlyphForCodePoint(code: number): boolean
  getGlyph(...given: unknown[]): Glyph
}
/** What pdfkit holds of an embedded font; it says nothing about it in its types. */
interface Embedded {
  font: Font
  subset: { font: Font }
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
 * fontkit copies accented letters out of the file as references to their parts, which a WOFF2 file does not hold in that form.
 * Here each is written by its outline instead, as fontkit does for every other letter of a variable font.
 */
function drawnAnew(font: Font): Font {
  const whole = (target: object, name: string | symbol): unknown => {
    const value: unknown = Reflect.get(target, name)
    return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(target) : value
  }
  return new Proxy(font, {
    get: (target, name) => {
      if (name !== 'getGlyph') return whole(target, name)
      return (...given: unknown[]) => {
        const glyph = target.getGlyph(...given)
        const { path } = glyph
        return new Proxy(glyph, {
          get: (of, part) =>
            part === '_decode'
              ? () => ({ numberOfContours: 1, instructions: [] })
              : part === 'path'
                ? path
                : whole(of, part),
        })
      }
    },
  })
}
