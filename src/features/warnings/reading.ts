import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { type Sql, sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { Marking } from '#vocabulary/marking.ts'
import type { warnings } from './api.ts'
import { Content, type Relation } from './content.ts'
import { actorOf } from './draft.ts'
import { markingName, statusAt } from './listed.ts'
import {
  Attachment,
  Delivery,
  Handling,
  type May,
  Related,
  Remark,
  Status,
  Time,
  type Warning,
} from './model.ts'

const Row = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  title: z.string(),
  status: Status,
  form: z.int(),
  version: z.int(),
  revision: z.int(),
  ownerAuthority: z.int(),
  ownerUnit: z.int(),
  ownerState: z.string(),
  unitName: z.string().nullable(),
  authorityName: z.string().nullable(),
  author: z.int(),
  editedBy: z.int(),
  authorName: z.string().nullable(),
  marking: Marking,
  content: z.unknown(),
  handling: Handling,
  issuedAt: Time.nullable(),
  updatedAt: Time,
  validatedAt: Time.nullable(),
  inForceUntil: Time.nullable(),
  expiresAt: Time,
  returnedAt: Time.nullable(),
  returnedReason: z.string().nullable(),
  withdrawnAt: Time.nullable(),
  withdrawnReason: z.string().nullable(),
  validates: z.boolean(),
  updates: z.uuid().nullable(),
  supersedes: z.uuid().nullable(),
  supersededBy: z.uuid().nullable(),
})
type Row = z.infer<typeof Row>

/** The columns of a `Row`, of the warning `w` with what stands around it. */
const rowColumns = (now: Date): Sql => sql`
  w.id, w.number, w.title, ${statusAt(now)} as status, w.form, w.version, w.revision, w.owner_authority,
        w.owner_unit, w.owner_state, u.name as unit_name, a.name as authority_name, w.author, w.edited_by, o.name as author_name,
        ${markingName} as marking, w.content, w.handling, w.issued_at, w.updated_at, w.validated_at, w.in_force_until,
        w.expires_at, w.returned_at, w.returned_reason, w.withdrawn_at, w.withdrawn_reason, s.validates, w.updates, w.supersedes,
        w.superseded_by`
const rowSource = sql`
  work.warning w
  join network.state s on s.code = w.owner_state
  left join network.unit u on u.id = w.owner_unit
  left join network.authority a on a.id = w.owner_authority
  left join network.official o on o.id = w.author`

/** A warning as its reader may know it; @throws Problem `not-found`. Notes for the record that it was read. */
export async function readWarning({ tx, ground }: Doing, id: string): Promise<Row> {
  const row = await tx.row(
    Row,
    sql`select ${rowColumns(ground.clock())} from ${rowSource} where w.id = ${id}`,
    'warning',
  )
  tx.note('warning', [id], row.marking)
  return row
}

/**
 * What the warning says, for this reader. A withdrawn one has lost its content; the originator still finds it in the last
 * version. Links lead only to warnings the reader may see, so the others are not told.
 */
export async function contentFor(
  tx: Tx,
  row: Row,
  linked?: readonly { id: string }[],
): Promise<{ content: Content | null; title: string }> {
  if (row.status !== 'withdrawn') {
    const content = Content.parse(row.content)
    const relations = linked
      ? content.relations.filter(({ id }) => linked.some(each => each.id === id))
      : await visible(tx, content.relations)
    return { content: { ...content, relations }, title: row.title }
  }
  const kept = await tx.maybe(
    z.object({ content: Content, title: z.string() }),
    sql`select content, title from work.warning_version where warning = ${row.id} and version = ${row.version}`,
  )
  return kept ?? { content: null, title: '' }
}

async function visible(tx: Tx, relations: readonly Relation[]): Promise<Relation[]> {
  if (relations.length === 0) return []
  const seen = await tx.rows(
    z.object({ id: z.uuid() }),
    sql`select id from work.warning where id = any(${relations.map(({ id }) => id)}::uuid[])`,
  )
  return relations.filter(({ id }) => seen.some(each => each.id === id))
}

const DeliveryRow = Delivery.omit({ unit: true, late: true, ours: true }).extend({
  unit: z.int(),
  unitName: z.string().nullable(),
  authorityName: z.string().nullable(),
  state: z.string(),
})

