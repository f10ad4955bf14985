import type { Translation } from '#ui/i18n.ts'
import type { codes as en } from './codes-en.ts'

/** Mots français des listes fermées des réponses positives, et de leurs raisons. */
export const codes: Translation<typeof en> = {
  'state.open': 'En attente d’un agent',
  'state.first': 'En attente d’un second agent',
  'state.decided': 'Décidée',
  'state.closed': 'Close',
  'verdict.same': 'La même personne',
  'verdict.not-the-same': 'Pas la même personne',
  'verdict.cannot-tell': 'Impossible à dire',
  'closed.alert-ended': 'Le signalement a pris fin',
  'closed.no-longer-alike': 'Données corrigées : la personne ne ressemble plus au signalement',
  'closed.superseded': 'Comparée à nouveau : voir la plus récente',
  'closed.known': 'Connue comme n’étant pas la même personne',
  'closed.not-reviewed': 'Personne ne l’a examinée à temps',
  'band.strong': 'Peu de choses s’y opposent',
  'band.review': 'Un agent doit regarder',
  'subject.passenger': 'Passager',
  'subject.query': 'Consultation',
  'place.first': 'Premier agent',
  'place.second': 'Second agent',
  'form.hit-reported': 'Réponse positive signalée',
  'form.information-request': 'Demande d’informations',
  'form.reply': 'Réponse',
  'form.misused-identity': 'Identité usurpée',
  'form.cannot-execute': 'La conduite à tenir ne peut être exécutée',
  'form.purpose-achieved': 'Le but est atteint',
  'reason.name': 'Nom dans le signalement : {{name}}',
  'reason.part.same': '{{passenger}} s’écrit de la même façon',
  'reason.part.typing': '{{passenger}} diffère de {{alert}} comme par une faute de frappe ou de lecture',
  'reason.part.sound': '{{passenger}} se prononce comme {{alert}}',
  'reason.part.nickname': '{{passenger}} s’emploie pour {{alert}}',
  'reason.part.spelling': '{{passenger}} est une autre graphie de {{alert}}',
  'reason.part.script': '{{passenger}} est {{alert}} dans une autre écriture',
  'reason.part.prefix': '{{passenger}} est le début de {{alert}} : le nom a pu être coupé',
  'reason.part.initial': '{{passenger}} est la première lettre de {{alert}}',
  'reason.part.merged': '{{passenger}} et {{alert}} s’écrivent ensemble ou séparément',
  'reason.part.only-alert': 'Seulement dans le signalement : {{names}}',
  'reason.part.only-passenger': 'Seulement chez la personne : {{names}}',
  'reason.birth.same': 'Même jour de naissance : {{alert}}',
  'reason.birth.day-and-month-swapped': 'Jour et mois intervertis : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-day-year-beside': 'Même jour, à un an près : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-day-year-mistyped':
    'Même jour, un chiffre de l’année diffère : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-day-and-month-other-year':
    'Même jour et même mois, autre année : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-month-and-year-day-close':
    'Même mois et même année, presque le même jour : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-month-and-year':
    'Même mois et même année, autre jour : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-day-and-year':
    'Même jour et même année, autre mois : {{passenger}}, au signalement {{alert}}',
  'reason.birth.swapped-year-beside':
    'Jour et mois intervertis, à un an près : {{passenger}}, au signalement {{alert}}',
  'reason.birth.estimated-same-year':
    'Date estimée dans la même année : {{passenger}}, au signalement {{alert}}',
  'reason.birth.estimated-year-close':
    'Date estimée dans une année proche : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-month-and-year-day-unknown':
    'Même mois et même année, jour inconnu : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-year-day-unknown':
    'Même année, rien de plus n’est connu : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-month-year-beside-day-unknown':
    'À un an près, au même mois, jour inconnu : {{passenger}}, au signalement {{alert}}',
  'reason.birth.year-beside-day-unknown':
    'À un an près, rien de plus n’est connu : {{passenger}}, au signalement {{alert}}',
  'reason.birth.year-near-day-unknown':
    'À quelques années près, rien de plus n’est connu : {{passenger}}, au signalement {{alert}}',
  'reason.birth.same-year': 'Même année, autre jour : {{passenger}}, au signalement {{alert}}',
  'reason.birth.year-beside': 'À un an près, autre jour : {{passenger}}, au signalement {{alert}}',
  'reason.birth.other': 'Autre jour de naissance : {{passenger}}, au signalement {{alert}}',
  'reason.nationality.agrees': 'Même nationalité : {{passenger}}',
  'reason.nationality.differs': 'Autre nationalité : {{passenger}}, au signalement {{alert}}',
  'reason.passport.agrees': 'Nationalité non indiquée ; passeport du même État : {{passenger}}',
  'reason.passport.differs':
    'Nationalité non indiquée ; passeport d’un autre État : {{passenger}}, au signalement {{alert}}',
  'reason.sex.agrees': 'Même sexe',
  'reason.sex.differs': 'Autre sexe',
  'reason.document.same': 'Le même document : {{alert}}',
  'reason.document.scanned':
    'Le même document, à des signes près que les lecteurs confondent : {{passenger}}, au signalement {{alert}}',
  'reason.document.other-issuer': 'Le même numéro d’un autre émetteur : {{alert}}',
  'reason.document.range': '{{passenger}} est compris dans les documents {{from}} à {{to}}',
  'reason.object.same': 'Le même numéro : {{alert}}',
  'reason.object.scanned':
    'Le même numéro, à des signes près qui se confondent : {{passenger}}, au signalement {{alert}}',
  'reason.rule.document-on-the-list': 'Le document est sur la liste, quel que soit son porteur',
  'reason.rule.no-full-date-of-birth-to-clear-by':
    'Sans date de naissance complète, la personne ne peut être distinguée',
}
