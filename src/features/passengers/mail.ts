import { Problem } from '#kit/problem.ts'

/** A mail as it came in. */
export interface Mail {
  text: string
  files: readonly { name: string; type: string; content: Buffer }[]
}

const isInterchange = (content: Buffer): boolean =>
  /^[\s\p{Cc}]*(UNA|UNB|UNG|UNH)|[\r\n]\s*(UNA.{6}|UNB\W)/u.test(content.subarray(0, 2048).toString('latin1'))

/**
 * The interchanges in a carrier's mail: files that are some by their type, name or beginning, else the text itself.
 * @throws Problem when there is none.
 */
export function filesOfMail({ text, files }: Mail): Buffer[] {
  const found = files
    .filter(
      ({ type, name, content }) =>
        content.length > 0 &&
        (type === 'application/edifact' || /\.(edi|edifact|pax|pnr)$/i.test(name) || isInterchange(content)),
    )
    .map(({ content }) => content)
  const body = Buffer.from(text)
  if (found.length === 0 && isInterchange(body)) found.push(body)
  if (found.length === 0)
    throw new Problem(
      'invalid-input',
      'There is no PAXLST, PNRGOV or CUSRES in this mail. Attach it as a file.',
    )
  return found
}
