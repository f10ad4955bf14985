import type { ComponentProps } from 'react'

/** Words pointed at: a range of characters, as a check found them. */
export type Range = readonly [start: number, end: number]

/** Text cut at the marked ranges; overlapping ranges count once. Pure. */
export const cutAt = (text: string, ranges: readonly Range[]): { text: string; marked: boolean }[] => {
  const pieces: { text: string; marked: boolean }[] = []
  let at = 0
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(at, Math.min(from, text.length))
    const end = Math.min(to, text.length)
    if (end <= start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

/** A textarea that grows with its text and underlines words; a hidden mirror beneath carries the marks. */
export const GrowText = ({
  marks = [],
  small,
  ...area
}: ComponentProps<'textarea'> & { value: string; marks?: readonly Range[]; small?: boolean }) => (
  <div className="grow" data-size={small ? 'small' : undefined}>
    <div className="input" aria-hidden="true">
      {cutAt(area.value, marks).map((piece, index) =>
        piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
      )}
      {'\u200b'}
    </div>
    <textarea className="input" {...area} />
  </div>
)
