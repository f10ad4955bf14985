import { type Issue, Problem } from '#kit/problem.ts'
import { type Marking, markingLevel } from '#vocabulary/marking.ts'
import type { AlertContent } from './content.ts'
import { type Kind, kindRules } from './kinds.ts'
import type { ListTerms } from './model.ts'

/** What a list says that its alerts must keep to. */
export interface Terms {
  kind: Kind
  action: ListTerms['action']
  legalBasis: string
  marking: Marking
  reviewMonths: number
}

type Checked = Omit<AlertContent, 'ground'>

/**
 * Everything that stops an alert from being saved on a list of this kind, each with its place.
 * @param today YYYY-MM-DD, UTC.
 */
export function faultsOf(content: Checked, { kind }: Pick<Terms, 'kind'>, today: string): Issue[] {
  const rule = kindRules[kind]
  const faults: Issue[] = []
  const fault = (path: (string | number)[], message: string, mend?: string) =>
    faults.push({ path: ['content', ...path], message, mend })
  const { action, identities, documents, objects } = content
  if (action !== null && !rule.actions.includes(action))
    fault(['action'], `A ${kind} alert does not ask for ${action}.`, `Choose ${rule.actions.join(' or ')}.`)
  if (rule.subject === 'person') {
    if (identities.length === 0) fault(['identities'], 'An alert on a person needs an identity with a name.')
    else if (identities.every(each => each.kind === 'misused'))
      fault(['identities'], 'A misused identity is the victim’s. Give the identity of the person sought too.')
    for (const [i, each] of documents.entries())
      if (each.to !== null)
        fault(['documents', i, 'to'], 'A range of documents belongs on a list of documents.')
  } else {
    if (content.flags.length > 0) fault(['flags'], 'Only an alert on a person carries such warnings.')
    if (rule.subject === 'document' && documents.length === 0)
      fault(['documents'], 'Give at least one document.')
    if (rule.subject !== 'document' && !objects.some(each => each.type === rule.subject))
      fault(['objects'], `Give at least one ${rule.subject}.`)
  }
  if (rule.subject === 'document')
    for (const [i, each] of documents.entries())
      if (each.status === 'held')
        fault(
          ['documents', i, 'status'],
          'Say why the document is sought: stolen, lost, blank, revoked, misappropriated.',
        )
  for (const [i, each] of identities.entries())
    if (each.birth !== null && each.birth > today.slice(0, each.birth.length))
      fault(['identities', i, 'birth'], `${each.birth} has not been yet.`)
  if (
    kind !== 'return-decision' &&
    (content.particulars.departureUntil !== null || content.particulars.suspended)
  )
    fault(['particulars'], 'Voluntary departure and suspension belong to return decisions.')
  if (content.endsOn !== null && content.endsOn < today) fault(['endsOn'], 'The decision ended before today.')
  return faults
}

/** @throws Problem `invalid-input` with every fault and its place. */
export function refuse(faults: readonly Issue[]): void {
  if (faults.length === 0) return
  const where = [...new Set(faults.map(each => each.path.slice(1).join('.')))]
  throw new Problem('invalid-input', `Look at: ${where.join(', ')}.`, faults)
}

/** What is wrong with the terms of a list of this kind. */
export function termFaults(terms: ListTerms, kind: Kind): Issue[] {
  const rule = kindRules[kind]
  const faults: Issue[] = []
  if (!rule.actions.includes(terms.action))
    faults.push({
      path: ['action'],
      message: `A list of ${kind} does not ask for ${terms.action}.`,
      mend: `Choose ${rule.actions.join(' or ')}.`,
    })
  const others = terms.purposes.filter(each => !rule.purposes.includes(each))
  if (others.length > 0)
    faults.push({
      path: ['purposes'],
      message: `The law opens a list of ${kind} not for ${others.join(', ')}.`,
      mend: `Choose among ${rule.purposes.join(', ')}.`,
    })
  if (terms.reviewMonths > rule.mostMonths)
    faults.push({
      path: ['reviewMonths'],
      message: `At most ${rule.mostMonths} months (${rule.limitSource}).`,
      mend: `Write ${rule.mostMonths} or less.`,
    })
  if (terms.warnMonths >= terms.reviewMonths)
    faults.push({ path: ['warnMonths'], message: 'The warning comes before the review.' })
  return faults
}

/** Nobody enters what they could not read afterwards. */
export function refuseAbove(clearance: Marking, marking: Marking): void {
  if (markingLevel(marking) <= markingLevel(clearance)) return
  throw new Problem(
    'invalid-input',
    `Your mandate reaches to ${clearance}. Ask for a higher one to use ${marking}.`,
    [{ path: ['marking'], message: `Above your clearance, which is ${clearance}.` }],
  )
}
