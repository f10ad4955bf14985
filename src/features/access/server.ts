import { z } from 'zod'
import { isLoopback } from '#kit/config.ts'
import type { Tx } from '#kit/db.ts'
import type { Ground } from '#kit/ground.ts'
import type { Context, Verbs } from '#kit/perform.ts'
import { notFound, Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { type Actor, areas } from '#vocabulary/actor.ts'
import { markingLevel } from '#vocabulary/marking.ts'
import type { access } from './api.ts'
import { makeEnrolment } from './enrolment.ts'
import { Mandate, type Me, OwnMandate, Passkey, Persona, Preference, Session, termsVersion } from './model.ts'
import { enrolOptions, madeFor, notAccepted, signedBy, signInOptions } from './passkeys.ts'
import { Limit } from './rate.ts'
import { actorHolding, endSession, hashed, startSession, switchSession } from './sessions.ts'

const Made = z.object({ id: z.int() })
const clearance = sql`(array['PUBLIC', 'LIMITED', 'SENSITIVE'])[m.clearance + 1] as clearance`

/** Beginning costs little; a failed end counts against the address it came from. */
const beginnings = new Limit({ tries: 120, seconds: 60 })
const failures = new Limit({ tries: 20, seconds: 300 })

export const verbs: Verbs<typeof access> = {
  me: ({ tx, context, ground }) => me(tx, ground, context.actor),

  async personas({ tx, ground }) {
    assertDemonstration(ground)
    return personas(tx)
  },

  async demoSignIn({ tx, ground, context }, { persona }) {
    assertDemonstration(ground)
    const found = (await personas(tx)).find(each => each.id === persona)
    if (!found) throw notFound('persona')
    return begin(tx, ground, context, found.mandate, 'demonstration')
  },

  async signInOptions({ tx, ground, context }) {
    slow(beginnings, ground, context)
    return { ...(await signInOptions(tx, ground.config)) }
  },

  async signIn({ tx, ground, context }, assertion) {
    slow(failures, ground, context)
    const signed = await signedBy(tx, ground.config, assertion)
    const { mandate } = await tx.row(
      z.object({ mandate: z.int().nullable() }),
      sql`select network.passkey_used(${signed.passkey}, ${signed.counter}) as mandate`,
    )
    if (mandate === null) throw notAccepted()
    failures.restore(context.session?.address ?? '')
    return begin(tx, ground, context, mandate, 'passkey')
  },

  async signOut({ tx, context }) {
    if (context.session?.token) await endSession(tx, context.session.token)
    context.session?.set(null)
    return { signedOut: true as const }
  },

  async enrolmentOptions({ tx, ground, context }, { token }) {
    slow(failures, ground, context)
    const link = await enrolment(tx, token)
    failures.restore(context.session?.address ?? '')
    const options = await enrolOptions(tx, ground.config, { id: link.official, name: link.name }, 'enrol')
    return { name: link.name, replaces: link.replaces, options: { ...options } }
  },

  async enrol({ tx, ground, context }, { token, label, passkey }) {
    slow(failures, ground, context)
    const link = await enrolment(tx, token)
    const made = await madeFor(tx, ground.config, link.official, 'enrol', passkey)
    const used = await tx.row(
      z.object({ passkey: z.int().nullable() }),
      sql`
        select network.use_enrolment(${hashed(token)}, ${made.credential}, ${made.publicKey}, ${made.counter},
          ${made.transports}, ${made.deviceBound}, ${label || null}) as passkey`,
    )
    if (used.passkey === null) throw linkIsSpent()
    const { mandate } = await tx.row(
      z.object({ mandate: z.int().nullable() }),
      sql`select network.passkey_used(${used.passkey}, ${made.counter}) as mandate`,
    )
    failures.restore(context.session?.address ?? '')
    tx.note('passkey', [used.passkey])
    // Enrolled before a mandate was granted: the passkey is kept, and opens the network as soon as there is one.
    return mandate === null ? me(tx, ground, null) : begin(tx, ground, context, mandate, 'passkey')
  },

  async acceptTerms({ tx, ground, context }, { version }) {
    const { actor } = context
    if (version !== termsVersion)
      throw new Problem(
        'conflict',
        'The terms of use have changed. Load the page again and read the new ones.',
      )
    tx.note('terms', [version])
    await tx.run(sql`
      insert into network.acceptance (official, version) values (${actor?.person ?? null}, ${version}) on conflict do nothing`)
    const { termsDue: _, ...clear } = actor as Actor
    return me(tx, ground, clear)
  },

  async switchMandate({ tx, ground, context }, { mandate }) {
    const { actor, session } = context
    const token = session?.token ? await switchSession(tx, session.token, mandate) : undefined
    const fresh = token ? await actorHolding(tx, mandate) : null
    if (!token || !fresh || fresh.person !== actor?.person) throw notFound('mandate of yours')
    session?.set(token)
    tx.note('mandate', [mandate])
    await tx.become(fresh)
    return me(tx, ground, actor.termsDue ? { ...fresh, termsDue: true } : fresh)
  },

  async preference({ tx }) {
    return (await tx.maybe(Preference, preferenceRow)) ?? Preference.parse({})
  },

  async prefer({ tx, context }, { language, immediate, priority, routine, quietFrom, quietUntil, zone }) {
    await tx.run(sql`
      insert into network.preference (official, language, immediate, priority, routine, quiet_from, quiet_until, zone)
      values (${context.actor?.person ?? null}, ${language}, ${immediate}, ${priority}, ${routine}, ${quietFrom},
        ${quietUntil}, ${zone})
      on conflict (official) do update set language = excluded.language, immediate = excluded.immediate,
        priority = excluded.priority, routine = excluded.routine, quiet_from = excluded.quiet_from,
        quiet_until = excluded.quiet_until, zone = excluded.zone`)
    return tx.row(Preference, preferenceRow)
  },

  sessions: ({ tx, context }) =>
    tx.rows(
      Session,
      sql`
        select id, how, device, started_at, seen_at, ends_at, secret = ${hashed(context.session?.token ?? '')} as current
        from network.session where ends_at > now() and seen_at > now() - interval '1 hour' order by seen_at desc`,
    ),

  async endSession({ tx }, { id }) {
    tx.note('session', [id])
    return tx.row(Made, sql`delete from network.session where id = ${id} returning id`, 'session of yours')
  },

  passkeys: ({ tx }) =>
    tx.rows(
      Passkey,
      sql`select id, label, device_bound, enrolled_at, used_at from network.passkey order by enrolled_at`,
    ),

  async passkeyOptions({ tx, ground, context }) {
    const { person, name } = context.actor as Actor
    return { ...(await enrolOptions(tx, ground.config, { id: person, name }, 'add')) }
  },

  async addPasskey({ tx, ground, context }, { label, passkey }) {
    const made = await madeFor(tx, ground.config, context.actor?.person ?? 0, 'add', passkey)
    const { id } = await tx.row(
      z.object({ id: z.int().nullable() }),
      sql`
        select network.add_passkey(${hashed(context.session?.token ?? '')}, ${made.credential}, ${made.publicKey},
          ${made.counter}, ${made.transports}, ${made.deviceBound}, ${label || null}) as id`,
    )
    if (id === null) throw tooLongAgo()
    tx.note('passkey', [id])
    return { id }
  },

  async removePasskey({ tx, context }, { id }) {
    const fresh = await tx.run(sql`
      select from network.session where secret = ${hashed(context.session?.token ?? '')}
        and started_at > now() - interval '10 minutes'`)
    if (!fresh) throw tooLongAgo()
    // Two removals at once must not leave none.
    await tx.run(
      sql`select pg_advisory_xact_lock(hashtext('iconet.passkeys'), ${context.actor?.person ?? 0})`,
    )
    const others = await tx.run(sql`select from network.passkey where id <> ${id}`)
    if (!others)
      throw new Problem('conflict', 'This is your only passkey. Add another one first; then remove this one.')
    tx.note('passkey', [id])
    return tx.row(Made, sql`delete from network.passkey where id = ${id} returning id`, 'passkey of yours')
  },

  mandates: ({ tx }, { official = null } = {}) =>
    tx.rows(
      Mandate,
      sql`
        select m.id, m.official, o.name, u.name as unit, network.state_of_official(o.id) as state, m.competences, m.areas,
          ${clearance}, m.valid_from, m.valid_until, m.reason, b.name as granted_by,
          m.withdrawn_at, m.withdrawn_reason
        from network.mandate m join network.official o on o.id = m.official join network.unit u on u.id = o.unit
          left join network.mandate g on g.id = m.granted_by left join network.official b on b.id = g.official
        where ${official}::integer is null or m.official = ${official}
        order by m.withdrawn_at is not null, o.name, m.id`,
    ),

  async grant({ tx, ground, context }, given) {
    if (new Date(given.validUntil) <= ground.clock())
      throw new Problem('invalid-input', 'The mandate would end before it begins. Choose a later day.', [
        { path: ['validUntil'], message: 'This has passed already.', mend: 'Choose a later day.' },
      ])
    const made = await tx.row(
      Made,
      sql`
        insert into network.mandate (official, competences, areas, clearance, valid_until, reason, granted_by)
        values (${given.official}, ${given.competences}, ${given.areas}, ${markingLevel(given.clearance)},
          ${given.validUntil}, ${given.reason}, ${context.actor?.mandate ?? null}) returning id`,
    )
    tx.note('mandate', [made.id])
    return made
  },

  async withdraw({ tx, context }, { id, reason }) {
    tx.note('mandate', [id])
    return tx.row(
      Made,
      sql`
        update network.mandate set withdrawn_at = now(), withdrawn_by = ${context.actor?.mandate ?? null},
          withdrawn_reason = ${reason}
        where id = ${id} and withdrawn_at is null returning id`,
      'mandate in force',
    )
  },

  async extend({ tx, context }, { id, validUntil }) {
    tx.note('mandate', [id])
    return tx.row(
      Made,
      sql`
        update network.mandate set valid_until = ${validUntil}, extended_by = ${context.actor?.mandate ?? null},
          extended_at = now()
        where id = ${id} and withdrawn_at is null and valid_until < ${validUntil}::timestamptz
          and ${validUntil}::timestamptz > now() returning id`,
      'mandate in force that ends before that',
    )
  },

  async establish({ tx, context }, { state, kind, authority, unit, name, email, validUntil }) {
    const by = context.actor?.mandate ?? null
    await tx.run(sql`insert into network.state (code, kind) values (${state}, ${kind})`)
    const place = await tx.row(
      Made,
      sql`insert into network.authority (state, name) values (${state}, ${authority}) returning id`,
    )
    const desk = await tx.row(
      Made,
      sql`
        insert into network.unit (authority, name, kind) values (${place.id}, ${unit}, 'contact-point') returning id`,
    )
    const official = await tx.row(
      Made,
      sql`
        insert into network.official (unit, name, title, email)
        values (${desk.id}, ${name}, 'National contact point', ${email}) returning id`,
    )
    await tx.run(sql`
      insert into network.mandate (official, competences, areas, clearance, valid_until, reason, granted_by)
      values (${official.id}, '{appoint,read,issue,validate}', ${[...areas]}, 2, ${validUntil},
        'Designated by the State', ${by})`)
    await tx.run(sql`
      insert into network.contact_point (state, unit, official) values (${state}, ${desk.id}, ${official.id})`)
    tx.note('state', [state])
    return { ...(await makeEnrolment(tx, official.id)), official: official.id }
  },

  async inviteToEnrol({ tx }, { official, replaces }) {
    tx.note('official', [official])
    return makeEnrolment(tx, official, replaces)
  },
}

/** Starts a session under a fresh secret, ends the one that was, and answers with who it is now. */
async function begin(
  tx: Tx,
  ground: Ground,
  context: Context,
  mandate: number,
  how: 'passkey' | 'demonstration',
): Promise<Me> {
  const { session } = context
  const actor = await actorHolding(tx, mandate)
  if (!actor) throw notAccepted()
  if (session?.token) await endSession(tx, session.token)
  session?.set(await startSession(tx, mandate, how, session.agent))
  tx.note('mandate', [mandate])
  await tx.become(actor)
  const accepted = await tx.run(sql`select from network.acceptance where version = ${termsVersion}`)
  return me(tx, ground, how === 'demonstration' || accepted ? actor : { ...actor, termsDue: true })
}

async function me(tx: Tx, { config }: Ground, actor: Actor | null): Promise<Me> {
  const mandates = actor
    ? await tx.rows(
        OwnMandate,
        sql`
          select m.id, m.competences, m.areas, ${clearance}, m.valid_until from network.mandate m
          where m.official = ${actor.person} and m.withdrawn_at is null and now() between m.valid_from and m.valid_until
          order by m.id`,
      )
    : []
  const terms = { version: termsVersion, due: actor?.termsDue ?? false }
  return { actor, demonstration: config.demo, terms, mandates }
}

const preferenceRow = sql`
  select language, immediate, priority, routine, quiet_from, quiet_until, zone from network.preference`

const Link = z.object({ official: z.int(), name: z.string(), replaces: z.boolean() })

async function enrolment(tx: Tx, token: string) {
  const link = await tx.maybe(
    Link,
    sql`select official, name, replaces from network.enrolment_of(${hashed(token)})`,
  )
  if (!link) throw linkIsSpent()
  return link
}

const linkIsSpent = () =>
  new Problem('not-found', 'This link has been used or has run out. Ask your contact point for a new one.')

const tooLongAgo = () =>
  new Problem('sign-in-needed', 'This needs a fresh sign-in. Sign in again and do it within ten minutes.')

function slow(limit: Limit, ground: Ground, { session }: Context): void {
  if (session) limit.take(session.address, ground.clock(), seconds => session.retryAfter(seconds))
}

/** Without `--demo`, or off this machine, the demonstration's doors do not exist. */
function assertDemonstration({ config }: Ground): void {
  if (!config.demo || !isLoopback(config.host)) throw notFound('operation')
}

async function personas(tx: Tx): Promise<Persona[]> {
  const rows = await tx.rows(Persona.omit({ id: true }), sql`select * from network.personas()`)
  return rows.map(row => ({ ...row, id: personaId(row.name) }))
}

/** A name as it stands in an address: "Ilze Ozola" → "ilze-ozola". */
export const personaId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
