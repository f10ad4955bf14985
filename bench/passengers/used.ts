import { readFileSync } from 'node:fs'
import pg from 'pg'

/**
 * CPU that this process and the database's sessions have used, in milliseconds: a busy machine changes times, not this. What
 * PostgreSQL does between its sessions (writing its log, cleaning up) is not in it.
 */
export async function used(config: pg.ClientConfig): Promise<{ node: number; postgres: number }> {
  const { user, system } = process.cpuUsage()
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'iconet' and pid <> pg_backend_pid()`,
  )
  await client.end()
  // utime and stime, fields 14 and 15 of /proc/PID/stat, in hundredths of a second (proc(5)).
  const ticks = rows.map(({ pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return Number(fields[11]) + Number(fields[12])
    } catch {
      return 0
    }
  })
  return { node: (user + system) / 1000, postgres: ticks.reduce((sum, each) => sum + each, 0) * 10 }
}
