// What a screening feature calls: people and what the engine found go in, hits come out. A person decides what they mean.
import { z } from 'zod'
import { reviewScore, strongScore } from '#core/match/bands.ts'
import type { Hit as Found } from '#core/match/matcher.ts'
import { documentNumber, type PassengerRecord } from '#core/match/records.ts'
import { objectKey, relateSigns, scannedScore, searchKeys } from '#features/alerts/signs.ts'
import type { Tx } from '#kit/db.ts'
import { jobs } from '#kit/jobs.ts'
import type { Doing } from '#kit/perform.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import { RaisedHit, type Reason } from './model.ts'
import { type Print, printsOf } from './prints.ts'
import { queueTending } from './tending.ts'

/** Somebody who was screened. */
export interface Screened {
  /** The id (a uuid) of the passenger or query: raising the same twice raises once. */
  ref: string
  kind: 'passenger' | 'query'
  person: PassengerRecord
  /** The sign of a vehicle or vessel (registration, VIN, IMO, MMSI, call sign), where it is about one. */
  object?: string
  /** Only hits on this alert are raised: somebody has asked and chosen it. */
  only?: string
  /** When they depart (ISO 8601): the queue is in this order. */
  dueAt: string | null
  /** Entered in this very transaction: nothing can stand on them yet. */
  fresh?: boolean
}

/** More alerts than these on one person tell nothing of them: the best are raised. */
const mostOfOne = 20

/**
 * Raises a hit for each alert that the engine found somebody like, for each range of documents that one of theirs lies in, and for each
 * thing that bears the sign given; only for alerts that the acting mandate may read for the purpose stated (row security decides; any other does not exist). Of one alert
 * the identity most alike is raised. Raising the same again raises nothing; a change of what is compared raises anew, and closes what
 * nobody has looked at yet and is alike no more. One statement however many people, and a few more where somebody is found.
 * @param found for each subject, in order, what `engineOf(ground).screen(people, { explain: true })` gave.
 * @returns for each subject, in order, the hits that stand, those raised earlier included.
 */
export async function raiseHits(
  { tx, ground }: Pick<Doing, 'tx' | 'ground'>,
  subjects: readonly Screened[],
  found: readonly (readonly Found[])[],
  now: Date = new Date(),
): Promise<{ ref: string; hits: RaisedHit[] }[]> {
  if (!tx.actor) throw new Problem('sign-in-needed')
  const print = printsOf(ground.config)
  const ranges = await rangesOf(tx, subjects)
  const things = await thingsOf(tx, subjects)
  const rows = subjects.flatMap((subject, at) =>
    [
      ...bestOfEach(found[at] ?? []),
      ...(ranges.get(subject.ref) ?? []),
      ...(things.get(subject.ref) ?? []),
    ].flatMap(hit =>
      subject.only === undefined || subject.only === hit.alert ? [rowOf(print, subject, hit)] : [],
    ),
  )
  if (rows.length > 0) {
    // The first of a day orders the nightly duty. Not each: they would wait for each other.
    const { first } = await tx.row(
      z.object({ first: z.boolean() }),
      sql`
      with raised as (insert into person.hit (alert, number, list, kind, owner_authority, owner_state, executing_authority, executing_state, purpose,
        purposes, audience_id, marking, action, four_eyes, ends_at, subject_kind, subject_ref, subject, subject_print, identity_print,
        person_key, score, band, reasons, raised_at, due_at, forget_at, delete_at)
      select a.id, r.number, a.list, a.kind, a.owner_authority, a.owner_state, ${tx.actor.authority}, ${tx.actor.state},
        network.my_lawful_purpose(), a.purposes, a.audience_id, a.marking, a.action, l.four_eyes, a.expires_at, r.subject_kind, r.ref,
        r.subject, r.print, person.identity_print(a.id, r.number), r.key, r.score, r.band, r.reasons, ${now}, r.due_at, ${now}, ${now}
      from jsonb_to_recordset(${{ json: rows }}::jsonb) as r (alert uuid, number smallint, ref uuid, subject_kind text, subject jsonb,
        print text, key text, score real, band text, reasons jsonb, due_at timestamptz)
      join person.alert a on a.id = r.alert join person.list l on l.id = a.list
      where (select network.my_lawful_purpose()) = any(a.purposes)
      order by r.ref, a.id
      on conflict on constraint hit_once do nothing returning id)
      select exists (select from raised) and not exists (select from person.hit h where h.counted_at is null
        and h.raised_at >= date_trunc('day', ${now}::timestamptz at time zone 'UTC') at time zone 'UTC') as first`,
    )
    if (first) await queueTending(tx, jobs, now)
  }
  const concerned = new Set(rows.map(each => each.ref))
  const standing = await standingOn(
    tx,
    subjects.filter(each => !each.fresh || concerned.has(each.ref)).map(each => each.ref),
  )
  const out: { ref: string; hits: RaisedHit[] }[] = []
  for (const [at, { ref, kind, person, fresh }] of subjects.entries()) {
    const hits = standing.get(ref) ?? []
    const still = new Set([
      ...rows.filter(each => each.ref === ref).map(each => `${each.alert}/${each.number}`),
      // Not among the best, and alike all the same.
      ...(found[at] ?? []).slice(mostOfOne).map(each => each.alert),
    ])
    const unlike = hits.filter(each => each.state === 'open' && !still.has(`${each.alert}/${each.number}`))
    const closed =
      fresh || kind !== 'passenger' || unlike.length === 0
        ? new Set()
        : await closeUnlike(tx, unlike, printOf(print, ref, person))
    out.push({
      ref,
      hits: hits.filter(each => !closed.has(each.id)).map(told),
    })
  }
  return out
}

