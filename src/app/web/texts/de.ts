import type { Translation } from '#ui/i18n.ts'
import type { texts as en } from './en.ts'

export const texts: Translation<typeof en> = {
  'nav.work': 'Meine Arbeit',
  'nav.situation': 'Lage',
  'nav.warnings': 'Frühwarnungen',
  'nav.alerts': 'Ausschreibungen',
  'nav.ask': 'Abfrage',
  'nav.passengers': 'Fluggäste',
  'nav.flights': 'Flüge',
  'nav.review': 'Zu prüfen',
  'nav.messages': 'Meldungen',
  'nav.carriers': 'Luftfahrtunternehmen',
  'nav.figures': 'Qualität und Zahlen',
  'nav.hits': 'Treffer',
  'nav.network': 'Netz',
  'nav.directory': 'Verzeichnis',
  'nav.mandates': 'Mandate',
  'nav.record': 'Protokoll',
  'nav.administration': 'Verwaltung',
  'command.warning': 'Neue Frühwarnung schreiben',
  'command.signOut': 'Abmelden',
  'toast.warning': 'Bei den Frühwarnungen ist etwas Neues eingetroffen.',
}
