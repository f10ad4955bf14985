import type { Letter } from '#kit/mailer.ts'

// A letter leaves the network, so it says that something waits and where: no name, no number, not even how many.
const words = {
  en: {
    subject: 'Alerts of your bureau wait for you',
    text: 'Reviews are near, or an answer is waited for. Open it here, signed in:',
    end: 'An alert that nobody extends is deleted at its end. This letter holds no content.',
  },
  fr: {
    subject: 'Des signalements de votre bureau vous attendent',
    text: 'Des réexamens approchent, ou une réponse est attendue. À ouvrir ici, une fois connecté :',
    end: 'Un signalement que personne ne prolonge est effacé à son terme. Cette lettre ne contient aucun contenu.',
  },
  de: {
    subject: 'Ausschreibungen Ihrer Stelle warten auf Sie',
    text: 'Überprüfungen stehen bevor, oder eine Antwort wird erwartet. Hier zu öffnen, nach der Anmeldung:',
    end: 'Eine Ausschreibung, die niemand verlängert, wird bei Ablauf gelöscht. Dieses Schreiben enthält keinen Inhalt.',
  },
} as const

/** The letter to an officer who keeps alerts, when reviews are near or an answer is late. */
export function reminderLetter(to: string, language: keyof typeof words, link: string): Letter {
  const { subject, text, end } = words[language]
  return { to, subject, text: `${text}\n${link}\n\n${end}\n` }
}
