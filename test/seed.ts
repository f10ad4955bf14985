import fc from 'fast-check'
import { vi } from 'vitest'

/**
 * What tests draw at random is the same in every ordinary run, so that a red run means a change and not a new draw. `SEED=random` looks
 * for what nobody drew yet; `SEED=number` draws again what a run has said.
 */
const asked = process.env.SEED ?? '20261122'
const seed = asked === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(asked)
if (!Number.isSafeInteger(seed)) throw new Error(`SEED is a whole number or "random", not "${asked}".`)
fc.configureGlobal({ seed })
// Once a worker, as the files of one share their draw.
if (process.env.SEED !== String(seed)) console.log(`Drawn with SEED=${seed}`)
process.env.SEED = String(seed)

// What is waited for comes when it comes: a second is no promise on a machine that does other work, too.
vi.setConfig({ expect: { poll: { timeout: 10_000 } } })