/** Closes those of these hits for which what was compared has changed; gives which. */
async function closeUnlike(
  tx: Tx,
  hits: readonly Pick<Standing, 'id'>[],
  subject: string,
): Promise<Set<string>> {
  const { closed } = await tx.row(
    z.object({ closed: z.array(z.uuid()) }),
    sql`select person.close_unlike(${hits.map(each => each.id)}::uuid[], ${subject}) as closed`,
  )
  if (closed.length > 0) tx.note(tx.noted.subject ?? 'hit', closed, 'LIMITED')
  return new Set(closed)
}

/**
 * The hits that stand on these passengers or queries, best first, as far as the acting mandate may read them for the purpose stated.
 * What was superseded, or whose alert has ended before anybody decided, is not among them.
 */
export const hitsOf = async (tx: Tx, refs: readonly string[]): Promise<Map<string, RaisedHit[]>> =>
  new Map([...(await standingOn(tx, refs))].map(([ref, hits]) => [ref, hits.map(told)]))

/** A hit with what it stands on: for this feature alone. */
const Standing = RaisedHit.extend({ alert: z.string(), number: z.int() })
type Standing = z.infer<typeof Standing>

/** What others are told of it: nothing of the alert. */
function told(standing: Standing): RaisedHit {
  const hit: Partial<Standing> = { ...standing }
  delete hit.alert
  delete hit.number
  return hit as RaisedHit
}

async function standingOn(tx: Tx, refs: readonly string[]): Promise<Map<string, Standing[]>> {
  const rows =
    refs.length === 0
      ? []
      : await tx.rows(
          Standing,
          sql`
            select h.alert, h.number, h.id, h.subject_ref, h.state, h.verdict, h.kind, h.action, h.four_eyes, h.suppressed is not null as suppressed,
              h.band, trunc(h.score::numeric, 2) as score,
              h.suppressed is null and h.verdict is distinct from 'not-the-same' as look
            from (select distinct on (x.subject_ref, x.alert, x.number) x.* from person.hit x
              where x.subject_ref = any(${[...new Set(refs)]}::uuid[])
                and (x.state = 'decided' or x.state <> 'closed' and x.ends_at > now())
              order by x.subject_ref, x.alert, x.number, x.raised_at desc, x.id) h
            order by h.score desc, h.id`,
        )
  const out = new Map<string, Standing[]>()
  for (const row of rows) out.set(row.subjectRef, [...(out.get(row.subjectRef) ?? []), row])
  return out
}

interface Raised {
  alert: string
  number: number
  score: number
  reasons: readonly Reason[]
}

/** Of each alert the identity most alike, best first. */
function bestOfEach(found: readonly Found[]): Raised[] {
  const best = new Map<string, Raised>()
  for (const hit of found.toSorted((a, b) => b.score - a.score || (a.alert < b.alert ? -1 : 1))) {
    const [alert = '', number = '0'] = hit.alert.split('/')
    if (hit.score >= reviewScore && !best.has(alert))
      best.set(alert, { alert, number: Number(number), score: hit.score, reasons: hit.reasons })
  }
  return [...best.values()].slice(0, mostOfOne)
}

