import { z } from 'zod'
import type { Tx } from '#kit/db.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { markings } from '#vocabulary/marking.ts'
import { shownState } from '#vocabulary/state.ts'
import { answerDue } from '#vocabulary/urgency.ts'
import type { warnings } from './api.ts'
import { assertSendable } from './check.ts'
import { Content } from './content.ts'
import {
  actorOf,
  assignments,
  audienceOf,
  beginDraft,
  contentColumns,
  refuseStale,
  Saved,
  saved,
} from './draft.ts'
import { Handling, Status } from './model.ts'
import { effectiveAudience, ruleOf } from './recipients.ts'

const day = 24 * 3600 * 1000
/** How long a warning is in force, and kept by its recipients, where its originator does not say. Days. */
export const defaults = { inForce: 91, keep: 365 } as const

const Row = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  status: Status,
  revision: z.int(),
  version: z.int(),
  ownerAuthority: z.int(),
  ownerUnit: z.int(),
  ownerState: z.string(),
  marking: z.int(),
  content: Content,
  handling: Handling,
  updates: z.uuid().nullable(),
  supersedes: z.uuid().nullable(),
})
type Row = z.infer<typeof Row>

/** A draft at the revision its reader has seen, held until this transaction ends. */
async function held(tx: Tx, id: string, revision: number): Promise<Row> {
  const row = await tx.maybe(
    Row,
    sql`
      select id, number, status, revision, version, owner_authority, owner_unit, owner_state, marking, content, handling,
        updates, supersedes
      from work.warning where id = ${id} and revision = ${revision} and issued_at is null for update`,
  )
  return row ?? refuseStale(tx, id, revision)
}

/** Gives a draft its number, audience and deliveries: from here on it is other people's, too. */
async function issueDraft(doing: Doing, draft: Row): Promise<z.infer<typeof Saved>> {
  const { tx, ground } = doing
  const actor = actorOf(doing)
  const now = ground.clock()
  assertSendable(draft.content, draft.handling, now)
  const rule = await ruleOf(tx, draft.ownerState)
  if (rule.validates && draft.status !== 'validated')
    throw new Problem(
      'conflict',
      'In your State the contact point validates a warning before it is issued. Submit it.',
    )
  const { handling } = draft
  const audience = await audienceOf(tx, effectiveAudience(handling.audience, draft.ownerAuthority, rule))
  const times = {
    inForceUntil: handling.inForceUntil ?? new Date(now.getTime() + defaults.inForce * day).toISOString(),
    keepUntil: handling.keepUntil ?? new Date(now.getTime() + defaults.keep * day).toISOString(),
  }
  const issued = draft.updates
    ? await nextVersion(tx, draft, draft.updates, audience, times, now)
    : await firstVersion(tx, draft, audience, times, now)
  await tx.run(sql`
    insert into work.warning_version
      (warning, version, title, content, form, owner_authority, area, marking, audience_id, expires_at, issued_at, issued_by)
    select id, version, title, content, form, owner_authority, area, marking, audience_id, expires_at, issued_at, ${actor.person}
    from work.warning where id = ${issued.id}`)
  await deliver(doing, issued.id, draft, now)
  if (draft.supersedes)
    await tx.run(sql`
      update work.warning set status = 'superseded', superseded_by = ${issued.id}, updated_at = ${now}, revision = revision + 1
      where id = ${draft.supersedes} and status = 'issued'`)
  tx.note('warning', [issued.id], handling.marking)
  await ground.jobs.enqueue(tx, {
    operation: 'warnings.tell',
    input: { id: issued.id, version: issued.version },
    mandate: actor.mandate,
  })
  return issued
}

const Issued = Saved.extend({ version: z.int() })

async function firstVersion(
  tx: Tx,
  draft: Row,
  audience: number,
  { inForceUntil, keepUntil }: { inForceUntil: string; keepUntil: string },
  now: Date,
): Promise<z.infer<typeof Issued>> {
  const year = now.getUTCFullYear()
  const { last } = await tx.row(
    z.object({ last: z.int() }),
    sql`
      insert into work.warning_number (state, year, last) values (${draft.ownerState}, ${year}, 1)
      on conflict (state, year) do update set last = warning_number.last + 1 returning last`,
  )
  const number = `EWS-${shownState(draft.ownerState)}-${year}-${String(last).padStart(4, '0')}`
  return tx.row(
    Issued,
    sql`
      update work.warning set status = 'issued', number = ${number}, version = 1, revision = revision + 1,
        audience_id = ${audience}, issued_at = ${now}, updated_at = ${now}, in_force_until = ${inForceUntil},
        expires_at = ${keepUntil}
      where id = ${draft.id} and revision = ${draft.revision} returning ${saved}, version`,
    'draft',
  )
}

