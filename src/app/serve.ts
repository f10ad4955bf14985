import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { enrolmentPage, foundation, foundNetwork } from '#features/access/enrolment.ts'
import { actorOfSession } from '#features/access/sessions.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { type Config, isLoopback } from '#kit/config.ts'
import type { Ground } from '#kit/ground.ts'
import { openWeb } from '#kit/http.ts'
import { freeJobs, type Job, workJobs } from '#kit/jobs.ts'
import { placeOf } from '#kit/place-of.ts'
import { sql } from '#kit/sql.ts'
import { router } from './features.ts'
import { openIntake } from './intake.ts'
import { openNetwork, performJob, root } from './network.ts'
import { openapi } from './openapi.ts'
import { seed } from './seed.ts'

/** Starts the server and keeps it until SIGINT or SIGTERM. Prints the address when it answers. */
export async function serve(config: Config): Promise<void> {
  if (config.demo && !isLoopback(config.host))
    throw new Error(
      `The demonstration runs on this machine only: HOST must be 127.0.0.1 or localhost, not ${config.host}.`,
    )
  // From here on: a signal during the start must not leave PostgreSQL behind.
  const stopped = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
  const network = await openNetwork(config)
  const { ground } = network
  try {
    if (config.demo && (await seed(ground, step => console.log(`  ${step} …`))))
      console.log('  The demonstration is filled.')
    if (!config.demo) await welcome(ground)
    const client = join(root, 'dist', 'web')
    const web = await openWeb({
      router,
      ground,
      actorOf: (token, quietly) => actorOfSession(ground, token, quietly),
      openapi,
      client: existsSync(join(client, 'index.html')) ? client : undefined,
      ready: async () => void (await ground.db.as(null, tx => tx.run(sql`select 1`))),
    })
    const perform = (job: Job) => performJob(ground, job)
    if (network.alone) await freeJobs(ground.db.pool)
    const runner = await workJobs(ground.db.pool, ground.log, perform)
    await network.shared?.work(perform)
    const closeIntake = await openIntake(ground)
    try {
      const { port } = await listen(web, config)
      // Port 0 is any free one; passkeys and links need to know which.
      ground.config = { ...config, port }
      console.log(`\nICONet is at http://localhost:${port}\n`)
      // Loaded now, so that the first passenger does not wait for it; the server answers meanwhile.
      engineOf(ground).catch((error: unknown) =>
        ground.log.error(placeOf(error), 'alerts cannot be screened against'),
      )
      await stopped
      console.log('\nStopping …')
    } finally {
      await web.close()
      await closeIntake()
      await runner.stop()
    }
  } finally {
    await network.stop()
  }
}

/** In a network where nobody can sign in yet, prints the first administrator's one-time link. */
async function welcome(ground: Ground): Promise<void> {
  if ((await foundation(ground)).enrolled) return
  const { token, expiresAt } = await foundNetwork(ground, { name: 'First administrator', email: null })
  console.log(`Nobody can sign in yet. The first administrator enrols a passkey before ${expiresAt} at`)
  console.log(enrolmentPage(ground.config, token))
}

async function listen(
  web: Awaited<ReturnType<typeof openWeb>>,
  { host, port }: Config,
): Promise<{ port: number }> {
  try {
    await web.listen({ host, port })
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE')
      throw new Error(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`, { cause: error })
    throw error
  }
  return web.server.address() as { port: number }
}
