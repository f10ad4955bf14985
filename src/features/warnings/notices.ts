import { z } from 'zod'
import { addressOf } from '#kit/config.ts'
import type { Tx } from '#kit/db.ts'
import type { Doing, Verbs } from '#kit/perform.ts'
import type { Letter } from '#kit/mailer.ts'
import { sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { Urgency } from '#vocabulary/urgency.ts'
import type { warnings } from './api.ts'
import { actorOf } from './draft.ts'
import { digestLetter, noticeLetter, type Notice } from './letters.ts'

/** When the daily letter goes out, in hours UTC. */
const digestHour = 6
const Way = z.enum(['at-once', 'digest', 'none'])

const Preference = z.object({
  email: z.string().nullable(),
  language: z.enum(['en', 'fr', 'de']),
  immediate: Way,
  priority: Way,
  routine: Way,
  quietFrom: z.string().nullable(),
  quietUntil: z.string().nullable(),
  zone: z.string(),
})
type Preference = z.infer<typeof Preference>

/** How the actor wants to be told; what `network.preference` gives by default to those who have not chosen. */
const preferenceOf = (tx: Tx, { person }: Actor): Promise<Preference> =>
  tx.row(
    Preference,
    sql`
      select o.email, coalesce(p.language, 'en') as language, coalesce(p.immediate, 'at-once') as immediate,
        coalesce(p.priority, 'at-once') as priority, coalesce(p.routine, 'digest') as routine,
        p.quiet_from, p.quiet_until, coalesce(p.zone, 'UTC') as zone
      from network.official o left join network.preference p on p.official = o.id where o.id = ${person}`,
  )

/** Whether it is within the official's quiet hours; they may reach over midnight. */
export function isQuiet(
  { quietFrom, quietUntil, zone }: Pick<Preference, 'quietFrom' | 'quietUntil' | 'zone'>,
  now: Date,
): boolean {
  if (!quietFrom || !quietUntil) return false
  const local = now.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return quietFrom <= quietUntil
    ? quietFrom <= local && local < quietUntil
    : quietFrom <= local || local < quietUntil
}

function nextDigest(now: Date): Date {
  const at = new Date(now)
  at.setUTCHours(digestHour, 0, 0, 0)
  return at > now ? at : new Date(at.getTime() + 24 * 3600 * 1000)
}

const linkTo = ({ ground }: Doing, id: string): string => `${addressOf(ground.config)}/warnings/${id}`

/**
 * Sends at most once: the notice is claimed in a transaction of its own before the letter goes, so that a crash between the two
 * costs a letter rather than sending two. A mail server that refuses gives the claim back, and the job is tried again.
 */
async function sendOnce(
  { ground, tx }: Doing,
  claim: (tx: Tx) => Promise<boolean>,
  giveBack: (tx: Tx) => Promise<unknown>,
  letter: Letter,
): Promise<boolean> {
  if (!(await ground.db.as(tx.actor, claim))) return false
  try {
    await ground.mailer.send(letter)
  } catch (error) {
    await ground.db.as(tx.actor, giveBack)
    throw error
  }
  return true
}

const Waiting = z.object({ warning: z.uuid(), number: z.string(), urgency: Urgency })

export const noticeVerbs = {
  async tell({ tx }, { id, version }) {
    tx.note('warning', [id])
    // Each recipient's notice is a job in the recipient's own name: it reads again what that person may see.
    const queued = await tx.run(sql`
      select network.enqueue(jsonb_build_object('operation', 'warnings.notify', 'mandate', r.mandate,
          'input', jsonb_build_object('id', w.id, 'version', ${version}::int, 'about', 'new')), null,
        'warnings.notify:' || w.id || ':' || ${version}::int || ':' || r.mandate)
      from work.warning w cross join lateral network.readers(w.audience_id, w.area, w.marking) r
      join work.warning_delivery d on d.warning = w.id and d.unit = r.unit
      where w.id = ${id} and w.owner_authority = (select network.my_authority()) and w.status = 'issued'`)
    return { queued }
  },

  async notify(doing, { id, version, about }) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const warning = await tx.maybe(
      Waiting.extend({ asked: z.boolean() }),
      sql`
        select w.id as warning, w.number, w.urgency, exists (select from work.warning_subscription s
          where w.route = any(s.routes) or w.countries && s.countries or w.citizenships && s.citizenships
            or w.means && s.means) as asked
        from work.warning w where w.id = ${id} and w.version >= ${version} and w.status = 'issued'`,
    )
    if (!warning) return { sent: 'not' as const }
    const preference = await preferenceOf(tx, actor)
    const now = ground.clock()
    const chosen = preference[warning.urgency]
    const wanted = chosen === 'digest' && (warning.asked || about === 'late') ? 'at-once' : chosen
    if (wanted === 'none' || !preference.email) return { sent: 'not' as const }
    const quiet = warning.urgency !== 'immediate' && isQuiet(preference, now)
    if (wanted === 'digest' || quiet) {
      const gathered = await tx.run(sql`
        insert into work.warning_notice (warning, version, about, official, how)
        values (${id}, ${version}, ${about}, ${actor.person}, 'in-digest') on conflict do nothing`)
      if (gathered === 0) return { sent: 'not' as const }
      await ground.jobs.enqueue(
        tx,
        { operation: 'warnings.digest', input: {}, mandate: actor.mandate },
        { at: nextDigest(now), key: `warnings.digest:${actor.person}` },
      )
      return { sent: 'in-digest' as const }
    }
    const { language, email } = preference
    const sent = await sendOnce(
      doing,
      async own =>
        (await own.run(sql`
          insert into work.warning_notice (warning, version, about, official, how, sent_at)
          values (${id}, ${version}, ${about}, ${actor.person}, 'at-once', ${now}) on conflict do nothing`)) >
        0,
      own =>
        own.run(sql`
          delete from work.warning_notice where warning = ${id} and version = ${version} and about = ${about}
            and official = ${actor.person}`),
      noticeLetter(email, language, about, { ...warning, link: linkTo(doing, id) }),
    )
    return { sent: sent ? ('at-once' as const) : ('not' as const) }
  },

  async digest(doing) {
    const { tx, ground } = doing
    const actor = actorOf(doing)
    const waiting = await tx.rows(
      Waiting,
      sql`
        select distinct on (w.id) w.id as warning, w.number, w.urgency
        from work.warning_notice n join work.warning w on w.id = n.warning
        where n.official = ${actor.person} and n.sent_at is null and w.status = 'issued' order by w.id`,
    )
    const { email, language } = await preferenceOf(tx, actor)
    const notices: Notice[] = waiting
      .map(({ warning, number, urgency }) => ({ number, urgency, link: linkTo(doing, warning) }))
      .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    const now = ground.clock()
    const claim = (own: Tx) =>
      own.run(sql`
        update work.warning_notice set sent_at = ${now} where official = ${actor.person} and sent_at is null`)
    if (notices.length === 0 || !email) {
      await claim(tx)
      return { sent: 0 }
    }
    const sent = await sendOnce(
      doing,
      async own => (await claim(own)) > 0,
      own =>
        own.run(sql`
          update work.warning_notice set sent_at = null
          where official = ${actor.person} and how = 'in-digest' and sent_at = ${now}`),
      digestLetter(email, language, notices),
    )
    return { sent: sent ? notices.length : 0 }
  },

  async escalate({ tx, ground }, { id }) {
    const raised = await tx.rows(
      z.object({ mandate: z.int().nullable(), version: z.int() }),
      sql`select mandate, version from work.escalate_warning(${id}, ${ground.clock()})`,
    )
    tx.note('warning', [id])
    for (const { mandate, version } of raised) {
      if (mandate === null) continue
      await ground.jobs.enqueue(
        tx,
        { operation: 'warnings.notify', input: { id, version, about: 'late' }, mandate },
        { key: `warnings.late:${id}:${version}:${mandate}` },
      )
    }
    return { escalated: raised.length }
  },
} satisfies Partial<Verbs<typeof warnings>>
