import type { Translation } from '#ui/i18n.ts'
import type { texts as en } from './en.ts'

export const texts: Translation<typeof en> = {
  'nav.work': 'Mon travail',
  'nav.situation': 'Situation',
  'nav.warnings': 'Alertes précoces',
  'nav.alerts': 'Signalements',
  'nav.ask': 'Interroger',
  'nav.passengers': 'Passagers',
  'nav.flights': 'Vols',
  'nav.review': 'À examiner',
  'nav.messages': 'Messages',
  'nav.carriers': 'Transporteurs',
  'nav.figures': 'Qualité et chiffres',
  'nav.hits': 'Concordances',
  'nav.network': 'Réseau',
  'nav.directory': 'Annuaire',
  'nav.mandates': 'Mandats',
  'nav.record': 'Registre',
  'nav.administration': 'Administration',
  'command.warning': 'Rédiger une alerte précoce',
  'command.signOut': 'Se déconnecter',
  'toast.warning': 'Du nouveau est arrivé dans les alertes précoces.',
}
