import { once } from 'node:events'
import { z } from 'zod'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import { ScreenLanguage } from '#vocabulary/language.ts'
import { shownState } from '#vocabulary/state.ts'
import type { warnings } from './api.ts'
import { asDownload } from './attachments.ts'
import { actorOf } from './draft.ts'
import { useFonts } from './pdf-fonts.ts'
import { linesOf, paperWords } from './pdf-lines.ts'
import { contentFor, readWarning } from './reading.ts'

const margin = 56
const bottom = 84
const ink = '#1a1f26'
const grey = '#5a6472'
/** Chosen so that white and black paper copies keep the marking readable. */
const markingInk = { PUBLIC: '#1b6b3a', LIMITED: '#8a5a00', SENSITIVE: '#a1242d' } as const

interface Page {
  marking: keyof typeof markingInk
  number: string
  title: string
  /** For readers aloud: the language of the labels. */
  language: string
  /** For whom and when it was made, and which page this is. */
  foot: (page: number, count: number) => string
  lines: readonly [label: string, text: string][]
}

/** A document with the marking at the head and foot of each page, and for whom and when it was made. */
export async function drawPdf(
  { marking, number, title, language, foot, lines }: Page,
  now: Date,
): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit')
  const doc = new Pdf({
    size: 'A4',
    margins: { top: 92, bottom, left: margin, right: margin },
    bufferPages: true,
    lang: language,
    info: { Title: number, Producer: 'ICONet', Creator: 'ICONet', CreationDate: now },
  })
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const ended = once(doc, 'end')
  const runs = useFonts(doc)
  const right = doc.page.width - margin
  const widthOf = (pieces: ReturnType<typeof runs>) =>
    pieces.reduce((sum, run) => sum + doc.font(run.font).widthOfString(run.text), 0)
  const put = (run: ReturnType<typeof runs>[number], x: number, y: number) =>
    doc.font(run.font).text(run.text, x, y, { lineBreak: false })
  /** Writes below what stands there, breaking lines between words only: a word may need more than one font. */
  const write = (text: string, size: number) => {
    doc.fontSize(size)
    const height = size * 1.4
    let [x, y] = [margin, doc.y]
    const newLine = () => {
      x = margin
      y += height
      if (y + height <= doc.page.height - bottom) return
      doc.addPage()
      y = doc.y
    }
    text.split('\n').forEach((line, i) => {
      if (i > 0) newLine()
      // What has no blank for sixty letters is broken all the same, so that it stays on the paper.
      for (const word of line.split(/(?<=\s)(?=\S)/).flatMap(each => each.match(/.{1,60}/gsu) ?? [])) {
        const pieces = runs(word)
        if (x > margin && x + widthOf(runs(word.trimEnd())) > right) newLine()
        for (const run of pieces) {
          put(run, x, y)
          x += widthOf([run])
        }
      }
    })
    doc.x = margin
    doc.y = y + height
  }
  doc.fillColor(ink)
  write(title, 17)
  doc.y += 8
  for (const [label, text] of lines) {
    // A label never stands alone at the end of a page.
    if (doc.y > doc.page.height - bottom - 34) doc.addPage()
    doc.fillColor(grey)
    write(label, 9)
    doc.fillColor(ink)
    write(text, 11)
    doc.y += 6
  }
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    // Text in the margins would otherwise begin a page of its own.
    doc.page.margins.top = 0
    doc.page.margins.bottom = 0
    const line = (text: string, y: number, size: number, centred = false) => {
      doc.fontSize(size)
      const all = runs(text)
      let x = centred ? (doc.page.width - widthOf(all)) / 2 : margin
      for (const run of all) {
        put(run, x, y)
        x += widthOf([run])
      }
    }
    doc.fillColor(markingInk[marking])
    line(marking, 30, 13, true)
    line(marking, doc.page.height - 44, 13, true)
    doc.fillColor(grey)
    line(`ICONet · ${number}`, 54, 8.5)
    line(foot(page + 1, count), doc.page.height - 62, 8.5)
  }
  doc.end()
  await ended
  return Buffer.concat(parts)
}

export const pdfVerbs = {
  async pdf(doing, { id, language }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const row = await readWarning(doing, id)
    const { content, title } = await contentFor(tx, row)
    const { unit, chosen } = await tx.row(
      z.object({ unit: z.string(), chosen: ScreenLanguage }),
      sql`
        select name as unit, coalesce((select language from network.preference where official = ${actor.person}), 'en') as chosen
        from network.unit where id = ${actor.unit}`,
    )
    const words = await paperWords(language ?? chosen)
    const { t, code } = words
    const now = ground.clock()
    const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`
    const number = row.number ?? t('status.draft')
    const head: [string, string][] = [
      [
        t('fact.originator'),
        [row.unitName, row.authorityName, shownState(row.ownerState)].filter(Boolean).join(', '),
      ],
      [t('field.urgency'), content ? code('urgency', content.urgency) : ''],
      [t('paper.version'), `${row.version}, ${code('status', row.status)}`],
      ...(row.issuedAt ? [[t('fact.issued'), minute(row.issuedAt)] as [string, string]] : []),
      ...(row.inForceUntil ? [[t('field.inForceUntil'), minute(row.inForceUntil)] as [string, string]] : []),
    ]
    const withdrawn: [string, string][] = row.withdrawnAt
      ? [[t('status.withdrawn'), `${minute(row.withdrawnAt)}: ${row.withdrawnReason ?? ''}`]]
      : []
    const said = content ? linesOf(content, words) : []
    const reader = `${actor.name}, ${unit}, ${shownState(actor.state)}, ${minute(now.toISOString())}`
    const made = await drawPdf(
      {
        marking: row.marking,
        number,
        title: title || number,
        language: words.language,
        foot: (page, count) => `${t('paper.for', { reader })} · ${t('paper.page', { page, count })}`,
        lines: [...withdrawn, ...head, ...said],
      },
      now,
    )
    return asDownload(made, `${number}.pdf`, 'application/pdf')
  },
} satisfies Partial<Verbs<typeof warnings>>
