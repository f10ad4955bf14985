// What stands beside the measured desk: a peer that screens, and the least that keeping an answer costs.
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import type { PassengerRecord } from '#core/match/records.ts'
import { used } from './used.ts'

/** Screening by PostgreSQL itself: names alike by trigrams (GIN) within a window of birth dates, over the same alerts. */
export async function trigramPeer(
  config: pg.ClientConfig,
  people: readonly PassengerRecord[],
): Promise<{ perSecond: number }> {
  const owner = new pg.Client(config)
  await owner.connect()
  try {
    await owner.query(`
      create extension if not exists pg_trgm;
      set row_security = off;
      create temp table peer as
        select i.alert, upper(coalesce(n ->> 'full', concat_ws(' ', n ->> 'given', n ->> 'family'))) as name,
          case when i.birth ~ '^\\d{4}-\\d\\d-\\d\\d$' then i.birth::date end as birth
        from person.identity i, jsonb_array_elements(i.names) n;
      create index on peer using gin (name gin_trgm_ops);
      analyze peer;
      set pg_trgm.similarity_threshold = 0.3`)
    const began = performance.now()
    for (const { given, family, birth } of people)
      await owner.query(
        `select alert from peer where name % $1 and birth between $2::date - 400 and $2::date + 400
         order by similarity(name, $1) desc limit 20`,
        [`${given ?? ''} ${family ?? ''}`, birth ?? null],
      )
    return { perSecond: (people.length * 1000) / (performance.now() - began) }
  } finally {
    await owner.end()
  }
}

/** The bare rows of messages about two people, in one statement each: CPU of PostgreSQL a message. */
export async function bareWrites(config: pg.ClientConfig, messages: number): Promise<{ cpuMs: number }> {
  const owner = new pg.Client({ ...config, application_name: 'iconet' })
  await owner.connect()
  try {
    await owner.query(`
      create temp table bare_message (id uuid primary key, sealed bytea, findings jsonb);
      create temp table bare_passenger (id uuid primary key, flight uuid, key text, said jsonb, unique (flight, key));
      create temp table bare_document (passenger uuid, position integer, said jsonb, primary key (passenger, position));
      create temp table bare_answer (id uuid primary key, cusres text);
      create temp table bare_line (answer uuid, passenger uuid, told text, primary key (answer, passenger))`)
    const one = (n: number) =>
      owner.query({
        name: 'bare',
        text: `
          with m as (insert into bare_message values (gen_random_uuid(), $1, '[]')),
          p as (insert into bare_passenger select gen_random_uuid(), gen_random_uuid(), s.key, s.said
            from jsonb_to_recordset($2::jsonb) as s (key text, said jsonb) returning id),
          d as (insert into bare_document select id, 1, '{}' from p),
          a as (insert into bare_answer values (gen_random_uuid(), $3) returning id)
          insert into bare_line select a.id, p.id, 'board' from a, p`,
        values: [
          Buffer.alloc(1200, n),
          JSON.stringify([1, 2].map(at => ({ key: `${n} ${at}`, said: { family: 'X'.repeat(60) } }))),
          'X'.repeat(400),
        ],
      })
    for (let n = 0; n < 20; n++) await one(n)
    const before = await used(config)
    for (let n = 20; n < messages + 20; n++) await one(n)
    return { cpuMs: ((await used(config)).postgres - before.postgres) / messages }
  } finally {
    await owner.end()
  }
}
