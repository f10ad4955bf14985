import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { samples } from '#core/edifact/samples.ts'
import { parse, type ParseOptions } from './parse.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'iconet-parse-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const Line = z.looseObject({
  file: z.string(),
  kind: z.string(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      position: z.looseObject({}),
      sentence: z.string().regex(/^\S.*\.$/),
      times: z.int().optional(),
    }),
  ),
})

async function run(contents: (string | null)[], options: ParseOptions = {}) {
  const files = contents.map((content, i) => {
    const file = join(folder, `${i}.txt`)
    rmSync(file, { force: true })
    if (content !== null) writeFileSync(file, content)
    return file
  })
  let out = ''
  let err = ''
  const exit = await parse(files, options, { write: text => (out += text) }, { write: text => (err += text) })
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map(line => Line.parse(JSON.parse(line)))
  return { exit, err, lines, out }
}

const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const list = samples[0] ?? ''

describe('iconet parse', () => {
  test('every kind of message is recognised and gives one JSON object a message', async () => {
    const { exit, lines, err } = await run([...samples])
    expect(err).toBe('')
    expect(exit).toBe(0)
    expect(lines.map(line => line.kind)).toEqual([
      'PAXLST',
      'PAXLST',
      'PAXLST',
      'PAXLST',
      'PNRGOV',
      'PNRGOV',
      'CUSRES',
      'CUSRES',
      'MRZ',
    ])
  })

  test('a file that is missing or no message is said, the others are still read, and the exit code is 1', async () => {
    const { exit, lines, err } = await run(['hello, this is a letter.\n', null, list, ''])
    expect(exit).toBe(1)
    expect(lines).toHaveLength(1)
    expect(err).toMatch(/0\.txt: This is none of PAXLST, PNRGOV, CUSRES or a machine-readable zone/)
    expect(err).toMatch(/1\.txt: There is no such file/)
    expect(err).toMatch(/3\.txt: The file is empty/)
  })

  test('only the closed list is printed, unless everything is asked for', async () => {
    const text = list.replace('LOC+174+DEU', 'LOC+180+:::ERFURT')
    expect((await run([text])).out).not.toContain('ERFURT')
    expect((await run([text])).out).toContain('place of birth')
    expect((await run([text], { all: true })).out).toContain('ERFURT')
  })

  test('several zones in one file are told apart, and a specimen is valid only where specimens are expected', async () => {
    const { lines } = await run([`${zone}\n\n${zone}\n${zone}\n`], { specimen: true })
    expect(lines.map(line => line['valid'])).toEqual([true, true, true])
    expect((await run([zone])).lines[0]?.['valid']).toBe(false)
  })

  test('no file at all is said', async () => {
    expect((await run([])).exit).toBe(1)
  })
})
