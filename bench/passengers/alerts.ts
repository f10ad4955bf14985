import pg from 'pg'
import { alertOn, below, person as invented, type Person, seeded, stocks } from '../screening/people.ts'

/** So many of the people under alert are kept to travel. */
const kept = 2000

/**
 * Enters invented alerts behind the back of every rule: entering them is not what is measured.
 * @returns some of the people whom they are about.
 */
export async function fillAlerts(config: pg.ClientConfig, alerts: number, seed: number): Promise<Person[]> {
  const random = seeded(seed)
  const everybody = stocks(random, 200_000)
  const wanted: Person[] = []
  const owner = new pg.Client(config)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ authority: number; official: number; state: string }>(`
      select a.id as authority, o.id as official, a.state from network.authority a join network.unit u on u.authority = a.id
      join network.official o on o.unit = u.id where o.name like 'Sanita%'`)
    const keeper = rows[0]
    if (!keeper) throw new Error('The demonstration has no alert bureau.')
    const { authority, official, state } = keeper
    await owner.query('begin; set local session_replication_role = replica')
    const audience = await owner.query<{ id: number }>(`select network.audience(array['all']) as id`)
    const list = await owner.query<{ id: string }>(
      `insert into person.list (owner_authority, owner_state, kind, name, legal_basis, action, purposes, marking, audience_id, made_by, made_at, changed_at)
       values ($1, $2, 'refusal-of-entry', 'Measured', 'Measured', 'refuse-entry', '{border-check}', 1, $3, $4, now(), now()) returning id`,
      [authority, state, audience.rows[0]?.id, official],
    )
    const chunk = 10_000
    for (let at = 0; at < alerts; at += chunk) {
      const people = Array.from({ length: Math.min(chunk, alerts - at) }, (_, n) => {
        const who = invented(random, everybody)
        if (wanted.length < kept) wanted.push(who)
        else if (random() < kept / (at + n + 1)) wanted[below(random, kept)] = who
        const { names, birth, nationalities, sex } = alertOn(random, who, '').alert
        return { n: at + n, names, birth, nationalities, sex }
      })
      await owner.query(
        `with p as (select gen_random_uuid() as id, x.* from jsonb_to_recordset($1::jsonb) as x (n integer, names jsonb, birth text, nationalities text[], sex text)),
         a as (insert into person.alert (id, reference, list, owner_authority, owner_state, kind, purposes, audience_id, marking, action,
             legal_basis, valid_from, review_at, expires_at, entered_by, entered_at, changed_by, changed_at)
           select id, 'LV-' || upper(lpad(to_hex(n), 5, '0')) || '-00000', $2, $3, $4, 'refusal-of-entry', '{border-check}', $5, 1, 'refuse-entry',
             'Measured', now(), now() + interval '1 year', now() + interval '1 year', $6, now(), $6, now() from p)
         insert into person.identity (alert, number, kind, names, birth, nationalities, sex, words)
         select id, 1, 'confirmed', names, birth, nationalities, sex, '' from p`,
        [JSON.stringify(people), list.rows[0]?.id, authority, state, audience.rows[0]?.id, official],
      )
    }
    await owner.query('commit; analyze person.alert; analyze person.identity')
    return wanted
  } finally {
    await owner.end()
  }
}
