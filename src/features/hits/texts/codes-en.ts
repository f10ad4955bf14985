/** English words for the closed lists of hits, and for why one came up. */
export const codes = {
  'state.open': 'Waiting for an officer',
  'state.first': 'Waiting for a second officer',
  'state.decided': 'Decided',
  'state.closed': 'Closed',
  'verdict.same': 'The same person',
  'verdict.not-the-same': 'Not the same person',
  'verdict.cannot-tell': 'Cannot tell',
  'closed.alert-ended': 'The alert has ended',
  'closed.no-longer-alike': 'The data were corrected and the person is no longer like the alert',
  'closed.superseded': 'Compared anew: see the later hit',
  'closed.known': 'Known not to be the same',
  'closed.not-reviewed': 'Nobody reviewed it in time',
  'band.strong': 'Little speaks against it',
  'band.review': 'An officer should look',
  'subject.passenger': 'Passenger',
  'subject.query': 'Query',
  'place.first': 'First officer',
  'place.second': 'Second officer',
  'form.hit-reported': 'Hit reported',
  'form.information-request': 'Request for information',
  'form.reply': 'Reply',
  'form.misused-identity': 'Misused identity',
  'form.cannot-execute': 'The action cannot be taken',
  'form.purpose-achieved': 'The purpose is achieved',
  'reason.name': 'Name in the alert: {{name}}',
  'reason.part.same': '{{passenger}} is written the same',
  'reason.part.typing': '{{passenger}} differs from {{alert}} as by a slip in writing or scanning',
  'reason.part.sound': '{{passenger}} sounds like {{alert}}',
  'reason.part.nickname': '{{passenger}} is used for {{alert}}',
  'reason.part.spelling': '{{passenger}} is another spelling of {{alert}}',
  'reason.part.script': '{{passenger}} is {{alert}} in another script',
  'reason.part.prefix': '{{passenger}} is the beginning of {{alert}}: the name may have been cut',
  'reason.part.initial': '{{passenger}} is the first letter of {{alert}}',
  'reason.part.merged': '{{passenger}} and {{alert}} are written together or apart',
  'reason.part.only-alert': 'Only in the alert: {{names}}',
  'reason.part.only-passenger': 'Only with the person: {{names}}',
  'reason.birth.same': 'Born on the same day: {{alert}}',
  'reason.birth.day-and-month-swapped': 'Day and month are exchanged: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-day-year-beside': 'Same day, a year apart: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-day-year-mistyped':
    'Same day, one digit of the year differs: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-day-and-month-other-year':
    'Same day and month, another year: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-month-and-year-day-close':
    'Same month and year, nearly the same day: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-month-and-year':
    'Same month and year, another day: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-day-and-year': 'Same day and year, another month: {{passenger}}, in the alert {{alert}}',
  'reason.birth.swapped-year-beside':
    'Day and month are exchanged, a year apart: {{passenger}}, in the alert {{alert}}',
  'reason.birth.estimated-same-year':
    'An estimated date in the same year: {{passenger}}, in the alert {{alert}}',
  'reason.birth.estimated-year-close':
    'An estimated date in a near year: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-month-and-year-day-unknown':
    'Same month and year, the day is not known: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-year-day-unknown': 'Same year, no more is known: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-month-year-beside-day-unknown':
    'A year apart in the same month, the day is not known: {{passenger}}, in the alert {{alert}}',
  'reason.birth.year-beside-day-unknown':
    'A year apart, no more is known: {{passenger}}, in the alert {{alert}}',
  'reason.birth.year-near-day-unknown':
    'Some years apart, no more is known: {{passenger}}, in the alert {{alert}}',
  'reason.birth.same-year': 'Same year, another day: {{passenger}}, in the alert {{alert}}',
  'reason.birth.year-beside': 'A year apart, another day: {{passenger}}, in the alert {{alert}}',
  'reason.birth.other': 'Born on another day: {{passenger}}, in the alert {{alert}}',
  'reason.nationality.agrees': 'Same nationality: {{passenger}}',
  'reason.nationality.differs': 'Another nationality: {{passenger}}, in the alert {{alert}}',
  'reason.passport.agrees': 'No nationality stated; passport of the same State: {{passenger}}',
  'reason.passport.differs':
    'No nationality stated; passport of another State: {{passenger}}, in the alert {{alert}}',
  'reason.sex.agrees': 'Same sex',
  'reason.sex.differs': 'Another sex',
  'reason.document.same': 'The same document: {{alert}}',
  'reason.document.scanned':
    'The same document but for signs that scanners confuse: {{passenger}}, in the alert {{alert}}',
  'reason.document.other-issuer': 'The same number from another issuer: {{alert}}',
  'reason.document.range': '{{passenger}} lies within the documents {{from}} to {{to}}',
  'reason.object.same': 'The same number: {{alert}}',
  'reason.object.scanned':
    'The same number but for signs that are easily confused: {{passenger}}, in the alert {{alert}}',
  'reason.rule.document-on-the-list': 'The document is on the list, whoever carries it',
  'reason.rule.no-full-date-of-birth-to-clear-by':
    'Without a full date of birth the person cannot be told apart',
} as const
