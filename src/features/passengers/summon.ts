import { z } from 'zod'
import { isQuiet } from '#features/warnings/notices.ts'
import { addressOf } from '#kit/config.ts'
import type { Letter } from '#kit/mailer.ts'
import type { Verbs } from '#kit/perform.ts'
import { sql } from '#kit/sql.ts'
import type { passengers } from './api.ts'
import { actorOf } from './carriers.ts'

// A letter leaves the network, so it says that something waits and where: no carrier, no flight, no name, not even how many.
const words = {
  en: {
    subject: 'A message of a carrier waits for an officer',
    text: 'It could not be processed and was put aside. Open it here, signed in:',
    end: 'Until somebody looks at it, nobody it speaks of has been checked. This letter holds no content.',
  },
  fr: {
    subject: 'Un message d’un transporteur attend un agent',
    text: 'Il n’a pas pu être traité et a été mis de côté. À ouvrir ici, une fois connecté :',
    end: 'Tant que personne ne l’a examiné, aucune des personnes concernées n’a été vérifiée. Cette lettre ne contient aucun contenu.',
  },
  de: {
    subject: 'Eine Nachricht eines Beförderers wartet auf Sie',
    text: 'Sie konnte nicht verarbeitet werden und wurde beiseitegelegt. Hier zu öffnen, nach der Anmeldung:',
    end: 'Bis jemand sie ansieht, ist niemand, von dem sie spricht, geprüft. Dieses Schreiben enthält keinen Inhalt.',
  },
} as const

export function summoningLetter(to: string, language: keyof typeof words, link: string): Letter {
  const { subject, text, end } = words[language]
  return { to, subject, text: `${text}\n${link}\n\n${end}\n` }
}

const Officer = z.object({
  email: z.string().nullable(),
  language: z.enum(['en', 'fr', 'de']),
  wanted: z.boolean(),
  quietFrom: z.string().nullable(),
  quietUntil: z.string().nullable(),
  zone: z.string(),
  waits: z.boolean(),
})

export const summonVerbs = {
  /** Not when a colleague was quicker, nor in hours in which the officer is not on duty, nor to those who want no letters. */
  async summon(doing) {
    const { tx, ground } = doing
    const officer = await tx.row(
      Officer,
      sql`
        select o.email, coalesce(p.language, 'en') as language, coalesce(p.immediate, 'at-once') <> 'none' as wanted, p.quiet_from,
          p.quiet_until, coalesce(p.zone, 'UTC') as zone, exists (select from person.message where state = 'quarantined') as waits
        from network.official o left join network.preference p on p.official = o.id where o.id = ${actorOf(doing).person}`,
      'official',
    )
    const { email, language, wanted, waits } = officer
    if (email === null || !wanted || !waits || isQuiet(officer, ground.clock())) return { sent: false }
    await ground.mailer.send(
      summoningLetter(email, language, `${addressOf(ground.config)}/passengers/messages`),
    )
    return { sent: true }
  },
} satisfies Partial<Verbs<typeof passengers>>
