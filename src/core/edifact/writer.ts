import { defaultCharacters, type ServiceCharacters } from './service-characters.ts'

/** A segment to write: its tag and its elements; an element is a text or its components. */
export type Written = readonly [tag: string, ...elements: (string | readonly string[])[]]

/**
 * Writes segments as UN/EDIFACT text (ISO 9735). Service characters in a value are released; empty components and
 * elements at the end are left out; line breaks and other control characters, which no value may have, become blanks.
 */
export function writeSegments(
  segments: readonly Written[],
  characters: ServiceCharacters = defaultCharacters,
  newline = '',
): string {
  let text = ''
  for (const [tag, ...elements] of segments) {
    const written = elements.map(element =>
      trimEnd(typeof element === 'string' ? [element] : element)
        .map(value => released(value, characters))
        .join(characters.component),
    )
    text += [tag, ...trimEnd(written)].join(characters.element) + characters.terminator + newline
  }
  return text
}

/** The UNA segment that announces these characters. */
export const writeUna = (c: ServiceCharacters): string =>
  `UNA${c.component}${c.element}${c.decimal}${c.release}${c.repetition}${c.terminator}`

function trimEnd(values: readonly string[]): readonly string[] {
  let end = values.length
  while (end > 0 && values[end - 1] === '') end--
  return values.slice(0, end)
}

function released(value: string, c: ServiceCharacters): string {
  let text = ''
  for (const char of value.replace(/\p{Cc}+/gu, ' ')) {
    const special =
      char === c.component ||
      char === c.element ||
      char === c.release ||
      char === c.terminator ||
      (char === c.repetition && char !== ' ')
    text += special ? c.release + char : char
  }
  return text
}

/** Who writes to whom, and the references. Date and time of preparation are arguments: YYMMDD or CCYYMMDD, HHMM. */
export type Sending = {
  sender: string
  recipient: string
  date: string
  time: string
  /** Interchange control reference, at most 14 characters. */
  reference: string
  /** UNOA where nothing else is agreed; UNOW for UTF-8. */
  syntax?: string
  application?: string
}

/** Puts messages (each from UNH to UNT) into one interchange with one group of their type. */
export function writeInterchange(
  sending: Sending,
  type: { name: string; agency: string; version: string; release: string },
  messages: readonly Written[][],
  characters: ServiceCharacters = defaultCharacters,
  newline = '',
): string {
  const { sender, recipient, date, time, reference, syntax = 'UNOA', application = '' } = sending
  const segments: Written[] = [
    ['UNB', [syntax, '4'], sender, recipient, [date, time], reference, '', application],
    ['UNG', type.name, sender, recipient, [date, time], reference, type.agency, [type.version, type.release]],
    ...messages.flat(),
    ['UNE', String(messages.length), reference],
    ['UNZ', '1', reference],
  ]
  return writeUna(characters) + newline + writeSegments(segments, characters, newline)
}

/** Closes a message: UNT counts the segments from UNH to itself. */
export const closed = (segments: readonly Written[], reference: string): Written[] => [
  ...segments,
  ['UNT', String(segments.length + 1), reference],
]