const deliveryRows = (id: string): Sql => sql`
      select d.unit, d.state, u.name as "unitName", a.name as "authorityName", d.why,
        network.iso(d.delivered_at) as "deliveredAt", network.iso(d.due_at) as "dueAt", network.iso(op.at) as "openedAt",
        who.name as "openedBy", an.answer, an.text as "answerText", network.iso(an.at) as "answeredAt",
        network.iso(d.escalated_at) as "escalatedAt", esc.name as "escalatedTo"
      from work.warning_delivery d
      left join network.unit u on u.id = d.unit
      left join network.authority a on a.id = u.authority
      left join work.warning_opening op on op.warning = d.warning and op.unit = d.unit
      left join network.official who on who.id = op.official
      left join network.official esc on esc.id = d.escalated_to
      left join lateral (select x.answer, x.text, x.at from work.warning_answer x
        where x.warning = d.warning and x.unit = d.unit order by x.id desc limit 1) an on true
      where d.warning = ${id} order by d.state, u.name, d.unit`

const deliveriesFor = (
  rows: readonly z.infer<typeof DeliveryRow>[],
  row: Row,
  actor: Actor,
  now: Date,
): Delivery[] =>
  rows.map(({ unitName, authorityName, state, ...each }) => {
    const ours = each.unit === actor.unit
    const insider = ours || row.ownerAuthority === actor.authority
    return {
      ...each,
      unit: { id: each.unit, name: unitName, authority: authorityName, state },
      openedBy: insider ? each.openedBy : null,
      escalatedTo: insider ? each.escalatedTo : null,
      late: each.answeredAt === null ? Date.parse(each.dueAt) < now.getTime() : each.answeredAt > each.dueAt,
      ours,
    }
  })

const RemarkRow = Remark.omit({ unit: true, ours: true, reply: true }).extend({
  unit: z.int(),
  unitName: z.string().nullable(),
  authorityName: z.string().nullable(),
  state: z.string(),
  reply: z.string().nullable(),
  replyAt: Time.nullable(),
  toAll: z.boolean(),
})

/** The remarks on a warning, or the one with this id, as the actor may see them. */
export async function remarksOf(
  tx: Tx,
  actor: Actor,
  warning: string,
  one: string | null = null,
): Promise<Remark[]> {
  return remarksFor(await tx.rows(RemarkRow, remarkRows(warning, one)), actor)
}

const remarkRows = (warning: string, one: string | null = null): Sql => sql`
      select r.id, r.kind, r.text, r.unit, u.name as "unitName", a.name as "authorityName",
        network.state_of_unit(r.unit) as state, network.iso(r.at) as at, r.reply, network.iso(r.reply_at) as "replyAt",
        r.to_all as "toAll"
      from work.warning_remark r
      left join network.unit u on u.id = r.unit left join network.authority a on a.id = u.authority
      where r.warning = ${warning} and (${one}::uuid is null or r.id = ${one}) order by r.at, r.id`

const remarksFor = (rows: readonly z.infer<typeof RemarkRow>[], actor: Actor): Remark[] =>
  rows.map(({ unitName, authorityName, state, reply, replyAt, toAll, ...each }) => ({
    ...each,
    unit: { id: each.unit, name: unitName, authority: authorityName, state },
    ours: each.unit === actor.unit,
    reply: reply !== null && replyAt !== null ? { text: reply, at: replyAt, toAll } : null,
  }))

/** Lists of rows that come along with one row, in one round trip: over a bad line and with many readers each trip counts. */
const listed = (rows: Sql): Sql => sql`(select coalesce(jsonb_agg(to_jsonb(each)), '[]') from (${rows}) each)`

const Whole = Row.extend({
  deliveries: z.array(DeliveryRow),
  remarks: z.array(RemarkRow),
  attachments: z.array(Attachment),
  linked: z.array(Related.omit({ kind: true })),
  versions: z.array(z.object({ version: z.int(), issuedAt: Time, note: z.string() })),
})

const wholeWarning = (id: string, now: Date): Sql => sql`
  select ${rowColumns(now)},
    ${listed(deliveryRows(id))} as deliveries,
    ${listed(remarkRows(id))} as remarks,
    ${listed(sql`select id, name, type, size, network.iso(at) as at from work.warning_attachment
      where warning = ${id} order by warning_attachment.at, name, id`)} as attachments,
    ${listed(sql`select version, network.iso(issued_at) as "issuedAt", note from work.warning_version
      where warning = ${id} order by version`)} as versions,
    ${listed(sql`select l.id, l.number, l.title, network.iso(l.issued_at) as "issuedAt", (array['PUBLIC', 'LIMITED', 'SENSITIVE'])[l.marking + 1] as marking
      from work.warning l where l.id = any(array[w.updates, w.supersedes, w.superseded_by]
        || array(select (r ->> 'id')::uuid from jsonb_array_elements(w.content -> 'relations') r))`)} as linked
  from ${rowSource} where w.id = ${id}`

