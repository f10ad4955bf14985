import { once } from 'node:events'
import { z } from 'zod'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import { shownGrading } from '#vocabulary/admiralty.ts'
import { countryName } from '#vocabulary/country.ts'
import { routeFacts } from '#vocabulary/route.ts'
import { shownState } from '#vocabulary/state.ts'
import type { warnings } from './api.ts'
import { asDownload } from './attachments.ts'
import type { Content } from './content.ts'
import { actorOf } from './draft.ts'
import { useFonts } from './pdf-fonts.ts'
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
  printedFor: string
  title: string
  lines: readonly [label: string, text: string][]
}

/** A document with the marking at the head and foot of each page, and for whom and when it was made. */
export async function drawPdf(
  { marking, number, printedFor, title, lines }: Page,
  now: Date,
): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit')
  const doc = new Pdf({
    size: 'A4',
    margins: { top: 92, bottom, left: margin, right: margin },
    bufferPages: true,
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
    line(`${printedFor} · page ${page + 1} of ${count}`, doc.page.height - 62, 8.5)
  }
  doc.end()
  await ended
  return Buffer.concat(parts)
}

const legWords = { origin: 'Origin', transit: 'Transit', entry: 'Entry', destination: 'Destination' } as const
const words = (code: string): string => code.replaceAll('-', ' ')

/** What a warning says, line by line; what was left empty has no line. */
export function linesOf(content: Content): [string, string][] {
  const { place, persons, price, grading } = content
  const where = [
    place.name,
    place.crossingPoint,
    place.section,
    place.country && countryName(place.country),
    place.coordinates && `${place.coordinates.lat.toFixed(4)}° N, ${place.coordinates.lon.toFixed(4)}° E`,
  ]
  const count = (label: string, value: number | undefined) => (value === undefined ? '' : `${label} ${value}`)
  const lines: [string, string | null | undefined][] = [
    ['What is new', content.triggers.map(words).join(', ')],
    ['What happened', content.summary],
    ['Where', where.filter(Boolean).join(', ')],
    ['When', content.when],
    ['Border type', content.borderType],
    ['How it was found', content.context],
    [
      'Persons, as numbers only',
      persons &&
        [
          count(persons.estimated ? 'about' : 'in all', persons.total),
          count('women and girls', persons.female),
          count('men and boys', persons.male),
          count('minors', persons.minors),
          count('unaccompanied', persons.unaccompanied),
          ...(persons.citizenships ?? []).map(
            ({ country, number, established }) =>
              `${countryName(country)}${number === undefined ? '' : ` ${number}`}${established ? ' (by document)' : ' (claimed)'}`,
          ),
        ]
          .filter(Boolean)
          .join('; '),
    ],
    ['Route', content.route && routeFacts(content.route).name],
    [
      'The way they took',
      content.legs
        .map(leg =>
          [
            `${legWords[leg.role]}: ${[leg.place, leg.country && countryName(leg.country)].filter(Boolean).join(', ')}`,
            leg.means && `by ${words(leg.means)}`,
            leg.note,
            leg.stated && 'only stated',
          ]
            .filter(Boolean)
            .join(', '),
        )
        .join('\n'),
    ],
    ['Means of transport', content.means.map(words).join(', ')],
    [
      'Documents',
      content.documents
        .map(({ type, issuer, fraud, note }) =>
          [words(type), issuer && countryName(issuer), fraud && words(fraud), note]
            .filter(Boolean)
            .join(', '),
        )
        .join('\n'),
    ],
    ['How it was done', content.method],
    ['How people are found', content.recruitment],
    ['Price', price && `${price.from} to ${price.to} ${price.currency} per ${price.per}`],
    ['Danger to life', content.danger],
    ['Grading', grading && shownGrading(grading)],
    ['Trend', content.trend],
    ['Assessment', content.assessment],
    ['Measures taken', content.measures],
    ['What is asked', content.request],
    ['Asked of', content.askedOf.map(shownState).join(', ')],
  ]
  return lines.filter((line): line is [string, string] => Boolean(line[1]))
}

export const pdfVerbs = {
  async pdf(doing, { id }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const row = await readWarning(doing, id)
    const { content, title } = await contentFor(tx, row)
    const { unit } = await tx.row(
      z.object({ unit: z.string() }),
      sql`select name as unit from network.unit where id = ${actor.unit}`,
    )
    const now = ground.clock()
    const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`
    const number = row.number ?? 'Draft'
    const head: [string, string][] = [
      [
        'Originator',
        [row.unitName, row.authorityName, shownState(row.ownerState)].filter(Boolean).join(', '),
      ],
      ['Urgency', content?.urgency ?? ''],
      ['Version', `${row.version}, ${row.status}`],
      ...(row.issuedAt ? [['Issued', minute(row.issuedAt)] as [string, string]] : []),
      ...(row.inForceUntil ? [['In force until', minute(row.inForceUntil)] as [string, string]] : []),
    ]
    const withdrawn: [string, string][] = row.withdrawnAt
      ? [['Withdrawn', `${minute(row.withdrawnAt)}: ${row.withdrawnReason ?? ''}`]]
      : []
    const said = content ? linesOf(content) : []
    const made = await drawPdf(
      {
        marking: row.marking,
        number,
        title: title || number,
        printedFor: `Made for ${actor.name}, ${unit}, ${shownState(actor.state)}, ${minute(now.toISOString())}`,
        lines: [...withdrawn, ...head, ...said],
      },
      now,
    )
    return asDownload(made, `${number}.pdf`, 'application/pdf')
  },
} satisfies Partial<Verbs<typeof warnings>>
