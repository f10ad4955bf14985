import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asDownload, mediaTypeOf, safeName } from '#features/warnings/attachments.ts'
import { withoutMetadata } from '#features/warnings/metadata.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sealOf } from '#kit/seal.ts'
import { sql } from '#kit/sql.ts'
import type { hits } from './api.ts'
import { forms, formsOf } from './form-rows.ts'
import { deadlineOf, type FormKind, formRules, mostBytes, mostFiles, mostWaiting } from './kinds.ts'
import { type Form, FormFile } from './model.ts'
import { actorOf, readableHit } from './rows.ts'
import { queueTending } from './tending.ts'

interface ToSend {
  kind: FormKind
  text: string
  note: string
  urgent: boolean
  answers: string | null
}

async function send(
  doing: Doing,
  hit: { id: string; ownerAuthority: number; executingAuthority: number },
  { kind, text, note, urgent, answers }: ToSend,
): Promise<Form> {
  const { tx, ground } = doing
  const { authority, person } = actorOf(doing)
  const now = ground.clock()
  const due = deadlineOf(kind, urgent)
  const dueAt = due && new Date(now.getTime() + due.hours * 3_600_000)
  const { id } = await tx.row(
    z.object({ id: z.uuid() }),
    sql`
      insert into person.form (hit, kind, from_authority, to_authority, urgent, note, answers, sent_by, sent_at, due_at)
      values (${hit.id}, ${kind}, ${authority}, ${authority === hit.ownerAuthority ? hit.executingAuthority : hit.ownerAuthority},
        ${urgent}, ${note}, ${answers}, ${person}, ${now}, ${dueAt})
      returning id`,
    'hit',
  )
  await tx.run(sql`insert into person.form_text (form, text) values (${id}, ${text})`)
  if (dueAt) await queueTending(tx, ground.jobs, now, dueAt)
  return formWith(doing, id)
}

/** Refuses one form more about a hit of which as many wait as a bureau may have waiting; two at once are one after the other. */
async function roomForOne(doing: Doing, hit: string): Promise<void> {
  const { authority } = actorOf(doing)
  await doing.tx.run(sql`select pg_advisory_xact_lock(hashtext(${`iconet.forms ${hit} ${authority}`}))`)
  const { count } = await doing.tx.row(
    z.object({ count: z.int() }),
    sql`
      select count(*)::int as count from person.form
      where hit = ${hit} and from_authority = ${authority} and kind <> 'reply' and answered_at is null`,
  )
  if (count >= mostWaiting)
    throw new Problem(
      'conflict',
      `${mostWaiting} forms of yours about this hit wait for an answer. Wait for one of them, or call the other bureau.`,
    )
}

async function formWith({ tx, ground }: Doing, id: string): Promise<Form> {
  const [form] = await forms(tx, sql`f.id = ${id}`, ground.clock())
  if (!form) throw notFound('form')
  return form
}

const refuse = (message: string): never => {
  throw new Problem('invalid-input', message, [{ path: ['file'], message }])
}

export const formVerbs = {
  async forms(doing, { id }) {
    await readableHit(doing, id)
    return formsOf(doing.tx, id, doing.ground.clock())
  },

  async sendForm(doing, { id, kind, text, note, urgent }) {
    const hit = await readableHit(doing, id)
    const { authority } = actorOf(doing)
    if (hit.ownerAuthority === hit.executingAuthority)
      throw new Problem('conflict', 'The alert is your own: there is no other bureau to write to.')
    if (authority !== hit.ownerAuthority && authority !== hit.executingAuthority)
      throw notFound('hit of yours')
    const side = authority === hit.executingAuthority ? 'executing' : 'owner'
    const { from } = formRules[kind]
    if (from !== 'either' && from !== side)
      throw new Problem('invalid-input', 'This form is sent by the bureau of the State that screened.', [
        { path: ['kind'], message: 'Ask for information instead.' },
      ])
    await roomForOne(doing, id)
    return send(doing, hit, { kind, text, note, urgent, answers: null })
  },

  async replyForm(doing, { id, text, note }) {
    const form = await formWith(doing, id)
    const hit = await readableHit(doing, form.hit)
    if (form.to.id !== actorOf(doing).authority || form.kind === 'reply')
      throw notFound('form that waits for you')
    if (form.answeredAt !== null) throw new Problem('conflict', 'This form has been answered.')
    return send(doing, hit, { kind: 'reply', text, note, urgent: false, answers: id })
  },

  async attachToForm(doing, { id, file }) {
    const { tx, ground } = doing
    const form = await formWith(doing, id)
    await readableHit(doing, form.hit)
    if (form.from.id !== actorOf(doing).authority) throw notFound('form of yours')
    if (form.answeredAt !== null)
      throw new Problem('conflict', 'This form has been answered: send another with the file.')
    const given = new Uint8Array(await file.arrayBuffer())
    if (given.length === 0) refuse('The file is empty.')
    const type = await mediaTypeOf(given, file.name)
    if (!type)
      return refuse(
        'Attach PDF, PNG, JPEG, WebP, plain text, CSV, ODT, DOCX or XLSX: this is of another kind.',
      )
    const content = withoutMetadata(given, type)
    if (!content) return refuse('The picture is damaged. Save it anew, then attach it.')
    // Two files at once must not both be the fifth; the table holds it as well.
    await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`iconet.form ${id}`}))`)
    const { count, size } = await tx.row(
      z.object({ count: z.int(), size: z.int() }),
      sql`select count(*)::int as count, coalesce(sum(size), 0)::int as size from person.form_file where form = ${id}`,
    )
    if (count >= mostFiles) refuse(`A form carries at most ${mostFiles} files.`)
    if (size + content.length > mostBytes) refuse('A form carries at most 10 MB in all.')
    const made = randomUUID()
    const sealed = sealOf(ground.config).seal(content, made)
    const hash = await ground.blobs.put(sealed.content)
    return tx.row(
      FormFile,
      sql`
        insert into person.form_file (id, form, name, type, size, hash, key, at)
        values (${made}, ${id}, ${safeName(file.name, type)}, ${type}, ${content.length}, ${hash}, ${sealed.key}, ${ground.clock()})
        returning id, name, type, size, at`,
    )
  },

  async formFile(doing, { id, file }) {
    const { tx, ground } = doing
    const form = await formWith(doing, id)
    await readableHit(doing, form.hit)
    const found = await tx.row(
      z.object({ name: z.string(), type: z.string(), hash: z.string(), key: z.instanceof(Buffer) }),
      sql`select name, type, hash, key from person.form_file where id = ${file} and form = ${id}`,
      'file',
    )
    const content = sealOf(ground.config).open(
      { content: await ground.blobs.get(found.hash), key: found.key },
      file,
    )
    return asDownload(content, found.name, found.type)
  },

  async owed({ tx, ground }) {
    const found = await forms(
      tx,
      sql`f.due_at is not null and f.answered_at is null
        and (select network.my_authority()) in (f.from_authority, f.to_authority)`,
      ground.clock(),
    )
    tx.note(
      'hit',
      found.map(each => each.hit),
      'LIMITED',
    )
    return found.toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
  },
} satisfies Partial<Verbs<typeof hits>>
