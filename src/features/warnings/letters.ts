import type { Letter } from '#kit/mailer.ts'
import type { Urgency } from '#vocabulary/urgency.ts'

/** The languages a letter is written in; a recipient chooses among them. */
export type LetterLanguage = 'en' | 'fr' | 'de'
export type Notice = { readonly number: string; readonly urgency: Urgency; readonly link: string }

// A letter leaves the network, so it holds a number, an urgency and a link. Nothing of what a warning says.
const words = {
  en: {
    urgency: { routine: 'routine', priority: 'priority', immediate: 'immediate' },
    new: (number: string, urgency: string) => `${number}: ${urgency} warning`,
    late: (number: string) => `${number}: a deadline has passed`,
    digest: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
    open: 'Open it here, signed in:',
    why: 'You choose in ICONet how you are told. This letter holds no content.',
  },
  fr: {
    urgency: { routine: 'routine', priority: 'prioritaire', immediate: 'immédiate' },
    new: (number: string, urgency: string) => `${number} : alerte, urgence ${urgency}`,
    late: (number: string) => `${number} : un délai est dépassé`,
    digest: (count: number) => (count === 1 ? '1 alerte' : `${count} alertes`),
    open: 'À ouvrir ici, une fois connecté :',
    why: 'Vous choisissez dans ICONet comment vous êtes averti. Cette lettre ne contient aucun contenu.',
  },
  de: {
    urgency: { routine: 'Routine', priority: 'vorrangig', immediate: 'sofort' },
    new: (number: string, urgency: string) => `${number}: Warnung, ${urgency}`,
    late: (number: string) => `${number}: Eine Frist ist verstrichen`,
    digest: (count: number) => (count === 1 ? '1 Warnung' : `${count} Warnungen`),
    open: 'Hier zu öffnen, nach der Anmeldung:',
    why: 'In ICONet wählen Sie, wie Sie benachrichtigt werden. Dieses Schreiben enthält keinen Inhalt.',
  },
} as const

export function noticeLetter(
  to: string,
  language: LetterLanguage,
  about: 'new' | 'late',
  { number, urgency, link }: Notice,
): Letter {
  const say = words[language]
  const subject = about === 'new' ? say.new(number, say.urgency[urgency]) : say.late(number)
  return { to, subject, text: `${subject}\n\n${say.open}\n${link}\n\n${say.why}\n` }
}

export function digestLetter(to: string, language: LetterLanguage, notices: readonly Notice[]): Letter {
  const say = words[language]
  const lines = notices.map(
    ({ number, urgency, link }) => `${say.new(number, say.urgency[urgency])}\n${link}`,
  )
  return {
    to,
    subject: say.digest(notices.length),
    text: `${say.open}\n\n${lines.join('\n\n')}\n\n${say.why}\n`,
  }
}
