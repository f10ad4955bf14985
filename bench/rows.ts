import pg from 'pg'
import { actingAs } from '#app/acting-as.ts'
import { client } from '#app/network.ts'
import { listedColumns, listedJoins } from '#features/warnings/listed.ts'
import { sampleContent, sampleHandling } from '#features/warnings/samples.ts'
import { sql } from '#kit/sql.ts'
import { benchNetwork, quantile, timesOf } from './network.ts'

const items = Number(process.env.ITEMS ?? 1_000_000)
/** So many that the first reader does not pay for the others' warm code. */
const rounds = Number(process.env.ROUNDS ?? 200)
const listLimit = 10
const countLimit = 3

/** Three officials of the demonstration, and how many of a thousand audiences each is in. The last sees one audience of 100 rows. */
const readers = [
  { name: 'Vesna Kraljić-Dorn', share: '50 %', state: 'HR', audiences: 500 },
  { name: 'Sigrid Havnevik-Ode', share: '1 %', state: 'NO', audiences: 10 },
  { name: 'Kristaps Vītolnieks-Hale', share: '0.01 %', state: 'LV', audiences: 0 },
]

/** List-latest-50 and count over a million warnings, behind row security and beside the same without it. */
export async function run(): Promise<void> {
  const network = await benchNetwork()
  const { ground } = network
  const owner = new pg.Client(network.owner)
  await owner.connect()
  try {
    console.log(`Writing ${items.toLocaleString('en')} warnings …`)
    const { warnings: sender } = client(ground, await actingAs(ground, 'read', 'Marta Colonnese-Ruiz'))
    await sender.issue(
      await sender.draft({ content: sampleContent(), handling: sampleHandling(['state:HR']) }),
    )
    await fill(owner)
    const bare = listQuery()
    const openList = quantile(await timesOf(rounds, () => owner.query(bare)), 0.5)
    const openCount = quantile(
      await timesOf(5, () =>
        owner.query('select count(*)::int from work.warning w where w.issued_at is not null'),
      ),
      0.5,
    )
    console.log(`\nWithout row security: latest 50 ${ms(openList)} · count ${ms(openCount)} (median)\n`)
    console.log('reader sees     rows   list p50   list p95   limit   count p50   ratio to open   limit')
    for (const { name, share } of readers) {
      const { warnings } = client(ground, await actingAs(ground, 'read', name))
      const { count } = await warnings.count({})
      const list = await timesOf(rounds, () => warnings.list({}))
      const counting = quantile(await timesOf(5, () => warnings.count({})), 0.5)
      const p50 = quantile(list, 0.5)
      const ratio = counting / openCount
      console.log(
        [
          share.padEnd(8),
          String(count).padStart(11),
          ms(p50).padStart(10),
          ms(quantile(list, 0.95)).padStart(10),
          `${listLimit} ms ${p50 <= listLimit ? 'kept' : 'OVER'}`.padStart(11),
          ms(counting).padStart(11),
          `${ratio.toFixed(2)}×`.padStart(10),
          `${countLimit}× ${ratio <= countLimit ? 'kept' : 'OVER'}`.padStart(10),
        ].join(' '),
      )
    }
    console.log(
      '\nEach figure is the whole operation: permission, transaction, row security, reading, parsing, record.',
    )
  } finally {
    await owner.end()
    await network.end()
  }
}

const ms = (time: number): string => `${time.toFixed(time < 10 ? 1 : 0)} ms`

/** The list's own columns and joins, as the owner, whom row security does not bind. */
function listQuery(): { text: string; values: unknown[] } {
  const { text, values } = sql`
    with page as materialized (
      select w.* from work.warning w where w.issued_at is not null order by w.issued_at desc, w.id desc limit 51)
    select ${listedColumns(new Date())} from page w ${listedJoins} order by w.issued_at desc, w.id desc`
  return { text, values: [...values] }
}

export async function fill(owner: pg.Client): Promise<void> {
  await owner.query(`
    set session_replication_role = replica; set jit = off; set maintenance_work_mem = '512MB';
    delete from work.warning_delivery; delete from work.warning_opening; delete from work.warning_answer;
    delete from work.warning_remark; delete from work.warning_notice; delete from work.warning_attachment;
    delete from work.warning_version;
    create temp table sample as select * from work.warning where issued_at is not null and status = 'issued' limit 1;
    delete from work.warning;
    create temp table chosen as
      select network.audience(case
        when n = 1000 then array['state:LV']
        else array['unit:' || (100000 + n)]
          || case when n < 500 then array['state:HR'] else '{}'::text[] end
          || case when n between 490 and 499 then array['state:NO'] else '{}'::text[] end end) as audience, n
      from generate_series(0, 1000) n;
    create unique index on chosen (n);`)
  const columns = (
    await owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'work.warning'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    )
  ).rows.map(row => row.name)
  const own: Record<string, string> = {
    id: 'gen_random_uuid()',
    number: `'EWS-ES-2026-' || i`,
    audience_id: `(select audience from chosen where n = case when i % 10000 = 0 then 1000 else (i::bigint * 7919) % 1000 end)`,
    marking: '0',
    handling: `jsonb_set(s.handling, '{marking}', '"PUBLIC"')`,
    issued_at: `now() - make_interval(secs => i * 60.0)`,
    created_at: `now() - make_interval(secs => i * 60.0)`,
    updated_at: `now() - make_interval(secs => i * 60.0)`,
    expires_at: `now() + interval '1 year'`,
    updates: 'null',
    supersedes: 'null',
    superseded_by: 'null',
  }
  await owner.query(`
    insert into work.warning (${columns.map(name => `"${name}"`).join(', ')})
    select ${columns.map(name => own[name] ?? `s."${name}"`).join(', ')} from sample s, generate_series(1, ${items}) i`)
  await owner.query('vacuum (analyze) work.warning')
  await owner.query('vacuum (analyze) work.audience')
}
