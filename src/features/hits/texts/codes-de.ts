import type { Translation } from '#ui/i18n.ts'
import type { codes as en } from './codes-en.ts'

/** Deutsche Wörter für die geschlossenen Listen der Treffer und ihre Gründe. */
export const codes: Translation<typeof en> = {
  'state.open': 'Wartet auf eine Beamtin oder einen Beamten',
  'state.first': 'Wartet auf die zweite Person',
  'state.decided': 'Entschieden',
  'state.closed': 'Geschlossen',
  'verdict.same': 'Dieselbe Person',
  'verdict.not-the-same': 'Nicht dieselbe Person',
  'verdict.cannot-tell': 'Nicht zu sagen',
  'closed.alert-ended': 'Die Ausschreibung ist beendet',
  'closed.no-longer-alike': 'Angaben berichtigt: die Person gleicht der Ausschreibung nicht mehr',
  'closed.superseded': 'Neu verglichen: siehe den späteren Treffer',
  'closed.known': 'Bekannt als nicht dieselbe Person',
  'closed.not-reviewed': 'Niemand hat ihn rechtzeitig geprüft',
  'band.strong': 'Wenig spricht dagegen',
  'band.review': 'Jemand sollte hinsehen',
  'subject.passenger': 'Fluggast',
  'subject.query': 'Abfrage',
  'place.first': 'Erste Person',
  'place.second': 'Zweite Person',
  'form.hit-reported': 'Treffer gemeldet',
  'form.information-request': 'Ersuchen um Auskunft',
  'form.reply': 'Antwort',
  'form.misused-identity': 'Missbrauchte Identität',
  'form.cannot-execute': 'Die Maßnahme ist nicht durchführbar',
  'form.purpose-achieved': 'Der Zweck ist erreicht',
  'reason.name': 'Name in der Ausschreibung: {{name}}',
  'reason.part.same': '{{passenger}} ist gleich geschrieben',
  'reason.part.typing': '{{passenger}} weicht von {{alert}} ab wie durch einen Schreib- oder Lesefehler',
  'reason.part.sound': '{{passenger}} klingt wie {{alert}}',
  'reason.part.nickname': '{{passenger}} wird für {{alert}} gebraucht',
  'reason.part.spelling': '{{passenger}} ist eine andere Schreibweise von {{alert}}',
  'reason.part.script': '{{passenger}} ist {{alert}} in anderer Schrift',
  'reason.part.prefix': '{{passenger}} ist der Anfang von {{alert}}: Der Name kann abgeschnitten sein',
  'reason.part.initial': '{{passenger}} ist der Anfangsbuchstabe von {{alert}}',
  'reason.part.merged': '{{passenger}} und {{alert}} sind zusammen oder getrennt geschrieben',
  'reason.part.only-alert': 'Nur in der Ausschreibung: {{names}}',
  'reason.part.only-passenger': 'Nur bei der Person: {{names}}',
  'reason.birth.same': 'Am selben Tag geboren: {{alert}}',
  'reason.birth.day-and-month-swapped':
    'Tag und Monat sind vertauscht: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-day-year-beside':
    'Gleicher Tag, ein Jahr Unterschied: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-day-year-mistyped':
    'Gleicher Tag, eine Ziffer des Jahres weicht ab: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-day-and-month-other-year':
    'Gleicher Tag und Monat, anderes Jahr: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-month-and-year-day-close':
    'Gleicher Monat und gleiches Jahr, fast derselbe Tag: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-month-and-year':
    'Gleicher Monat und gleiches Jahr, anderer Tag: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-day-and-year':
    'Gleicher Tag und gleiches Jahr, anderer Monat: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.swapped-year-beside':
    'Tag und Monat vertauscht, ein Jahr Unterschied: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.estimated-same-year':
    'Geschätztes Datum im selben Jahr: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.estimated-year-close':
    'Geschätztes Datum in einem nahen Jahr: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-month-and-year-day-unknown':
    'Gleicher Monat und gleiches Jahr, Tag unbekannt: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-year-day-unknown':
    'Gleiches Jahr, mehr ist nicht bekannt: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-month-year-beside-day-unknown':
    'Ein Jahr Unterschied, gleicher Monat, Tag unbekannt: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.year-beside-day-unknown':
    'Ein Jahr Unterschied, mehr ist nicht bekannt: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.year-near-day-unknown':
    'Einige Jahre Unterschied, mehr ist nicht bekannt: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.same-year': 'Gleiches Jahr, anderer Tag: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.year-beside':
    'Ein Jahr Unterschied, anderer Tag: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.birth.other': 'An einem anderen Tag geboren: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.nationality.agrees': 'Gleiche Staatsangehörigkeit: {{passenger}}',
  'reason.nationality.differs': 'Andere Staatsangehörigkeit: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.passport.agrees': 'Keine Staatsangehörigkeit angegeben; Pass desselben Staates: {{passenger}}',
  'reason.passport.differs':
    'Keine Staatsangehörigkeit angegeben; Pass eines anderen Staates: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.sex.agrees': 'Gleiches Geschlecht',
  'reason.sex.differs': 'Anderes Geschlecht',
  'reason.document.same': 'Dasselbe Dokument: {{alert}}',
  'reason.document.scanned':
    'Dasselbe Dokument bis auf Zeichen, die Lesegeräte verwechseln: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.document.other-issuer': 'Dieselbe Nummer eines anderen Ausstellers: {{alert}}',
  'reason.document.range': '{{passenger}} liegt in der Reihe {{from}} bis {{to}}',
  'reason.object.same': 'Dieselbe Nummer: {{alert}}',
  'reason.object.scanned':
    'Dieselbe Nummer bis auf Zeichen, die man verwechselt: {{passenger}}, in der Ausschreibung {{alert}}',
  'reason.rule.document-on-the-list': 'Das Dokument steht auf der Liste, wer immer es trägt',
  'reason.rule.no-full-date-of-birth-to-clear-by':
    'Ohne volles Geburtsdatum lässt sich die Person nicht unterscheiden',
}
