import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { router } from '#app/features.ts'
import { operations } from '#app/operations.ts'
import type { Context } from '#kit/perform.ts'
import { type Actor, areas, type Competence, competences } from '#vocabulary/actor.ts'
import { useWorld } from './world.ts'

const world = useWorld({ seeded: false })

// Nobody in the database: whatever gets past the first lock finds the second one shut.
const nobody = (held: readonly Competence[]): Actor => ({
  mandate: 999_999,
  person: 999_999,
  name: 'Nobody',
  unit: 999_999,
  unitName: 'No unit',
  authority: 999_999,
  state: 'QM',
  competences: [...held],
  areas: [...areas],
  clearance: 'SENSITIVE',
})

type AnyClient = Record<string, Record<string, (input: unknown) => Promise<unknown>>>

async function ask(name: string, actor: Actor | null, input: unknown = {}): Promise<string> {
  const context: Context = { ground: world.ground, actor, correlation: 'permissions' }
  const [feature = '', verb = ''] = name.split('.')
  const client = createRouterClient(router, { context }) as unknown as AnyClient
  try {
    await client[feature]?.[verb]?.(input)
    return 'answered'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('there are operations to check, each says who may, and none is left open by forgetting', () => {
  expect(operations.length).toBeGreaterThan(40)
  for (const { name, meta, path, summary } of operations) {
    expect(meta.may.length, name).toBeGreaterThan(0)
    expect(path, name).toMatch(/^\//)
    expect(summary, name).toMatch(/^[A-Z]/)
  }
})

test('no two operations share an address', () => {
  const addresses = operations.map(({ method, path }) => `${method} ${path.replace(/\{[^}]+\}/g, '{}')}`)
  expect(addresses.filter((address, i) => addresses.indexOf(address) !== i)).toEqual([])
})

for (const { name, meta } of operations) {
  test(`${name} is for ${Array.isArray(meta.may) ? meta.may.join(', ') : String(meta.may)} and for nobody else`, async () => {
    if (meta.may !== 'anyone') expect(await ask(name, null), 'before sign-in').toBe('sign-in-needed')
    for (const competence of competences) {
      const allowed = typeof meta.may === 'string' || meta.may.includes(competence)
      const answer = await ask(name, nobody([competence]))
      if (allowed) expect(answer, competence).not.toBe('not-competent')
      else expect(answer, competence).toBe('not-competent')
    }
    const others = competences.filter(each => Array.isArray(meta.may) && !meta.may.includes(each))
    if (Array.isArray(meta.may))
      expect(await ask(name, nobody(others)), 'all the others together').toBe('not-competent')
  })
}
