import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { placeOf } from './place-of.ts'

const world = useWorld()

test('what fails on our side is logged with its code, table, constraint, operation and entry, and without a word of the data', async () => {
  await world.owner.query(`
    create function network.stumble() returns trigger language plpgsql as $$ begin
      raise exception 'stumbled over %', new.name using errcode = 'XX000', detail = 'Failing row: ' || new.name,
        hint = new.name, table = 'authority', constraint = 'authority_odd';
    end $$;
    create trigger stumble before insert on network.authority for each row execute function network.stumble()`)
  const log = world.ground.log
  const lines: string[] = []
  world.ground.log = pino({ level: 'error' }, { write: line => void lines.push(line) })
  try {
    const administrator = await world.as('bertil-oksanen-grey', { correlation: 'place-of-0001' })
    await expect(
      administrator.directory.enterAuthority({ state: 'EU', name: 'Quillonbury' }),
    ).rejects.toMatchObject({ code: 'unexpected' })
  } finally {
    world.ground.log = log
    await world.owner.query('drop function network.stumble() cascade')
  }
  expect(lines.join('')).not.toContain('Quillonbury')
  expect(lines.join('')).toContain('"at":["at ')
  expect(lines.map(line => JSON.parse(line) as unknown)).toMatchObject([
    {
      operation: 'directory.enterAuthority',
      correlation: 'place-of-0001',
      code: 'XX000',
      table: 'authority',
      constraint: 'authority_odd',
    },
  ])
})

test('a place in the program is told, and none that the data only looks like', () => {
  const error = new Error('no such thing: "Quill\n    at Quillonbury (x.ts:1:1)"', {
    cause: Object.assign(new TypeError('Quillonbury'), { data: { name: 'Quillonbury' }, code: 'ODD' }),
  })
  expect(JSON.stringify(placeOf(error))).not.toContain('Quill')
  expect(placeOf(error)).toMatchObject({
    name: 'Error',
    cause: { name: 'TypeError', code: 'ODD' },
  })
  expect((placeOf(error) as { at: string[] }).at[0]).toContain('place-of.test.ts')
  for (const thrown of [null, undefined, 'Quillonbury', 7])
    expect(JSON.stringify(placeOf(thrown))).not.toContain('Quill')
})

test('no file gives the log an error as it is', () => {
  const source = join(import.meta.dirname, '..')
  const whole = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(name => /(?<!\.test)\.tsx?$/.test(name))
    .filter(name =>
      /\blog\.(?:warn|error|fatal|info|debug)\(\s*(?:error\b|\{[^}]*?(?<!\.{3}placeOf\()\berror\b)/.test(
        readFileSync(join(source, name), 'utf8'),
      ),
    )
  expect(whole).toEqual([])
})
