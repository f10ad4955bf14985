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
    aside: {
      subject: 'A message of a carrier waits for an officer',
      text: 'It could not be processed and was put aside. Open it here, signed in:',
      end: 'Until somebody looks at it, nobody it speaks of has been checked.',
    },
    quiet: {
      subject: 'A carrier waits for an officer to look at it',
      text: 'It asks about many people who do not travel. Look at it here, signed in:',
      end: 'Until somebody has looked, its answers say nothing of lists. Nobody is kept from boarding by that; whom lists know waits for you as ever.',
    },
    none: 'This letter holds no content.',
  },
  fr: {
    aside: {
      subject: 'Un message d’un transporteur attend un agent',
      text: 'Il n’a pas pu être traité et a été mis de côté. À ouvrir ici, une fois connecté :',
      end: 'Tant que personne ne l’a examiné, aucune des personnes concernées n’a été vérifiée.',
    },
    quiet: {
      subject: 'Un transporteur attend d’être examiné par un agent',
      text: 'Il interroge au sujet de nombreuses personnes qui ne voyagent pas. À examiner ici, une fois connecté :',
      end: 'Tant que personne ne l’a examiné, ses réponses ne disent rien des listes. Cela n’empêche personne d’embarquer ; les personnes connues des listes vous attendent comme toujours.',
    },
    none: 'Cette lettre ne contient aucun contenu.',
  },
  de: {
    aside: {
      subject: 'Eine Nachricht eines Beförderers wartet auf Sie',
      text: 'Sie konnte nicht verarbeitet werden und wurde beiseitegelegt. Hier zu öffnen, nach der Anmeldung:',
      end: 'Bis jemand sie ansieht, ist niemand, von dem sie spricht, geprüft.',
    },
    quiet: {
      subject: 'Ein Beförderer ist anzusehen',
      text: 'Er fragt nach vielen Personen, die nicht reisen. Hier anzusehen, nach der Anmeldung:',
      end: 'Bis jemand ihn angesehen hat, sagen seine Antworten nichts von Listen. Das hält niemanden vom Einsteigen ab; wen Listen kennen, wartet auf Sie wie immer.',
    },
    none: 'Dieses Schreiben enthält keinen Inhalt.',
  },
} as const

const places = { aside: '/passengers/messages', quiet: '/passengers/carriers' } as const
type Why = keyof typeof places

/** @param why what waits, the most urgent first: it is the subject. */
export function summoningLetter(
  to: string,
  language: keyof typeof words,
  address: string,
  why: readonly [Why, ...Why[]],
): Letter {
  const said = words[language]
  const parts = why.map(each => `${said[each].text}\n${address}${places[each]}\n\n${said[each].end}`)
  return { to, subject: said[why[0]].subject, text: `${[...parts, said.none].join('\n\n')}\n` }
}

const Officer = z.object({
  email: z.string().nullable(),
  language: z.enum(['en', 'fr', 'de']),
  wanted: z.boolean(),
  quietFrom: z.string().nullable(),
  quietUntil: z.string().nullable(),
  zone: z.string(),
  aside: z.boolean(),
  quiet: z.boolean(),
})

export const summonVerbs = {
  /** Not when a colleague was quicker, nor in hours in which the officer is not on duty, nor to those who want no letters. */
  async summon(doing) {
    const { tx, ground } = doing
    const officer = await tx.row(
      Officer,
      sql`
        select o.email, coalesce(p.language, 'en') as language, coalesce(p.immediate, 'at-once') <> 'none' as wanted, p.quiet_from,
          p.quiet_until, coalesce(p.zone, 'UTC') as zone, exists (select from person.message where state = 'quarantined') as aside,
          exists (select from person.carrier where quiet is not null and suspended_at is null) as quiet
        from network.official o left join network.preference p on p.official = o.id where o.id = ${actorOf(doing).person}`,
      'official',
    )
    const { email, language, wanted } = officer
    const [first, ...others] = (['aside', 'quiet'] as const).filter(each => officer[each])
    if (email === null || !wanted || !first || isQuiet(officer, ground.clock())) return { sent: false }
    await ground.mailer.send(summoningLetter(email, language, addressOf(ground.config), [first, ...others]))
    return { sent: true }
  },
} satisfies Partial<Verbs<typeof passengers>>
