import { XMLParser } from 'fast-xml-parser'
import { Problem } from '#kit/problem.ts'

/** One element of a CAP message: its name without prefix, its text, and the elements in it. */
export interface Element {
  name: string
  text: string
  children: Element[]
}

export const capNamespace = 'urn:oasis:names:tc:emergency:cap:1.2'
/** Characters; a CAP message is a page or two. */
const largest = 1_000_000
const mostElements = 20_000

/** Writes an element; XML 1.0 has no place for most control characters, so callers keep them out (JSON escapes them). */
export function written(name: string, content: string | readonly string[]): string {
  return typeof content === 'string'
    ? `<${name}>${escaped(content)}</${name}>`
    : `<${name}>\n${content.map(line => line.replace(/^/gm, '  ')).join('\n')}\n</${name}>`
}

const escaped = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- exactly the characters that XML 1.0 does not allow
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\r\n\t]/g, letter => `&#${letter.charCodeAt(0)};`)

/** Only the five names that XML itself knows, and numbers: no message defines entities of its own here. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (all, name, decimal, hex) => {
    if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(name).toLowerCase()] ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
  })

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  removeNSPrefix: true,
  processEntities: false,
  trimValues: false,
  parseTagValue: false,
})

/**
 * Reads a message into elements. A document type is refused before anything is read, and with it every entity a message could
 * define: none is fetched, none grows.
 * @throws Problem `invalid-input` or `too-large`.
 */
export function readXml(source: string): Element {
  if (source.length > largest) throw new Problem('too-large', 'A CAP message of more than 1 MB is refused.')
  if (/<!(doctype|entity)/i.test(source))
    throw new Problem(
      'invalid-input',
      'The message declares a document type. That is refused, because it can fetch or multiply content. Take the declaration out.',
    )
  if (!source.includes(capNamespace))
    throw new Problem('invalid-input', `This is not CAP 1.2: its namespace ${capNamespace} is missing.`)
  // Well-formedness first: the parser itself would read half a message without a word.
  let parsed: unknown
  try {
    parsed = parser.parse(source, true)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    throw new Problem('invalid-input', `The file is not well-formed XML. ${said}`.trim())
  }
  const budget = { left: mostElements }
  const root = elements(parsed, budget, 0).find(({ name }) => name === 'alert')
  if (!root) throw new Problem('invalid-input', 'This is not a CAP message: it has no element alert.')
  return root
}

function elements(nodes: unknown, budget: { left: number }, depth: number): Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown): Element[] => {
    const [name, inside] = Object.entries(node as Record<string, unknown>)[0] ?? []
    if (name === undefined || name === '#text' || name.startsWith('?')) return []
    budget.left -= 1
    if (budget.left < 0 || depth > 20)
      throw new Problem('too-large', 'The message has more elements than any warning needs.')
    const texts = Array.isArray(inside)
      ? inside
          .map((each: unknown) => (each as { '#text'?: unknown })['#text'])
          .filter(each => each !== undefined)
      : []
    return [
      { name, text: unescaped(texts.map(String).join('')), children: elements(inside, budget, depth + 1) },
    ]
  })
}

/** The text of the first child with this name. */
export const textOf = (element: Element, name: string): string | undefined =>
  element.children.find(child => child.name === name)?.text.trim()