/** The draft's content goes into the warning it updates, under its number; the draft itself is no more. */
async function nextVersion(
  tx: Tx,
  draft: Row,
  target: string,
  audience: number,
  { inForceUntil, keepUntil }: { inForceUntil: string; keepUntil: string },
  now: Date,
): Promise<z.infer<typeof Issued>> {
  const issued = await tx.maybe(
    Issued,
    sql`
      update work.warning w set ${assignments(contentColumns(draft.content, draft.handling))},
        approved_hash = d.approved_hash, validated_by = d.validated_by, validated_at = d.validated_at,
        version = w.version + 1, revision = w.revision + 1, audience_id = ${audience}, issued_at = ${now},
        updated_at = ${now}, in_force_until = ${inForceUntil}, expires_at = ${keepUntil}
      from (select approved_hash, validated_by, validated_at from work.warning where id = ${draft.id}) d
      where w.id = ${target} and w.status = 'issued'
      returning w.id, w.revision, w.status, w.number, w.version`,
  )
  if (!issued)
    throw new Problem(
      'conflict',
      'The warning it updates is no longer in force: it was withdrawn or replaced. Issue a new one instead.',
    )
  await tx.run(sql`delete from work.warning_attachment where warning = ${target}`)
  await tx.run(sql`update work.warning_attachment set warning = ${target} where warning = ${draft.id}`)
  await tx.run(sql`delete from work.warning where id = ${draft.id}`)
  return issued
}

/** One delivery for each unit that is meant and has somebody who may read it; each with its deadline. */
async function deliver(
  doing: Doing,
  id: string,
  { handling, content, ownerUnit }: Pick<Row, 'handling' | 'content' | 'ownerUnit'>,
  now: Date,
): Promise<void> {
  const { tx } = doing
  const chosen = handling.audience
  const due = answerDue(content.urgency, now)
  const delivered = await tx.run(sql`
    insert into work.warning_delivery (warning, unit, state, why, delivered_at, due_at)
    select ${id}, r.unit, r.state,
      case when 'unit:' || r.unit = any(${chosen}) then 'unit' when 'authority:' || r.authority = any(${chosen}) then 'authority'
        when 'state:' || r.state = any(${chosen}) then 'state' else 'all' end, ${now}, ${due}
    from (select distinct unit, authority, state
      from network.readers(${await audienceOf(tx, chosen)}, 'early-warning', ${markings.indexOf(handling.marking)})) r
    where r.unit <> ${ownerUnit}
    on conflict (warning, unit) do nothing`)
  if (delivered > 0) await queueDeadline(doing, id, due)
}

async function queueDeadline({ tx, ground }: Doing, id: string, due: Date): Promise<void> {
  const clock = await tx.row(z.object({ id: z.int().nullable() }), sql`select work.clock() as id`)
  if (clock.id === null) return
  await ground.jobs.enqueue(
    tx,
    { operation: 'warnings.escalate', input: { id }, mandate: clock.id },
    { at: due, key: `warnings.escalate:${id}:${due.toISOString()}` },
  )
}

const Owned = Saved.extend({
  marking: z.int(),
  ownerAuthority: z.int(),
  ownerUnit: z.int(),
  content: z.unknown(),
  handling: Handling,
})

