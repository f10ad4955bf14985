import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIntake, watchCarriers } from '#app/intake.ts'
import { toldIn, useDesk } from '#test/carrier.ts'
import { Problem } from '#kit/problem.ts'
import { useWorld } from '#test/world.ts'
import { look, watchFolder } from './folder.ts'
import { readNow, sampleLeg, samplePaxlst, samplePerson } from './samples.ts'

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
  } finally {
    await stop()
  }
  expect((await readdir(join(folder, 'ZZ'))).toSorted()).toEqual(['done', 'two.edi.part'])
  const done = await readdir(join(folder, 'ZZ', 'done'))
  expect(done).toEqual([expect.stringMatching(/ one\.edi\.txt$/)])
  expect(await readFile(join(folder, 'ZZ', 'done', done[0] ?? ''), 'utf8')).toMatch(/^Taken\./)
  expect(await numbers()).toEqual(['ZZ 301'])
})

/** Every text that lies in a folder, by its path below it. */
const lying = async (place: string): Promise<string[]> =>
  Promise.all(
    (await readdir(place, { recursive: true, withFileTypes: true }))
      .filter(each => each.isFile())
      .map(each => readFile(join(each.parentPath, each.name), 'utf8')),
  )

test('what nobody may take waits an hour for that to be mended, is then deleted, and only the reason is left', async () => {
  let now = new Date()
  const own = await mkdtemp(join(tmpdir(), 'iconet-refused-'))
  await mkdir(join(own, 'QQ'))
  const warned: unknown[] = []
  const log = Object.assign(Object.create(world.ground.log) as typeof world.ground.log, {
    warn: (said: { error?: unknown }) => void warned.push(said.error),
  })
  let tries = 0
  const db = {
    ...world.ground.db,
    beforehand(...asked: Parameters<typeof world.ground.db.beforehand>) {
      tries += 1
      return world.ground.db.beforehand(...asked)
    },
  } as typeof world.ground.db
  const stop = watchCarriers({ ...world.ground, db, log, clock: () => now }, own, 20)
  const failed = async () =>
    Promise.all(
      (await readdir(join(own, 'QQ', 'failed')).catch((): string[] => []))
        .toSorted()
        .map(name => readFile(join(own, 'QQ', 'failed', name), 'utf8')),
    )
  try {
    await writeFile(join(own, 'QQ', 'foreign.edi'), message('F3', '303'))
    await expect.poll(failed).toEqual([expect.stringMatching(/^Not taken yet\. No authority here/)])
    // Tried again, to the end, without a word more: the next try begins when the one before is over.
    const before = tries
    await expect.poll(() => tries).toBeGreaterThan(before + 1)
    expect(warned).toHaveLength(1)
    expect(await readdir(join(own, 'QQ'))).toContain('foreign.edi')
    now = new Date(now.getTime() + 61 * 60_000)
    await expect.poll(async () => (await failed()).length).toBe(2)
    expect(await readdir(join(own, 'QQ'))).toEqual(['failed'])
    expect((await lying(own)).join('\n')).not.toMatch(/SAMPLE|UNB|PAXLST/)
    // The same, of a carrier that is entered before the hour has passed.
    await writeFile(join(own, 'QQ', 'late.edi'), message('F4', '304').replaceAll('ZZ+', 'QQ+'))
    await expect.poll(async () => (await failed()).length).toBe(3)
    await (await desk.officer()).enterCarrier({ code: 'QQ', name: 'Entered late', also: ['ZZ'] })
    await expect.poll(() => readdir(join(own, 'QQ', 'done')).catch(() => [])).toHaveLength(1)
  } finally {
    await stop()
    await rm(own, { recursive: true })
  }
})

