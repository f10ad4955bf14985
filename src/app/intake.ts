import { z } from 'zod'
import { actorOfMandate } from '#features/access/sessions.ts'
import { watchFolder } from '#features/passengers/folder.ts'
import { knownCarrier } from '#features/passengers/gateway.ts'
import { filesOfMail } from '#features/passengers/mail.ts'
import { isLoopback } from '#kit/config.ts'
import type { Ground } from '#kit/ground.ts'
import { placeOf } from '#kit/place-of.ts'
import { Problem } from '#kit/problem.ts'
import { sql } from '#kit/sql.ts'
import type { Actor } from '#vocabulary/actor.ts'
import { client } from './network.ts'

/** Opens the other doors for what carriers send, where the configuration asks for them. @returns the way to close them. */
export async function openIntake(ground: Ground): Promise<() => Promise<void>> {
  const { passengerFolder, passengerSmtpPort, host } = ground.config
  const closing: (() => Promise<unknown>)[] = []
  if (passengerFolder) closing.push(watchCarriers(ground, passengerFolder))
  if (passengerSmtpPort !== undefined) {
    const { receiveMail } = await import('#kit/smtp.ts')
    const mail = await receiveMail({
      host,
      port: passengerSmtpPort,
      limit: 16 * 1024 * 1024,
      plain: isLoopback(host),
      known: (user, password) => knownCarrier(ground, user, password),
      async take({ code, actor }, mail) {
        const taken: string[] = []
        for (const content of filesOfMail(mail)) {
          const { message } = await takeAs(ground, actor, code, 'mail', content)
          taken.push(message)
        }
        return `Taken: ${taken.join(' ')}`
      },
    })
    ground.log.info({ port: mail.port }, 'mail of carriers is taken')
    closing.push(mail.stop)
  }
  return async () => {
    for (const close of closing) await close()
  }
}

/** Watches the folder in which carriers' files arrive. */
export const watchCarriers = (ground: Ground, folder: string, every?: number): (() => Promise<void>) =>
  watchFolder({
    folder,
    ...(every !== undefined && { every }),
    clock: ground.clock,
    failed: (carrier, error) => ground.log.warn({ carrier, ...placeOf(error) }, 'a file was not taken'),
    async take(carrier, content) {
      const found = await ground.db.beforehand(
        z.object({ mandates: z.array(z.int().nullable()) }),
        sql`select coalesce(array_agg(mandate), '{}') as mandates from person.gateways_of_carrier(${carrier})`,
      )
      const [mandate, ...others] = found?.mandates ?? []
      if (others.length)
        throw new Problem(
          'conflict',
          'Several authorities deal with this carrier. Send by upload or mail, with a key.',
        )
      const actor = mandate ? await actorOfMandate(ground.db, mandate) : null
      if (!actor) throw new Problem('not-found', 'No authority here deals with a carrier of this code.')
      await takeAs(ground, actor, carrier, 'folder', content)
    },
  })

const takeAs = (ground: Ground, actor: Actor, carrier: string, channel: 'folder' | 'mail', content: Buffer) =>
  client(ground, actor, { purpose: 'border-check' }).passengers.take({
    carrier,
    channel,
    content: content.toString('base64'),
  })
