import type { Translation } from '#ui/i18n.ts'
import { did, items } from './did-de.ts'
import type { texts as en } from './en.ts'

export const texts: Translation<typeof en> = {
  ...did,
  ...items,
  title: 'Protokoll',
  'title.own': 'Was das Protokoll über mich sagt',
  'text.all':
    'Jede Handlung, Ablehnung und Lektüre gekennzeichneter Inhalte im Netz. Auch Ihr Lesen wird protokolliert.',
  'text.state':
    'Jede Handlung, Ablehnung und Lektüre gekennzeichneter Inhalte durch Bedienstete Ihres Staates. Auch Ihr Lesen wird protokolliert.',
  'text.own':
    'Jede Handlung, Ablehnung und Lektüre gekennzeichneter Inhalte in Ihrem Namen. Niemand kann einen Eintrag ändern oder entfernen.',
  band: 'Namen von Bediensteten.',
  entries: 'Einträge',
  none: 'Kein Eintrag passt',
  'none.text': 'Weiten Sie den Zeitraum oder nehmen Sie einen Filter weg.',
  more: 'Ältere Einträge',
  download: 'Als Tabelle nehmen (CSV)',
  time: 'Zeit',
  official: 'Person',
  nobody: 'nicht angemeldet',
  state: 'Staat',
  operation: 'Vorgang',
  outcome: 'Ausgang',
  'outcome.done': 'getan',
  'outcome.read': 'gelesen',
  'outcome.refused': 'abgelehnt',
  'outcome.failed': 'gescheitert',
  'outcome.any': 'Jeder Ausgang',
  subject: 'Gegenstand',
  'subject.more_one': 'und ein weiterer',
  'subject.more_other': 'und {{count}} weitere',
  marking: 'Kennzeichnung',
  purpose: 'Zweck',
  problem: 'Warum nicht',
  reference: 'Bezug',
  from: 'Von (UTC)',
  until: 'Bis (UTC)',
  part: 'Vorgang beginnt mit',
  id: 'Nummer des Gegenstands',
  person: 'Person: {{name}}',
  anyone: 'Alle',
}
