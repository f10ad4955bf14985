import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#kit/sql.ts'
import { useWorld } from '#test/world.ts'

const world = useWorld()
const heard: string[] = []
let listener: pg.Client
let pool: pg.Pool
beforeAll(async () => {
  pool = world.ground.db.pool
  const { password } = pool.options
  listener = new pg.Client({ ...pool.options, ...(password === undefined ? {} : { password }) })
  await listener.connect()
  listener.on('notification', ({ payload = '' }) => heard.push(...payload.split(',')))
  await listener.query('listen iconet_alerts')
})
afterAll(() => listener.end())

/** An alert entered behind the back of every rule, to see what the engine is told of it. */
async function anAlert(kind = 'return-decision'): Promise<string> {
  const { owner } = world
  const officer = await world.actor('sanita-krumina-falk')
  const audience = (await owner.query<{ id: number }>(`select network.audience('{state:LV}') as id`)).rows[0]
    ?.id
  const list = randomUUID()
  await owner.query(
    `insert into person.list (id, owner_authority, owner_state, kind, name, legal_basis, action, purposes, marking, audience_id,
       made_by, made_at, changed_at)
     values ($1, $2, 'LV', $3, $4, 'The law', 'tell-owner', '{return}', 1, $5, $6, now(), now())`,
    [list, officer.authority, kind, `List ${list}`, audience, officer.person],
  )
  const { rows } = await owner.query<{ id: string }>(
    `insert into person.alert (reference, list, owner_authority, owner_state, kind, purposes, audience_id, marking, action,
       legal_basis, valid_from, review_at, expires_at, entered_by, entered_at, changed_by, changed_at)
     values ($1, $2, $3, 'LV', $4, '{return}', $5, 1, 'tell-owner', 'The law', now(), now() + interval '1 year',
       now() + interval '1 year', $6, now(), $6, now()) returning id`,
    [
      `LV-${list.slice(0, 5).toUpperCase()}-${list.slice(-5).toUpperCase()}`,
      list,
      officer.authority,
      kind,
      audience,
      officer.person,
    ],
  )
  return rows[0]?.id ?? ''
}
const identity = (alert: string, number: number, names: object[], birth: string) =>
  world.owner.query(
    `insert into person.identity (alert, number, kind, names, birth, words) values ($1, $2, 'confirmed', $3, $4, '')`,
    [alert, number, JSON.stringify(names), birth],
  )
const told = async (): Promise<string[]> => {
  await listener.query('select 1')
  return heard.splice(0)
}
const screened = async (ids: string[] | null) =>
  (await pool.query('select * from person.alerts_to_screen($1::uuid[])', [ids])).rows

test('each identity of an alert is screened by itself, with its own date of birth and the documents of the alert', async () => {
  const id = await anAlert()
  await identity(id, 1, [{ kind: 'primary', family: 'Invented', given: 'Person' }], '1980-05-12')
  await identity(id, 2, [{ kind: 'alias', full: 'Persona Inventada', script: 'Latn' }], '1981')
  await world.owner.query(
    `insert into person.alert_document (alert, number, type, written, number_from, number_to, issuer, status)
     values ($1, 1, 'P', 'AB 12-34', 'AB1234', 'AB1234', 'XXA', 'held'), ($1, 2, 'P', 'AB 0', 'AB0', 'AB9', 'XXA', 'blank')`,
    [id],
  )
  const documents = [{ type: 'P', number: 'AB 12-34', issuer: 'XXA' }]
  expect((await screened([id])).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
    {
      id: `${id}/1`,
      names: [{ family: 'Invented', given: 'Person' }],
      birth: '1980-05-12',
      nationalities: [],
      sex: null,
      documents,
    },
    {
      id: `${id}/2`,
      names: [{ full: 'Persona Inventada' }],
      birth: '1981',
      nationalities: [],
      sex: null,
      documents,
    },
  ])
  expect((await screened(null)).length).toBeGreaterThanOrEqual(2)
})

test('the engine is told of an alert when something that is screened changes, and only then', async () => {
  const id = await anAlert()
  await identity(id, 1, [{ full: 'Person Invented' }], '1980')
  expect(new Set(await told())).toContain(id)
  await world.owner.query(`update person.alert set action = 'confirm-return' where id = $1`, [id])
  await world.owner.query(
    `update person.identity set description = 'A scar', birth = birth where alert = $1`,
    [id],
  )
  expect(await told()).toEqual([])
  await world.owner.query(`update person.identity set birth = '1980-02' where alert = $1`, [id])
  expect(await told()).toEqual([id])
  await world.owner.query('delete from person.alert where id = $1', [id])
  expect(new Set(await told())).toEqual(new Set([id]))
  expect(await screened([id])).toEqual([])
})

test('a thousand alerts in one statement are told in slices that a notification can carry', async () => {
  const id = await anAlert()
  await told()
  await world.owner.query(
    `insert into person.alert (reference, list, owner_authority, owner_state, kind, purposes, audience_id, marking, action, legal_basis,
       valid_from, review_at, expires_at, entered_by, entered_at, changed_by, changed_at)
     select 'LV-' || lpad(n::text, 5, '0') || '-00000', list, owner_authority, owner_state, kind, purposes, audience_id, marking, action,
       legal_basis, valid_from, review_at, expires_at, entered_by, entered_at, changed_by, changed_at
     from person.alert, generate_series(1, 1000) n where id = $1`,
    [id],
  )
  expect(new Set(await told()).size).toBe(1000)
})

test('vehicles are not screened as people, and what has ended is not screened at all', async () => {
  const vehicle = await anAlert('vehicle')
  const over = await anAlert()
  await world.owner.query('begin; set local session_replication_role = replica')
  await world.owner.query(
    `update person.alert set valid_from = now() - interval '2 years', review_at = now() - interval '1 hour', expires_at = now() - interval '1 hour' where id = $1`,
    [over],
  )
  await world.owner.query('commit')
  expect(await screened([vehicle, over])).toEqual([])
})

test('no official’s transaction can ask for everything that is screened', async () => {
  const officer = await world.actor('sanita-krumina-falk')
  await expect(
    world.ground.db.as(
      officer,
      tx => tx.rows(z.unknown(), sql`select * from person.alerts_to_screen(null)`),
      'alert-keeping',
    ),
  ).rejects.toMatchObject({ code: '42501' })
})
