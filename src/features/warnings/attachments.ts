import { z } from 'zod'
import { findPersonalData } from '#core/personal-data/find.ts'
import type { Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { warnings } from './api.ts'
import { actorOf } from './draft.ts'
import { withoutMetadata } from './metadata.ts'
import { Attachment } from './model.ts'
import { readWarning } from './reading.ts'

const most = 5
const office = 'application/vnd.openxmlformats-officedocument'

/** What may be attached, found from the content and never from the name, and the endings a name may then have. */
const allowed: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['pdf']],
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/webp', ['webp']],
  ['text/plain', ['txt', 'md', 'log']],
  ['text/csv', ['csv']],
  ['application/vnd.oasis.opendocument.text', ['odt']],
  [`${office}.wordprocessingml.document`, ['docx']],
  [`${office}.spreadsheetml.sheet`, ['xlsx']],
])
const allowedSentence = 'Attach PDF, PNG, JPEG, WebP, plain text, CSV, ODT, DOCX or XLSX.'

const refuse = (message: string): never => {
  throw new Problem('invalid-input', message, [{ path: ['file'], message }])
}

/** A name without folders and control characters, with the ending that belongs to the content. */
export function safeName(given: string, type: string): string {
  const base =
    (given.split(/[/\\]/).at(-1) ?? '')
      .replace(/[\p{C}"<>|:*?;]/gu, '')
      .trim()
      .slice(0, 150) || 'attachment'
  const endings = allowed.get(type) ?? []
  const ending = /\.([a-z0-9]+)$/i.exec(base)?.[1]?.toLowerCase() ?? ''
  return endings.includes(ending) ? base : `${base}.${endings[0] ?? 'bin'}`
}

/** Characters that no text of people holds: all of Unicode's controls but tab, line feed and carriage return. */
const hasControls = (text: string): boolean => /\p{Cc}/u.test(text.replace(/[\t\n\r\u0085]/g, ''))

/** The media type by content; text only when it is clean UTF-8 that no browser could take for a page. */
export async function mediaTypeOf(content: Uint8Array, name: string): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type')
  const sniffed = await fileTypeFromBuffer(content)
  if (sniffed) return allowed.has(sniffed.mime) ? sniffed.mime : undefined
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return undefined
  }
  if (hasControls(text) || /^\s*</.test(text) || /<(!doctype|html|svg|script|body|iframe)/i.test(text))
    return undefined
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain'
}

export const attachmentVerbs = {
  async attach(doing, { id, file }) {
    const { tx, ground } = doing
    const warning = await readWarning(doing, id)
    if (!(await editable(doing, id))) throw notFound('draft')
    if (warning.status !== 'draft' && warning.status !== 'returned')
      throw new Problem('conflict', 'Files are attached to a draft. Take it back first by saving it.')
    const given = new Uint8Array(await file.arrayBuffer())
    if (given.length === 0) refuse('The file is empty.')
    const type = await mediaTypeOf(given, file.name)
    if (!type)
      return refuse(`${file.name || 'This file'} is of another kind than allowed. ${allowedSentence}`)
    const content = withoutMetadata(given, type)
    if (!content)
      return refuse(
        'The picture is damaged, so where it was taken could not be removed from it. Save it anew.',
      )
    if (type.startsWith('text/')) {
      const found = findPersonalData(new TextDecoder().decode(content))
      if (found.length > 0)
        throw new Problem(
          'stopped-personal-data',
          `The file contains what looks like personal data in ${found.length} places.`,
          found.map(({ start, end, sentence }) => ({
            path: ['file'],
            message: sentence,
            range: [start, end] as const,
          })),
        )
    }
    const hash = await ground.blobs.put(content)
    // The row of the warning is held, so that two uploads at once cannot both be the fifth.
    await tx.run(sql`select from work.warning where id = ${id} for update`)
    const { count } = await tx.row(
      z.object({ count: z.int() }),
      sql`select count(*)::int as count from work.warning_attachment where warning = ${id}`,
    )
    if (count >= most) refuse(`A warning carries at most ${most} files. Take one off first.`)
    return tx.row(
      Attachment,
      sql`
        insert into work.warning_attachment (warning, name, type, size, hash, at)
        values (${id}, ${safeName(file.name, type)}, ${type}, ${content.length}, ${hash}, ${ground.clock()})
        returning id, name, type, size, at`,
    )
  },

  async detach(doing, { id, attachment }) {
    if (!(await editable(doing, id))) throw notFound('attachment of a draft')
    doing.tx.note('warning', [id])
    return doing.tx.row(
      z.object({ id: z.uuid() }),
      sql`delete from work.warning_attachment where id = ${attachment} and warning = ${id} returning warning as id`,
      'attachment',
    )
  },

  async attachment(doing, { id, attachment }) {
    const { tx, ground } = doing
    await readWarning(doing, id)
    const found = await tx.row(
      z.object({ name: z.string(), type: z.string(), hash: z.string() }),
      sql`select name, type, hash from work.warning_attachment where id = ${attachment} and warning = ${id}`,
      'attachment',
    )
    const content = await ground.blobs.get(found.hash)
    return asDownload(content, found.name, found.type)
  },
} satisfies Partial<Verbs<typeof warnings>>

/** Always saved, never shown: a browser must not run what somebody attached (RFC 6266). */
export function asDownload(content: Uint8Array | string, name: string, type: string) {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return {
    headers: {
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
    body: new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type }),
  }
}

async function editable(doing: Parameters<typeof readWarning>[0], id: string): Promise<boolean> {
  const { unit } = actorOf(doing)
  const found = await doing.tx.maybe(
    z.object({ id: z.uuid() }),
    sql`
      select id from work.warning
      where id = ${id} and owner_unit = ${unit} and issued_at is null and status in ('draft', 'returned')`,
  )
  return found !== undefined
}
