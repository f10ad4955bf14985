import { expect, test } from 'vitest'
import { newFolder, postgresOf, removeFolder, signIn, startIconet, stopIconet } from './process.ts'
import { spareDatabase } from './spare-database.ts'

test('kill -9, thirty times in the middle of writing, loses nothing that was acknowledged and doubles nothing', async () => {
  const folder = await newFolder()
  const database = await spareDatabase()
  const acknowledged = new Set<string>()
  let sent = 0
  for (let round = 0; round < 30; round++) {
    const running = await startIconet(folder, ['--demo'], database)
    const ask = await signIn(running.url, 'bertil-oksanen-grey')
    const writing = new AbortController()
    const writers = Array.from({ length: 4 }, async () => {
      while (!writing.signal.aborted) {
        const name = `Authority ${sent++}`
        const answer = await ask('/authorities', { state: 'EU', name }).catch(() => undefined)
        if (answer?.ok && (await answer.json().catch(() => undefined))) acknowledged.add(name)
      }
    })
    const before = acknowledged.size
    await new Promise(resolve => setTimeout(resolve, 100 + ((round * 37) % 250)))
    // A slow machine has more time: a kill before anything was acknowledged would prove nothing.
    for (let tries = 0; tries < 500 && acknowledged.size < before + 4; tries++)
      await new Promise(resolve => setTimeout(resolve, 10))
    const postgres = await postgresOf(folder)
    // Every other time the database dies with it, where it is the program's own.
    if (round % 2 && postgres) process.kill(-postgres, 'SIGKILL')
    await stopIconet(running, 'SIGKILL')
    writing.abort()
    await Promise.all(writers)
  }
  const last = await startIconet(folder, ['--demo'], database)
  const ask = await signIn(last.url, 'bertil-oksanen-grey')
  const there = ((await (await ask('/authorities?state=EU')).json()) as { name: string }[]).map(
    each => each.name,
  )
  await stopIconet(last)
  await removeFolder(folder)
  expect(acknowledged.size).toBeGreaterThan(100)
  expect([...acknowledged].filter(name => !there.includes(name))).toEqual([])
  expect(new Set(there).size).toBe(there.length)
}, 300_000)