/** Documents within a range on a list: of the same length, between the first and the last, of the same issuer where both say one. */
async function rangesOf(tx: Tx, subjects: readonly Screened[]): Promise<Map<string, Raised[]>> {
  const asked = subjects.flatMap(({ ref, person }) =>
    (person.documents ?? []).map(({ number, issuer }) => ({
      ref,
      number: documentNumber(number),
      issuer: issuer ?? null,
    })),
  )
  const out = new Map<string, Raised[]>()
  if (asked.length === 0) return out
  const rows = await tx.rows(
    z.object({ ref: z.string(), number: z.string(), alert: z.string(), from: z.string(), to: z.string() }),
    sql`
      select distinct on (q.ref, d.alert) q.ref, q.number, d.alert, d.written as "from", d.written_to as "to"
      from jsonb_to_recordset(${{ json: asked }}::jsonb) as q (ref uuid, number text, issuer text)
      join person.alert_document d on d.number_from <> d.number_to and d.number_from <= q.number collate "C"
        and d.number_to >= q.number collate "C" and length(d.number_from) = length(q.number)
        and (d.issuer is null or q.issuer is null or d.issuer = q.issuer)
      order by q.ref, d.alert, d.number`,
  )
  for (const { ref, alert, number, from, to } of rows)
    out.set(ref, [
      ...(out.get(ref) ?? []),
      { alert, number: 0, score: 1, reasons: [{ kind: 'range', passenger: number, from, to, points: 0 }] },
    ])
  return out
}

/** Vehicles and vessels that bear the very sign, or one that differs by what is easily confused: then an officer looks closer. */
async function thingsOf(tx: Tx, subjects: readonly Screened[]): Promise<Map<string, Raised[]>> {
  const out = new Map<string, Raised[]>()
  for (const { ref, object = '' } of subjects) {
    const keys = searchKeys(object)
    if (keys.length === 0) continue
    const rows = await tx.rows(
      z.object({ alert: z.string(), signs: z.array(z.string()) }),
      sql`
        select t.alert, array_remove(array[t.plate, t.vin, t.imo, t.mmsi, t.call_sign], null) as signs
        from person.alert_object t where t.keys && ${keys}::text[] order by t.alert, t.number`,
    )
    const best = new Map<string, Raised>()
    for (const { alert, signs } of rows)
      for (const sign of signs) {
        const relation = relateSigns(object, sign)
        const score = relation === 'same' ? 1 : scannedScore
        if (relation === null || (best.get(alert)?.score ?? 0) >= score) continue
        const reasons: Reason[] = [{ kind: 'object', passenger: object, alert: sign, relation, points: 0 }]
        best.set(alert, { alert, number: 0, score, reasons })
      }
    out.set(ref, [...best.values()])
  }
  return out
}

function rowOf(
  print: Print,
  { ref, kind, person, object, dueAt }: Screened,
  { alert, number, score, reasons }: Raised,
) {
  const subject = { ...subjectOf(person), ...(object && { object }) }
  return {
    alert,
    number,
    ref,
    subject_kind: kind,
    subject,
    print: printOf(print, ref, person, object),
    key: personKey(print, person, object),
    score,
    band: score >= strongScore ? 'strong' : 'review',
    reasons,
    due_at: dueAt,
  }
}

/** Of what is compared of a passenger or query, and of no other: that two were alike is not to be seen in it. */
const printOf = (print: Print, ref: string, person: PassengerRecord, object?: string): string =>
  print(
    'subject',
    JSON.stringify([ref, { ...subjectOf(person), ...(object && { object: objectKey(object) }) }]),
  )

/** What is compared, in one order, so that the same person gives the same print. */
function subjectOf({ family, given, full, birth, nationality, sex, documents }: PassengerRecord) {
  return {
    family: family ?? null,
    given: given ?? null,
    full: full ?? null,
    birth: birth ?? null,
    nationality: nationality ?? null,
    sex: sex ?? null,
    documents: (documents ?? [])
      .map(each => ({ type: each.type ?? null, number: each.number, issuer: each.issuer ?? null }))
      .toSorted((a, b) => (`${a.number} ${a.issuer}` < `${b.number} ${b.issuer}` ? -1 : 1)),
  }
}

/**
 * By what a person is known again: the first document with its issuer and the birth; where there is none, the name and a full date of
 * birth; a thing by its sign. Empty where there is none: a name alone is many people, and none of them is ever known by it.
 */
export function personKey(
  print: Print,
  { family, given, full, birth, documents }: PassengerRecord,
  object?: string,
): string {
  const [first] = (documents ?? [])
    .map(({ number, issuer }) => `${documentNumber(number)} ${issuer ?? ''}`)
    .toSorted()
  const plain = (text: string | null | undefined) =>
    (text ?? '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  if (first === undefined && object) return print('person', `thing ${objectKey(object)}`)
  if (first === undefined && !/^\d{4}-\d\d-\d\d$/.test(birth ?? '')) return ''
  return print(
    'person',
    first === undefined
      ? `name ${[family, given, full].map(plain).join('|')} ${birth ?? ''}`
      : `document ${first} ${birth ?? ''}`,
  )
}