export const lifeVerbs = {
  async submit(doing, { id, revision }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const draft = await held(tx, id, revision)
    assertSendable(draft.content, draft.handling, ground.clock())
    const rule = await ruleOf(tx, draft.ownerState)
    if (!rule.validates || rule.contactPoint === null)
      throw new Problem('conflict', 'In your State a warning needs no validation. Issue it.')
    tx.note('warning', [id], draft.handling.marking)
    const audience = await audienceOf(tx, [`unit:${draft.ownerUnit}`, `unit:${rule.contactPoint}`])
    const done = await tx.maybe(
      Saved,
      sql`
        update work.warning set status = 'submitted', submitted_at = ${ground.clock()}, audience_id = ${audience},
          revision = revision + 1, updated_at = ${ground.clock()}, returned_at = null, returned_reason = null
        where id = ${id} and revision = ${revision} and status in ('draft', 'returned') and owner_unit = ${actor.unit}
        returning ${saved}`,
    )
    return done ?? refuseStale(tx, id, revision)
  },

  async validate(doing, { id, revision, issue }) {
    const { tx, ground } = doing
    const draft = await held(tx, id, revision)
    await refuseOwnWork(doing, id)
    assertSendable(draft.content, draft.handling, ground.clock())
    tx.note('warning', [id], draft.handling.marking)
    const done = await tx.maybe(
      Saved,
      sql`
        update work.warning set status = 'validated', validated_at = ${ground.clock()}, revision = revision + 1,
          updated_at = ${ground.clock()}
        where id = ${id} and revision = ${revision} and status = 'submitted' returning ${saved}`,
    )
    if (!done) return refuseStale(tx, id, revision)
    return issue ? issueDraft(doing, { ...draft, status: 'validated', revision: done.revision }) : done
  },

  async return(doing, { id, revision, reason }) {
    const { tx, ground } = doing
    const draft = await held(tx, id, revision)
    await refuseOwnWork(doing, id)
    tx.note('warning', [id], draft.handling.marking)
    const done = await tx.maybe(
      Saved,
      sql`
        update work.warning set status = 'returned', returned_at = ${ground.clock()}, returned_reason = ${reason},
          revision = revision + 1, updated_at = ${ground.clock()}
        where id = ${id} and revision = ${revision} and status = 'submitted' returning ${saved}`,
    )
    return done ?? refuseStale(tx, id, revision)
  },

  async issue(doing, { id, revision }) {
    const draft = await held(doing.tx, id, revision)
    if (draft.status === 'submitted')
      throw new Problem('conflict', 'The contact point has it before it. Wait for its validation.')
    return issueDraft(doing, draft)
  },

  async revise(doing, { id, as }) {
    const { tx } = doing
    const found = await owned(doing, id, ['issued'])
    const begun = await beginDraft(doing, found.content, found.handling, {
      [as === 'update' ? 'updates' : 'supersedes']: id,
    })
    await tx.run(sql`
      insert into work.warning_attachment (warning, name, type, size, hash, at)
      select ${begun.id}, name, type, size, hash, at from work.warning_attachment where warning = ${id}`)
    return begun
  },

  async widen(doing, { id, add }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const found = await owned(doing, id, ['issued'])
    const rule = await ruleOf(tx, actor.state)
    if (rule.validates)
      throw new Problem(
        'conflict',
        'In your State the contact point validates who receives a warning. Begin a new version and add them there.',
      )
    const handling = { ...found.handling, audience: [...new Set([...found.handling.audience, ...add])] }
    const audience = await audienceOf(tx, effectiveAudience(handling.audience, found.ownerAuthority, rule))
    const done = await tx.row(
      Issued,
      sql`
        update work.warning set handling = ${{ json: handling }}, audience_id = ${audience}, revision = revision + 1,
          updated_at = ${ground.clock()}
        where id = ${id} and status = 'issued' returning ${saved}, version`,
      'warning in force',
    )
    await tx.run(sql`
      update work.warning_version set audience_id = ${audience} where warning = ${id} and version = ${done.version}`)
    await deliver(doing, id, { ...found, handling }, ground.clock())
    await ground.jobs.enqueue(tx, {
      operation: 'warnings.tell',
      input: { id, version: done.version },
      mandate: actor.mandate,
    })
    return done
  },

  async withdraw(doing, { id, reason }) {
    const { tx, ground } = doing
    const found = await owned(doing, id, ['issued', 'superseded'])
    const done = await tx.row(
      Saved,
      sql`
        update work.warning set status = 'withdrawn', withdrawn_at = ${ground.clock()}, withdrawn_reason = ${reason},
          title = '', content = '{}', words = '', triggers = '{}', route = null, country = null, countries = '{}',
          citizenships = '{}', means = '{}', border_type = null, lon = null, lat = null, happened = '', happened_from = null,
          happened_to = null, revision = revision + 1, updated_at = ${ground.clock()}
        where id = ${id} and status in ('issued', 'superseded') returning ${saved}`,
      'warning in force',
    )
    // The versions stay with the originator, who must be able to say what it had issued.
    const own = await audienceOf(tx, [`authority:${found.ownerAuthority}`])
    await tx.run(sql`update work.warning_version set audience_id = ${own} where warning = ${id}`)
    return done
  },
} satisfies Partial<Verbs<typeof warnings>>

/** An issued warning of the actor's own authority. Of anybody else's it is said only that it is not theirs. */
async function owned(doing: Doing, id: string, allowed: readonly string[]) {
  const { tx } = doing
  const found = await tx.maybe(
    Owned,
    sql`
      select ${saved}, marking, owner_authority, owner_unit, content, handling from work.warning
      where id = ${id} and owner_authority = ${actorOf(doing).authority} and issued_at is not null for update`,
  )
  if (!found) throw notFound('warning of yours')
  tx.note('warning', [id], markings[found.marking])
  if (!allowed.includes(found.status))
    throw new Problem('conflict', `This is not possible any more: it was ${found.status}.`)
  return { ...found, content: Content.parse(found.content) }
}

/** Four eyes, said plainly; the database refuses it too. */
async function refuseOwnWork(doing: Doing, id: string): Promise<void> {
  const own = await doing.tx.maybe(
    z.object({ id: z.uuid() }),
    sql`
      select id from work.warning
      where id = ${id} and ${actorOf(doing).person} in (author, edited_by)`,
  )
  if (own)
    throw new Problem(
      'conflict',
      'You wrote this yourself. Your deputy, or somebody else who validates, must look at it.',
    )
}