/** The warnings this one is linked with, of those that its reader may see. */
function relatedTo(row: z.infer<typeof Whole>, content: Content | null): Related[] {
  const links: { id: string; kind: Related['kind'] }[] = [
    ...(row.updates ? [{ id: row.updates, kind: 'updates' as const }] : []),
    ...(row.supersedes ? [{ id: row.supersedes, kind: 'supersedes' as const }] : []),
    ...(row.supersededBy ? [{ id: row.supersededBy, kind: 'superseded-by' as const }] : []),
    ...(content?.relations ?? []),
  ]
  return links.flatMap(({ id, kind }) =>
    row.linked.filter(each => each.id === id).map(each => ({ ...each, kind })),
  )
}

const unsent: readonly Status[] = ['draft', 'returned', 'submitted', 'validated']

function mayDo(row: Row, actor: Actor, delivered: boolean): May {
  const can = (competence: Actor['competences'][number]) => actor.competences.includes(competence)
  const draft = unsent.includes(row.status)
  const mine = row.ownerUnit === actor.unit && can('issue')
  const ours = row.ownerAuthority === actor.authority && can('issue')
  const other = row.author !== actor.person && row.editedBy !== actor.person
  const validator = row.ownerState === actor.state && can('validate')
  const free = row.status === 'draft' || row.status === 'returned'
  const stands = row.status === 'issued' || row.status === 'expired'
  return {
    edit: draft && mine,
    submit: free && mine && row.validates,
    validate: row.status === 'submitted' && validator && other,
    issue: mine && ((free && !row.validates) || row.status === 'validated'),
    remove: mine && draft && row.status !== 'validated',
    revise: ours && stands,
    widen: ours && stands && !row.validates,
    withdraw: ours && (stands || row.status === 'superseded'),
    answer: delivered && stands && can('read'),
    remark: (stands || row.status === 'superseded') && can('read'),
    reply: ours && !draft,
  }
}

export const readingVerbs = {
  async read(doing, { id }): Promise<Warning> {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const row = await tx.row(Whole, wholeWarning(id, ground.clock()), 'warning')
    tx.note('warning', [id], row.marking)
    const { content, title } = await contentFor(tx, row, row.linked)
    const deliveries = deliveriesFor(row.deliveries, row, actor, ground.clock())
    const ours = row.ownerAuthority === actor.authority
    return {
      id,
      number: row.number,
      title,
      status: row.status,
      form: row.form,
      version: row.version,
      revision: row.revision,
      originator: {
        id: row.ownerUnit,
        name: row.unitName,
        authority: row.authorityName,
        state: row.ownerState,
      },
      author: ours || row.ownerState === actor.state ? row.authorName : null,
      content,
      handling: {
        ...row.handling,
        inForceUntil: row.inForceUntil ?? row.handling.inForceUntil,
        keepUntil: row.issuedAt ? row.expiresAt : row.handling.keepUntil,
      },
      issuedAt: row.issuedAt,
      updatedAt: row.updatedAt,
      validatedAt: row.validatedAt,
      returned:
        row.returnedAt && row.status === 'returned'
          ? { at: row.returnedAt, reason: row.returnedReason ?? '' }
          : null,
      withdrawn: row.withdrawnAt ? { at: row.withdrawnAt, reason: row.withdrawnReason ?? '' } : null,
      needsValidation: row.validates,
      ours,
      deliveries,
      remarks: remarksFor(row.remarks, actor),
      attachments: row.attachments,
      related: relatedTo(row, content),
      versions: row.versions,
      may: mayDo(
        row,
        actor,
        deliveries.some(each => each.ours),
      ),
    }
  },

  async readVersion({ tx }, { id, version }) {
    const found = await tx.row(
      z.object({
        id: z.uuid(),
        version: z.int(),
        title: z.string(),
        content: Content,
        issuedAt: Time,
        note: z.string(),
        marking: Marking,
      }),
      sql`
        select w.warning as id, w.version, w.title, w.content, w.issued_at, w.note, ${markingName} as marking
        from work.warning_version w where w.warning = ${id} and w.version = ${version}`,
      'version',
    )
    const { marking, content, ...rest } = found
    tx.note('warning', [id], marking)
    return { ...rest, content: { ...content, relations: await visible(tx, content.relations) } }
  },
} satisfies Partial<Verbs<typeof warnings>>