test('a file whose name leaves no room for a note is deleted when due as any other, and so is what was taken', async () => {
  const own = await mkdtemp(join(tmpdir(), 'iconet-long-'))
  await mkdir(join(own, 'QQ'))
  const name = `${'é'.repeat(120)}.edi`
  let now = new Date()
  let refuses = true
  const failed: unknown[] = []
  const watching = {
    folder: own,
    clock: () => now,
    failed: (_carrier: string, error: unknown) => void failed.push((error as { code: string }).code),
    take: async () => {
      if (refuses) throw new Problem('not-found', 'No authority here deals with a carrier of this code.')
    },
  }
  const seen = new Map<string, string>()
  const looks = async (times: number) => {
    for (let i = 0; i < times; i++) await look(watching, seen)
  }
  try {
    await writeFile(join(own, 'QQ', name), message('L1', '309'))
    await looks(3)
    now = new Date(now.getTime() + 61 * 60_000)
    await looks(2)
    expect((await lying(own)).toSorted()).toEqual([
      expect.stringMatching(/^Not taken yet\./),
      expect.stringMatching(/^Not taken, and deleted/),
    ])
    expect(failed).toEqual(['not-found', 'not-found'])
    refuses = false
    await writeFile(join(own, 'QQ', name), message('L2', '309'))
    await looks(2)
    expect((await lying(join(own, 'QQ', 'done'))).join()).toMatch(/^Taken\./)
  } finally {
    await rm(own, { recursive: true })
  }
})

