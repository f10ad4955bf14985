// What others do on the same list and the same questions, bounded in size and time so that the bench ends: minisearch,
// flexsearch, a scan by Jaro and Winkler, and PostgreSQL with pg_trgm. Recall is that of the first fifty; none of them
// reads a date of birth except where said.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import FlexSearch from 'flexsearch'
import MiniSearch from 'minisearch'
import pg from 'pg'
import { startEmbedded } from '#kit/embedded.ts'
import type { MadeAlert } from './people.ts'
import type { Positive } from './mutate.ts'

export type PeerRow = { peer: string; alerts: number; asked: number; cpuMs: number; recall: number }

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
const nameOf = (alert: MadeAlert): string =>
  plain(alert.names.map(name => name.full ?? `${name.given ?? ''} ${name.family ?? ''}`).join(' '))
const askedName = (positive: Positive): string =>
  plain(`${positive.passenger.given} ${positive.passenger.family}`)

async function measure(
  peer: string,
  alerts: number,
  asked: readonly Positive[],
  ask: (positive: Positive) => Promise<readonly string[]> | readonly string[],
  otherCpu: () => Promise<number> = () => Promise.resolve(0),
): Promise<PeerRow> {
  const other = await otherCpu()
  const before = process.cpuUsage()
  let found = 0
  for (const positive of asked) if ((await ask(positive)).includes(positive.alert)) found++
  const used = process.cpuUsage(before)
  const cpuMs = (used.user + used.system) / 1000 + (await otherCpu()) - other
  return { peer, alerts, asked: asked.length, cpuMs: cpuMs / asked.length, recall: found / asked.length }
}

/** Jaro similarity with Winkler's bonus for a common beginning of up to four letters. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const usedA = new Uint8Array(a.length)
  const usedB = new Uint8Array(b.length)
  let matches = 0
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++)
      if (usedB[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        usedA[i] = usedB[j] = 1
        matches++
        break
      }
  if (matches === 0) return 0
  let crossed = 0
  let at = 0
  for (let i = 0; i < a.length; i++)
    if (usedA[i] === 1) {
      while (usedB[at] === 0) at++
      if (a.charCodeAt(i) !== b.charCodeAt(at)) crossed++
      at++
    }
  const jaro = (matches / a.length + matches / b.length + (matches - crossed / 2) / matches) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** The peers that live in this process. */
export async function localPeers(
  alerts: readonly MadeAlert[],
  asked: readonly Positive[],
): Promise<PeerRow[]> {
  const out: PeerRow[] = []
  const mini = new MiniSearch<{ id: string; name: string }>({ fields: ['name'], idField: 'id' })
  mini.addAll(alerts.map(alert => ({ id: alert.id, name: nameOf(alert) })))
  out.push(
    await measure('minisearch, fuzzy 0.25, prefix', alerts.length, asked, positive =>
      mini
        .search(askedName(positive), { fuzzy: 0.25, prefix: true })
        .slice(0, 50)
        .map(hit => String(hit.id)),
    ),
  )
  const flex = new FlexSearch.Index({ tokenize: 'forward', encoder: FlexSearch.Charset.LatinBalance })
  alerts.forEach((alert, i) => {
    flex.add(i, nameOf(alert))
  })
  out.push(
    await measure('flexsearch, LatinBalance', alerts.length, asked, positive =>
      (flex.search(askedName(positive), { limit: 50, suggest: true }) as number[]).map(
        i => alerts[i]?.id ?? '',
      ),
    ),
  )
  const names = alerts.map(nameOf)
  out.push(
    await measure('Jaro-Winkler scan, at .88', alerts.length, asked.slice(0, 10), positive => {
      const name = askedName(positive)
      return names
        .map((other, i) => ({ i, near: jaroWinkler(name, other) }))
        .filter(({ near }) => near >= 0.88)
        .sort((a, b) => b.near - a.near)
        .slice(0, 50)
        .map(({ i }) => alerts[i]?.id ?? '')
    }),
  )
  return out
}

/** Milliseconds of CPU that a process of this machine has used (Linux: in hundredths of a second), undefined elsewhere. */
async function cpuOf(pid: number): Promise<number | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return undefined
  }
}

/**
 * pg_trgm on DATABASE_URL, or on a PostgreSQL started for this bench. The CPU time of the server's process is counted where
 * it can be read, otherwise the time by the clock, and the row says so.
 */
export async function trigramPeers(
  alerts: readonly MadeAlert[],
  asked: readonly Positive[],
): Promise<PeerRow[]> {
  const url = process.env['DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'iconet-bench-'))
  const own = url === undefined ? await startEmbedded(folder) : undefined
  const client = new pg.Client(own?.owner ?? { connectionString: url })
  try {
    await client.connect()
    await client.query('create extension if not exists pg_trgm')
    await client.query('create temp table bench_alert (id text, name text, birth date)')
    for (let i = 0; i < alerts.length; i += 5000) {
      const part = alerts.slice(i, i + 5000)
      await client.query('insert into bench_alert select * from unnest($1::text[], $2::text[], $3::date[])', [
        part.map(alert => alert.id),
        part.map(nameOf),
        part.map(alert => (alert.birth !== null && alert.birth.length === 10 ? alert.birth : null)),
      ])
    }
    await client.query('create index on bench_alert using gin (name gin_trgm_ops)')
    await client.query('analyze bench_alert')
    await client.query('set pg_trgm.similarity_threshold = 0.3')
    await client.query('set max_parallel_workers_per_gather = 0')
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const pid = own === undefined ? 0 : (rows[0]?.pid ?? 0)
    const readable = pid > 0 && (await cpuOf(pid)) !== undefined
    const timed = async (peer: string, sql: string, birth: boolean): Promise<PeerRow> => {
      const from = performance.now()
      const row = await measure(
        readable ? peer : `${peer} (by the clock)`,
        alerts.length,
        asked,
        async positive => {
          const values = birth ? [askedName(positive), positive.passenger.birth] : [askedName(positive)]
          return (await client.query<{ id: string }>(sql, values)).rows.map(({ id }) => id)
        },
        async () => (await cpuOf(pid)) ?? 0,
      )
      return readable ? row : { ...row, cpuMs: (performance.now() - from) / asked.length }
    }
    return [
      await timed(
        'PostgreSQL pg_trgm GIN .30',
        'select id from bench_alert where name % $1 order by similarity(name, $1) desc limit 50',
        false,
      ),
      await timed(
        'PostgreSQL pg_trgm GIN .30, birth within 400 days',
        'select id from bench_alert where name % $1 and birth between $2::date - 400 and $2::date + 400 order by similarity(name, $1) desc limit 50',
        true,
      ),
    ]
  } finally {
    await client.end()
    await own?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
