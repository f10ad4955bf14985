import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleContent, sampleHandling } from '#features/warnings/samples.ts'
import {
  builtIn,
  newFolder,
  postgresOf,
  type Running,
  removeFolder,
  runIconet,
  signIn,
  startIconet,
  stopIconet,
} from './process.ts'

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

// The program with a PostgreSQL of its own: nothing here is asked of a server that is there already.
let data: string
let server: Running
beforeAll(async () => {
  data = await newFolder()
  server = await startIconet(data, ['--demo'], builtIn)
}, 120_000)
afterAll(async () => {
  await stopIconet(server)
  await removeFolder(data)
})

test('what the built server loads only when it is asked for is there: a PDF, a passkey, the type of a file', async () => {
  const ask = await signIn(server.url, 'eleni-markopoulou-varda')
  const { items } = (await (await ask('/warnings')).json()) as { items: { id: string }[] }
  const pdf = await ask(`/warnings/${items[0]?.id}/pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5)).toEqual(Buffer.from('%PDF-'))
  const passkey = await ask('/sign-in/options', {})
  expect(await passkey.json()).toMatchObject({ challenge: expect.any(String) as string })
  const draft = (await (
    await ask('/warnings/drafts', { content: sampleContent(), handling: sampleHandling(['state:HR']) })
  ).json()) as { id: string }
  const form = new FormData()
  form.set('file', new File(['\u0089PNG is what it says, and text is what it is.'], 'picture.png'))
  const attached = await ask(`/warnings/${draft.id}/attachments`, form)
  // Sniffed, and found not to be what its name says.
  expect(await attached.json()).toMatchObject({ code: 'invalid-input' })
})

test('a second server on the same folder says that the first is there, and leaves it alone', async () => {
  const second = await runIconet(['start', '--demo'], { DATA: data, PORT: '0', ...builtIn })
  expect(second).toMatchObject({ code: 1 })
  expect(second.output).toContain('Another ICONet server is using')
  expect((await fetch(`${server.url}/ready`)).status).toBe(200)
})

test('a port that is taken is named, with the way to choose another', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as { port: number }
  const folder = await newFolder()
  const second = await runIconet(['start', '--port', String(port)], { DATA: folder, ...builtIn })
  holder.close()
  await removeFolder(folder)
  expect(second).toMatchObject({ code: 1 })
  expect(second.output).toContain(`Port ${port} is taken`)
})

test('the demonstration refuses to be reached from elsewhere', async () => {
  const second = await runIconet(['start', '--demo'], { DATA: data, PORT: '0', HOST: '0.0.0.0', ...builtIn })
  expect(second).toMatchObject({ code: 1 })
  expect(second.output).toContain('on this machine only')
})

test('a wrong setting is named by its variable', async () => {
  const second = await runIconet(['start'], { DATA: data, PORT: 'abc', ...builtIn })
  expect(second).toMatchObject({ code: 1 })
  expect(second.output).toContain('PORT:')
})

test('an unknown command is wrong usage', async () => {
  expect(await runIconet(['strat'], builtIn)).toMatchObject({ code: 2 })
})

test('Ctrl-C stops the server and its PostgreSQL', async () => {
  const folder = await newFolder()
  const running = await startIconet(folder, ['--demo'], builtIn)
  const postgres = await postgresOf(folder)
  expect(alive(postgres)).toBe(true)
  expect(await stopIconet(running)).toBe(0)
  expect(alive(postgres)).toBe(false)
  await removeFolder(folder)
}, 60_000)
