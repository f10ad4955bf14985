import type { Translation } from '#ui/i18n.ts'
import { did, items } from './did-fr.ts'
import type { texts as en } from './en.ts'

export const texts: Translation<typeof en> = {
  ...did,
  ...items,
  title: 'Registre',
  'title.own': 'Ce que le registre dit de moi',
  'text.all':
    'Chaque acte, refus et lecture de contenu marqué dans le réseau. Votre consultation y figure aussi.',
  'text.state':
    'Chaque acte, refus et lecture de contenu marqué par les agents de votre État. Votre consultation y figure aussi.',
  'text.own':
    'Chaque acte, refus et lecture de contenu marqué en votre nom. Personne ne peut modifier ni retirer une entrée.',
  band: 'Noms d’agents.',
  entries: 'Entrées',
  none: 'Aucune entrée ne correspond',
  'none.text': 'Élargissez la période ou retirez un filtre.',
  more: 'Entrées plus anciennes',
  download: 'Prendre en tableau (CSV)',
  time: 'Heure',
  official: 'Agent',
  nobody: 'non connecté',
  state: 'État',
  operation: 'Opération',
  outcome: 'Issue',
  'outcome.done': 'fait',
  'outcome.read': 'lu',
  'outcome.refused': 'refusé',
  'outcome.failed': 'échoué',
  'outcome.any': 'Toute issue',
  subject: 'Objet',
  'subject.more_one': 'et un autre',
  'subject.more_other': 'et {{count}} autres',
  marking: 'Marquage',
  purpose: 'Finalité',
  problem: 'Pourquoi non',
  reference: 'Référence',
  from: 'Du (UTC)',
  until: 'Au (UTC)',
  part: 'L’opération commence par',
  id: 'Numéro de l’élément',
  person: 'Agent : {{name}}',
  anyone: 'Tous',
}
