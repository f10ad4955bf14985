import { XMLParser } from 'fast-xml-parser'
import { unescaped } from '#features/warnings/cap-xml.ts'
import { Problem } from '#kit/problem.ts'

/** An element of a published list: its text, or its children by name, each a list. */
export type Tree = { [name: string]: Tree[] | string | undefined; '#text'?: string }

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  trimValues: true,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, isLeaf, isAttribute) => !isAttribute,
})

/**
 * Reads XML into a tree, and the line on which each element `entry` begins. A document type is refused before anything is read, and
 * with it every entity a file could define: none is fetched, none grows.
 * @throws Problem `invalid-input`.
 */
export function readTree(source: string, entry: string): { root: Tree; lines: number[] } {
  if (/<!(doctype|entity)/i.test(source))
    throw new Problem(
      'invalid-input',
      'The file declares a document type. That is refused, because it can fetch or multiply content. Take the declaration out.',
    )
  let root: Tree
  try {
    root = parser.parse(source, true) as Tree
  } catch (cause) {
    throw new Problem('invalid-input', `The file is not well-formed XML: ${(cause as Error).message}`)
  }
  const lines: number[] = []
  const begins = new RegExp(`<(?:[\\w-]+:)?${entry}[\\s>]`, 'g')
  let line = 1
  let at = 0
  for (const { index } of source.matchAll(begins)) {
    for (; at < index; at++) if (source.charCodeAt(at) === 10) line++
    lines.push(line)
  }
  return { root, lines }
}

/** The elements of this name, in order. */
export const all = (tree: Tree | undefined, name: string): Tree[] => {
  const found = tree?.[name]
  return Array.isArray(found) ? found : []
}

/** The text of the first element on this path; empty where there is none. */
export function textAt(tree: Tree | undefined, ...path: string[]): string {
  const last = path.reduce<Tree | undefined>((here, name) => all(here, name)[0], tree)
  return unescaped(last?.['#text'] ?? '').trim()
}
