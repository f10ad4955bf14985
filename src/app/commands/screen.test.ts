import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareNames } from './compare-names.ts'
import type { ScreenCommand } from './screen.ts'
import { screen } from './screen.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iconet-screen-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

class Kept extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function run(command: ScreenCommand): Promise<{ code: number; out: string; err: string }> {
  const out = new Kept()
  const err = new Kept()
  const code = await screen(command, out, err)
  return { code, out: out.text, err: err.text }
}

async function compare(path: string): Promise<{ code: number; out: string; err: string }> {
  const out = new Kept()
  const err = new Kept()
  const code = await compareNames({ pairs: path }, out, err)
  return { code, out: out.text, err: err.text }
}

const alertLines = [
  {
    id: 'A1',
    names: [{ family: 'Zaragozi', given: 'Ilarion' }],
    birth: '1980-05-12',
    nationalities: ['GEO'],
  },
  {
    id: 'A2',
    names: [{ full: 'Quispealaya Teodomiro' }],
    birth: null,
    sex: 'M',
    documents: [{ number: 'X1234567' }],
  },
].map(line => JSON.stringify(line))
const passengerLines = [
  { id: 'P1', family: 'ZARAGOZI', given: 'ILARION', birth: '1980-05-12' },
  { id: 'P2', family: 'NOBODY', given: 'KNOWN', birth: '1999-01-02' },
  { id: 'P3', full: 'TEODOMIRO QUISPEALAYA', birth: '1961-03-04', documents: [{ number: 'x1234567' }] },
].map(line => JSON.stringify(line))

test('two files give one line a passenger in their order, and a line of figures at the end', async () => {
  const command = {
    alerts: await file('a.jsonl', `${alertLines.join('\r\n')}\r\n`),
    passengers: await file('p.jsonl', passengerLines.join('\n')),
  }
  const { code, out, err } = await run(command)
  expect(code).toBe(0)
  const lines = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { passenger: string; hits: { alert: string; reasons: unknown[] }[] })
  expect(lines.map(line => [line.passenger, line.hits.map(hit => hit.alert)])).toEqual([
    ['P1', ['A1']],
    ['P2', []],
    ['P3', ['A2']],
  ])
  expect(lines[0]?.hits[0]?.reasons).toEqual([])
  const figures = JSON.parse(err.trim().split('\n').pop() ?? '') as Record<string, number>
  expect(figures).toMatchObject({ alerts: 2, passengers: 3, reviewThreshold: 0.6, unreadableLines: 0 })
  for (const name of ['buildCpuMs', 'screenCpuMs', 'screensPerCpuSecond', 'p50Us', 'p99Us', 'bytesPerAlert'])
    expect(figures[name], name).toBeGreaterThanOrEqual(0)
  // with explanations, and from another thread
  const explained = await run({ ...command, explain: true, workers: 2, limit: 1 })
  expect(explained.code).toBe(0)
  const first = JSON.parse(explained.out.split('\n')[0] ?? '') as { hits: { reasons: { kind: string }[] }[] }
  expect(first.hits[0]?.reasons.map(reason => reason.kind)).toEqual(['name', 'birth'])
  expect(explained.out.trim().split('\n')).toHaveLength(3)
})

test('a line that cannot be read is told by file, number and remedy; the others are screened, and the exit code is 1', async () => {
  const alerts = await file(
    'bad-a.jsonl',
    [
      alertLines[0],
      '{"id":"B"',
      alertLines[0],
      '{"id":"C","names":[{"full":"Ana Lu"}],"birth":"12.5.1980"}',
      '',
    ].join('\n'),
  )
  const passengers = await file('bad-p.jsonl', ['{"family":"X"}', passengerLines[0]].join('\n'))
  const { code, out, err } = await run({ alerts, passengers })
  expect(code).toBe(1)
  expect(out.trim().split('\n')).toHaveLength(1)
  expect(err).toContain('bad-a.jsonl line 2: the line is no JSON')
  expect(err).toContain('bad-a.jsonl line 3: id "A1" is already used')
  expect(err).toContain('bad-a.jsonl line 4: birth "12.5.1980" is no date; write "YYYY-MM-DD"')
  expect(err).toContain('bad-p.jsonl line 1: id is missing')
  expect(err).toContain('"unreadableLines":4')
})

test('a file that is not there and options out of range end with exit code 2 and a sentence', async () => {
  const alerts = await file('ok.jsonl', alertLines.join('\n'))
  const missing = await run({ alerts: join(folder, 'none.jsonl'), passengers: alerts })
  expect(missing.code).toBe(2)
  expect(missing.err).toContain('none.jsonl cannot be read (ENOENT)')
  for (const wrong of [{ limit: 0 }, { threshold: 1.5 }, { workers: -1 }]) {
    const { code, err } = await run({ alerts, passengers: alerts, ...wrong })
    expect(code).toBe(2)
    expect(err).toMatch(/^--(limit|threshold|workers) /)
  }
})

test('pairs come back in their own format with a score; a row without both names has none and is told', async () => {
  const csv = await compare(
    await file('pairs.csv', 'id,name1,name2\r\n1,"Smith, Jon",John Smith\r\n2,Li Wu,Lu Wu\r\n'),
  )
  expect(csv.code).toBe(0)
  expect(csv.out).toMatch(
    /^id,name1,name2,score\r\n1,"Smith, Jon",John Smith,0\.\d{4}\r\n2,Li Wu,Lu Wu,0\.\d{4}\r\n$/,
  )
  const scores = csv.out
    .trim()
    .split('\r\n')
    .slice(1)
    .map(line => Number(line.split(',').pop()))
  expect(scores[0]).toBeGreaterThan(0.6)
  expect(scores[1]).toBeLessThan(0.6)
  const tsv = await compare(await file('pairs.tsv', 'name2\tname1\nМария\tMaria "M\n\tAnn\n'))
  expect(tsv.code).toBe(1)
  expect(tsv.out).toMatch(/^name2\tname1\tscore\nМария\tMaria "M\t[01]\.\d{4}\n\tAnn\t\n$/)
  expect(tsv.err).toContain('row 3: name1 or name2 is empty')
  expect((await compare(await file('none.csv', 'a,b\n1,2\n'))).code).toBe(2)
  expect((await compare(join(folder, 'nowhere.csv'))).code).toBe(2)
})
