import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The real program in a process of its own. */
export interface Running {
  child: ChildProcess
  url: string
  output: () => string
}

/** For what the program does with a PostgreSQL of its own. */
export const builtIn = { DATABASE_URL: '', DATABASE_APP_URL: '' }

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'iconet-process-'))

/** Runs `iconet` to its end. */
export async function runIconet(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const { child, output } = spawnIconet(args, env)
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code: code ?? -1, output: output() }
}

/** Starts the server on a free port; resolves when it says its address, rejects with its output when it ends instead. */
export async function startIconet(
  data: string,
  args = ['--demo'],
  env: Record<string, string> = {},
): Promise<Running> {
  const { child, output } = spawnIconet(['start', ...args], {
    PORT: '0',
    DATA: data,
    LOG_LEVEL: 'error',
    ...env,
  })
  return new Promise((resolve, reject) => {
    const look = () => {
      const url = /ICONet is at (http:\/\/\S+)/.exec(output())?.[1]
      if (url) resolve({ child, url: url.replace('localhost', '127.0.0.1'), output })
    }
    child.stdout?.on('data', look)
    child.once('exit', code => reject(new Error(`iconet ended with ${code}:\n${output()}`)))
  })
}

/** As Ctrl-C does; resolves with the exit code when the process is gone. */
export async function stopIconet(
  { child }: Running,
  signal: NodeJS.Signals = 'SIGINT',
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit') as Promise<[number | null]>
  child.kill(signal)
  return (await gone)[0]
}

/** The process id of the folder's PostgreSQL, or 0. */
export const postgresOf = (data: string): Promise<number> =>
  readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8').then(
    text => Number(text.split('\n')[0]),
    () => 0,
  )

/** Ends what is left of a server in the folder, then removes it. */
export async function removeFolder(data: string): Promise<void> {
  const pid = await postgresOf(data)
  if (pid) {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {}
  }
  await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** A person of the demonstration over HTTP: signs in and gives a `fetch` that carries the session. */
export async function signIn(url: string, persona: string) {
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`Sign-in failed: ${answer.status} ${await answer.text()}`)
  return (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie,
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
}

function spawnIconet(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['bin/iconet.js', ...args], {
    env: { ...process.env, ...env },
    stdio: 'pipe',
  })
  let text = ''
  child.stdout.on('data', chunk => (text += String(chunk)))
  child.stderr.on('data', chunk => (text += String(chunk)))
  return { child, output: () => text }
}
