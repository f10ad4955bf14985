import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder, removeFolder, runIconet, signIn, startIconet, stopIconet } from './process.ts'
import { spareDatabase } from './spare-database.ts'

let from: Record<string, string>
let to: Record<string, string>
let source: string
let target: string
let shelf: string
const at = (name: string) => join(shelf, name)
const linesOf = async (path: string) =>
  gunzipSync(await readFile(path))
    .toString()
    .trimEnd()
    .split('\n')
/** Everything but the moment of writing, and what a start of its own adds; a table is a set of rows, in whatever order they lie. */
const contentOf = async (path: string) =>
  (await linesOf(path))
    .slice(1, -1)
    .filter(line => !/"table":"(record\.|network\.session|graphile_worker)/.test(line))
    .toSorted()

beforeAll(async () => {
  ;[from, to] = [await spareDatabase(), await spareDatabase()]
  ;[source, target, shelf] = [
    await newFolder(),
    await newFolder(),
    await mkdtemp(join(tmpdir(), 'iconet-shelf-')),
  ]
})
afterAll(async () => {
  for (const folder of [source, target]) await removeFolder(folder)
  await rm(shelf, { recursive: true, force: true })
})

test('a backup made while officers write holds all that was acknowledged before it, and restores to the same network', async () => {
  const server = await startIconet(source, ['--demo'], from)
  const ask = await signIn(server.url, 'bertil-oksanen-grey')
  const before: string[] = []
  const write = async (name: string) => {
    const answer = await ask('/authorities', { state: 'EU', name })
    if (!answer.ok) throw new Error(await answer.text())
  }
  for (let i = 0; i < 20; i++) {
    await write(`Before ${i}`)
    before.push(`Before ${i}`)
  }
  const writing = new AbortController()
  const during = (async () => {
    for (let i = 0; !writing.signal.aborted; i++) await write(`During ${i}`)
  })()
  const made = await runIconet(['backup', at('one.backup')], { DATA: source, ...from })
  writing.abort()
  await during
  expect(made.output).toContain('rows and')
  expect(made.code).toBe(0)
  expect((await fetch(`${server.url}/ready`)).status, 'the server goes on').toBe(200)
  await stopIconet(server)

  expect(await runIconet(['verify', at('one.backup')], from)).toMatchObject({ code: 0 })
  expect(await runIconet(['restore', at('one.backup')], { DATA: target, ...to })).toMatchObject({ code: 0 })
  expect(await runIconet(['backup', at('two.backup')], { DATA: target, ...to })).toMatchObject({ code: 0 })
  expect(await contentOf(at('two.backup'))).toEqual(await contentOf(at('one.backup')))
  expect(await runIconet(['verify'], { DATA: target, ...to })).toMatchObject({ code: 0 })

  const restored = await startIconet(target, ['--demo'], to)
  const there = await signIn(restored.url, 'bertil-oksanen-grey')
  const names = ((await (await there('/authorities?state=EU')).json()) as { name: string }[]).map(
    each => each.name,
  )
  expect(names).toEqual(expect.arrayContaining(before))
  expect(
    (await there('/authorities', { state: 'EU', name: 'After the restore' })).status,
    'numbers go on',
  ).toBe(200)
  await stopIconet(restored)
}, 120_000)

test('a backup does not overwrite, and a restore does not go over a network that is in use', async () => {
  expect((await runIconet(['backup', at('one.backup')], { DATA: source, ...from })).output).toContain(
    'exists already',
  )
  const again = await runIconet(['restore', at('one.backup')], { DATA: target, ...to })
  expect(again).toMatchObject({ code: 1 })
  expect(again.output).toContain('not empty')
}, 60_000)

test('a backup in which anything was changed, taken out or cut off is refused, with the place', async () => {
  const lines = await linesOf(at('one.backup'))
  const damage: [string, string[]][] = [
    ['changed', lines.map(line => line.replace('Before 7', 'Before 8'))],
    ['shortened', lines.filter(line => !line.includes('Before 3'))],
    ['cut', lines.slice(0, -1)],
    ['foreign', ['{"hello":"world"}', ...lines.slice(1)]],
  ]
  for (const [name, wrong] of damage) {
    await writeFile(at(name), gzipSync(`${wrong.join('\n')}\n`))
    expect(await runIconet(['verify', at(name)], from), name).toMatchObject({ code: 1 })
  }
}, 60_000)