test('what could not be processed is kept encrypted alone, tried again by an officer, and the folder says why', async () => {
  const own = await mkdtemp(join(tmpdir(), 'iconet-aside-'))
  await mkdir(join(own, 'ZZ'))
  world.ground.config.passengerFolder = own
  const taken: string[] = []
  const watching = {
    folder: own,
    clock: () => new Date(),
    failed: (_carrier: string, error: unknown) => void taken.push(String(error)),
    async take(carrier: string, content: Buffer) {
      const { state } = await (await desk.gateway()).take({
        carrier,
        channel: 'folder',
        content: content.toString('base64'),
      })
      taken.push(state)
    },
  }
  const seen = new Map<string, string>()
  const lay = async (name: string, text: string) => {
    await writeFile(join(own, 'ZZ', name), text)
    await look(watching, seen)
    await look(watching, seen)
    return taken.at(-1)
  }
  try {
    const broken = message('BAD', '306').replace(/TDT[^']*'|LOC[^']*'/g, '')
    expect(await lay('broken.edi', broken)).toBe('received')
    expect(await lay('large.edi', `${message('LARGE', '307')}${' '.repeat(8 * 1024 * 1024)}`)).toBe(
      'quarantined',
    )
    expect(await lay('huge.edi', ' '.repeat(32 * 1024 * 1024 + 1))).toMatch(/larger than 32 MB/)
    const officer = await desk.officer()
    const aside = async () => (await officer.messages({ state: 'quarantined' })).items
    const bad = (await officer.messages({})).items.find(each => each.control === 'BAD')?.id ?? ''
    const gateway = await desk.gateway()
    for (let i = 0; i < 2; i++) await gateway.process({ id: bad })
    await world.workJobs()
    expect((await aside()).map(({ control }) => control).toSorted()).toEqual(['BAD', 'LARGE'])
    expect((await readdir(join(own, 'ZZ'))).filter(name => name.endsWith('.edi'))).toEqual([])
    const texts = await lying(own)
    expect(texts.join('\n')).not.toMatch(/SAMPLE|INVENTED|PAXLST/)
    const receipt = texts.find(each => each.includes(bad)) ?? ''
    expect(receipt).toMatch(/Why: The message does not say which flight/)
    expect(receipt).toMatch(/Control reference: BAD\n/)
    expect(receipt).toMatch(/Findings:\n- /)
    const { rows } = await world.owner.query(
      `select count(*)::int as kept from person.original o join person.message m on m.id = o.message
       where m.control in ('BAD', 'LARGE')`,
    )
    expect(rows).toEqual([{ kept: 2 }])
    // An officer has the large one tried all the same: it is a list after all, and is answered in the folder.
    await officer.retry({ id: (await aside()).find(each => each.control === 'LARGE')?.id ?? '' })
    await world.workJobs()
    expect(await numbers()).toContain('ZZ 307')
    expect((await lying(join(own, 'ZZ', 'answers'))).filter(text => text.includes('ZZ307'))).toHaveLength(1)
  } finally {
    delete world.ground.config.passengerFolder
    await rm(own, { recursive: true })
  }
}, 60_000)

test('what came by the folder is answered in the folder, whole; a changed decision is laid there, too', async () => {
  const own = await mkdtemp(join(tmpdir(), 'iconet-answers-'))
  const answers = async () => (await readdir(join(own, 'ZZ', 'answers')).catch((): string[] => [])).toSorted()
  const said = async (name: string | undefined) =>
    toldIn(await readFile(join(own, 'ZZ', 'answers', name ?? ''), 'utf8'))
  const gateway = await desk.gateway()
  const expired = { documents: [{ type: 'P', number: 'U7000001', issuer: 'TUR', expires: '2020-01-01' }] }
  const content = Buffer.from(
    samplePaxlst([samplePerson(1), samplePerson(2, expired)], {
      control: 'F8',
      transaction: '../../T 8',
      leg: sampleLeg({ number: '308' }),
    }),
  ).toString('base64')
  const officer = await desk.officer()
  const flight = async () => (await officer.flights({})).find(each => each.number === 'ZZ 308')?.id ?? ''
  try {
    await gateway.take({ carrier: 'ZZ', channel: 'folder', content })
    // A process without the folder leaves it to one that has it.
    await expect(gateway.deliver()).rejects.toMatchObject({ code: 'unavailable' })
    world.ground.config.passengerFolder = own
    await world.workJobs()
    const [first] = await answers()
    expect(first).toMatch(/^\d{8}T\d{9}Z [\w-]+ [0-9a-f]{8} 962\.edi$/)
    expect(await said(first)).toEqual({ R1: '0Z', R2: 'SEL' })
    expect(await officer.answers({ flight: await flight() })).toMatchObject([
      { fetchedAt: expect.any(String) },
    ])
    // Taken away, and the same list laid there again: it is answered again.
    await rm(join(own, 'ZZ', 'answers', first ?? ''))
    await world.workJobs()
    expect(await answers()).toEqual([])
    await gateway.take({ carrier: 'ZZ', channel: 'folder', content })
    await world.workJobs()
    expect(await answers()).toEqual([first])
    const { people } = await officer.flight({ id: await flight() })
    const id = people.find(each => each.suggestion === 'selectee')?.id ?? ''
    await officer.decide({
      id,
      says: 'no-board',
      reason: 'No other document.',
      seen: null,
      read: await readNow(officer, id),
    })
    await world.workJobs()
    const change = (await answers()).find(name => name.endsWith('132.edi'))
    expect(await said(change)).toEqual({ R2: '1Z' })
    expect((await lying(own)).join('\n')).not.toMatch(/SAMPLE|U7000001|No other/)
    // Nothing half written is left, and what is old goes.
    expect((await answers()).some(name => name.endsWith('.part'))).toBe(false)
    const later = { folder: own, clock: () => new Date(Date.now() + 49 * 3_600_000), failed: () => {} }
    await look({ ...later, take: async () => {} }, new Map())
    expect(await answers()).toEqual([])
  } finally {
    delete world.ground.config.passengerFolder
    await rm(own, { recursive: true })
  }
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
    expect(failed).toEqual(['ENOENT'])
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

test('a code that is one carrier’s first and another’s further one is the first’s, at every door: who flies under it, too, takes nothing of theirs', async () => {
  // Entered above: QQ flies under ZZ, too.
  expect((await (await desk.officer()).carriers()).map(({ code, also }) => [code, also])).toEqual([
    ['QQ', ['ZZ']],
    ['ZZ', ['ZZZ']],
  ])
  const stop = watchCarriers(world.ground, folder, 50)
  try {
    await writeFile(join(folder, 'ZZ', 'shared.edi'), message('F21', '321'))
    await expect.poll(numbers).toContain('ZZ 321')
    // Nor does what it sends once it is suspended go in under the other's name.
    const officer = await desk.officer()
    const kept = { id: desk.carrier.id, name: 'Invented Airways', also: ['ZZZ'], contact: '', codes: {} }
    await officer.changeCarrier({ ...kept, suspended: true })
    await writeFile(join(folder, 'ZZ', 'suspended.edi'), message('F22', '322'))
    const failed = () => lying(join(folder, 'ZZ', 'failed'))
    await expect.poll(failed).toContainEqual(expect.stringContaining('There is no such carrier'))
    expect(await numbers()).not.toContain('QQ 322')
  } finally {
    await stop()
  }
})
