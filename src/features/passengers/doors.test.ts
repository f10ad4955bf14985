import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIntake, watchCarriers } from '#app/intake.ts'
import { useDesk } from '#test/carrier.ts'
import { useWorld } from '#test/world.ts'
import { look, watchFolder } from './folder.ts'
import { sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

const world = useWorld()
const desk = useDesk(world)
const message = (control: string, number: string) =>
  samplePaxlst([samplePerson(1)], { control, leg: sampleLeg({ number }) })
const numbers = async () => (await (await desk.officer()).flights({})).map(each => each.number)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iconet-passengers-'))
  await mkdir(join(folder, 'ZZ'))
  await mkdir(join(folder, 'QQ'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a file in a carrier’s folder is taken when it is whole; what stays is that it was taken, and nothing of what it says', async () => {
  const stop = watchCarriers(world.ground, folder, 50)
  try {
    await writeFile(join(folder, 'ZZ', 'one.edi'), message('F1', '301'))
    await writeFile(join(folder, 'ZZ', 'two.edi.part'), message('F2', '302').slice(0, 90))
    await expect.poll(numbers).toContain('ZZ 301')
    await writeFile(join(folder, 'QQ', 'foreign.edi'), message('F3', '303'))
    await expect.poll(() => readdir(join(folder, 'QQ', 'failed')).catch(() => [])).toHaveLength(2)
  } finally {
    await stop()
  }
  expect((await readdir(join(folder, 'ZZ'))).toSorted()).toEqual(['done', 'two.edi.part'])
  const done = await readdir(join(folder, 'ZZ', 'done'))
  expect(done).toEqual([expect.stringMatching(/ one\.edi\.txt$/)])
  expect(await readFile(join(folder, 'ZZ', 'done', done[0] ?? ''), 'utf8')).toMatch(/^Taken\./)
  expect(await numbers()).toEqual(['ZZ 301'])
})

test('what came by folder or mail is answered where the carrier fetches its answers: nobody was there to take it in the same breath', async () => {
  const answered = async () =>
    ((await desk.collect()).body as { kind: string; cusres: string }[]).filter(
      each => each.kind === '962' && each.cusres.includes('RFF+AF:ZZ305'),
    )
  const gateway = await desk.gateway()
  const content = Buffer.from(message('F5', '305')).toString('base64')
  await gateway.take({ carrier: 'ZZ', channel: 'folder', content })
  // The same file again, by another way that nobody reads an answer from.
  expect(await gateway.take({ carrier: 'ZZ', channel: 'mail', content })).toMatchObject({ repeated: true })
  const officer = await desk.officer()
  const flight = (await officer.flights({})).find(each => each.number === 'ZZ 305')?.id ?? ''
  expect(await officer.answers({ flight })).toMatchObject([{ kind: '962', fetchedAt: null }])
  expect(await answered()).toHaveLength(1)
  expect(await officer.answers({ flight })).toMatchObject([{ fetchedAt: expect.any(String) }])
})

test('a file that grows between two looks is left alone; the same file twice makes one message; what is old is deleted', async () => {
  let now = new Date()
  const taken: string[] = []
  const watching = {
    folder,
    clock: () => now,
    failed: () => {},
    take: async (_carrier: string, content: Buffer) => void taken.push(String(content)),
  }
  const seen = new Map<string, string>()
  await writeFile(join(folder, 'ZZ', 'grows.edi'), 'UNB')
  await look(watching, seen)
  await writeFile(join(folder, 'ZZ', 'grows.edi'), 'UNB+UNZ')
  await look(watching, seen)
  expect(taken).toEqual([])
  await look(watching, seen)
  expect(taken).toEqual(['UNB+UNZ'])
  expect((await readdir(join(folder, 'ZZ', 'done'))).length).toBeGreaterThan(0)
  now = new Date(now.getTime() + 49 * 3_600_000)
  await look(watching, seen)
  expect(await readdir(join(folder, 'ZZ', 'done'))).toEqual([])
})

test('a file that somebody else takes away meanwhile stops neither this look nor the next', async () => {
  const own = await mkdtemp(join(tmpdir(), 'iconet-vanishing-'))
  const file = (name: string) => join(own, 'ZZ', name)
  await mkdir(join(own, 'ZZ'))
  await Promise.all(['first.edi', 'second.edi'].map(name => writeFile(file(name), name)))
  const taken: string[] = []
  const failed: string[] = []
  const stop = watchFolder({
    folder: own,
    every: 10,
    clock: () => new Date(),
    failed: (_carrier, error) => void failed.push((error as { code: string }).code),
    async take(_carrier, content) {
      taken.push(String(content))
      if (taken.length === 1) await rm(file('first.edi'))
    },
  })
  try {
    await expect.poll(() => taken).toEqual(['first.edi', 'second.edi'])
    await writeFile(file('third.edi'), 'third.edi')
    await expect.poll(() => taken).toEqual(['first.edi', 'second.edi', 'third.edi'])
    expect(failed).toEqual(['ENOENT', 'ENOENT'])
  } finally {
    await stop()
    await rm(own, { recursive: true })
  }
})

test('a mail with the list attached is taken from who signs in with the carrier’s key, and from nobody else', async () => {
  const config = { ...world.ground.config, passengerSmtpPort: 0 }
  let port = 0
  const log = Object.assign(Object.create(world.ground.log) as typeof world.ground.log, {
    info: (said: { port?: number }) => void (port = said.port ?? port),
  })
  const close = await openIntake({ ...world.ground, config, log })
  const post = (pass: string, mail: object) =>
    nodemailer
      .createTransport({
        host: '127.0.0.1',
        port,
        secure: false,
        ignoreTLS: true,
        auth: { user: 'ZZ', pass },
      })
      .sendMail({ from: 'ops@carrier.example', to: 'gateway@border.example', subject: 'List', ...mail })
  const attached = (control: string, number: string) => ({
    text: 'See the attachment.',
    attachments: [{ filename: 'list.edi', content: message(control, number) }],
  })
  try {
    const sent = await post(desk.carrier.key, attached('M1', '311'))
    expect(sent.response).toMatch(/^250 .*Taken: [0-9a-f-]{36}/)
    await post(desk.carrier.key, { text: message('M2', '312') })
    expect(await numbers()).toEqual(expect.arrayContaining(['ZZ 311', 'ZZ 312']))
    const { items } = await (await desk.officer()).messages({})
    expect(items.find(each => each.control === 'M1')).toMatchObject({ channel: 'mail', state: 'processed' })
    await expect(post('wrong-key', attached('M3', '313'))).rejects.toMatchObject({ responseCode: 535 })
    await expect(post(desk.carrier.key, { text: 'Good morning.' })).rejects.toMatchObject({
      responseCode: 554,
    })
    expect(await numbers()).not.toContain('ZZ 313')
  } finally {
    await close()
  }
})
