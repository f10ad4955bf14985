import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { Queries } from './queries.ts'

test('what changes while it is read for the first time is read once more', async () => {
  const queries = new Queries()
  let stored = 'before'
  const answers: ((value: string) => void)[] = []
  const observer = new QueryObserver(queries, {
    queryKey: ['one'],
    staleTime: 60_000,
    queryFn: () => {
      const found = stored
      return new Promise<string>(answer => answers.push(() => answer(found)))
    },
  })
  const stop = observer.subscribe(() => {})
  stored = 'after'
  const read = queries.invalidateQueries({ queryKey: ['one'] })
  answers[0]?.('')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.('')
  await read
  expect(observer.getCurrentResult().data).toBe('after')
  stop()
})
