import { achievedDays, noSource, type Source } from '#features/alerts/kinds.ts'

/** Where a hit stands: waiting, seen by the first of two officers, decided by a person, or closed without a decision. */
export const hitStates = ['open', 'first', 'decided', 'closed'] as const
export const verdicts = ['same', 'not-the-same', 'cannot-tell'] as const
/** As far as hits are counted: nobody reads a larger number, and it would be counted for everybody every few minutes. */
export const mostCounted = 1000

export type Verdict = (typeof verdicts)[number]
/** Why a hit needs nobody any more although nobody decided it. */
export const closings = ['alert-ended', 'superseded', 'no-longer-alike', 'known', 'not-reviewed'] as const
export const subjectKinds = ['passenger', 'query'] as const

/** Months for which it is remembered that somebody is not the same, where the officer says nothing else. */
export const rememberMonths = 12

/** What the bureaux send each other about a hit. */
export const formKinds = [
  'hit-reported',
  'information-request',
  'reply',
  'misused-identity',
  'cannot-execute',
  'purpose-achieved',
] as const
export type FormKind = (typeof formKinds)[number]

/** A time in which something is answered, and where it comes from. */
export interface Deadline {
  hours: number
  source: Source
}

export interface FormRule {
  /** Which bureau begins it: that of the authority that screened, that of the alert's owner, or either. */
  from: 'executing' | 'owner' | 'either'
  /** In which time it is answered; null where no answer is due. */
  answer: Deadline | null
  /** The time where it is marked urgent; null where that shortens nothing. */
  urgent: Deadline | null
}

/**
 * A request for supplementary information is answered as soon as possible, at most twelve hours after it came: as the twin Article of
 * Regulation (EU) 2018/1862 has it, and the SIRENE Manual had it before (Decision 2011/406/EU, Annex, 1.3.5).
 */
const request: Deadline = { hours: 12, source: 'Regulation (EU) 2018/1861, Article 8(3)' }
/** Chosen by us, as for a request: for what is told, not asked, no time was found. */
const notice: Deadline = { hours: 12, source: noSource }
/** Chosen by us: the law has some requests acted on at once, the SIRENE Manual has forms marked as urgent, and no hours were found in either. */
const urgent: Deadline = { hours: 3, source: noSource }
/** The authority that created the alert has deleted it or said why it stands, as in `alerts`; urgency shortens nothing. */
const achieved: Deadline = { hours: achievedDays * 24, source: 'Regulation (EU) 2018/1861, Article 39(7)' }

export const formRules: Readonly<Record<FormKind, FormRule>> = {
  'hit-reported': { from: 'executing', answer: notice, urgent },
  'information-request': { from: 'either', answer: request, urgent },
  reply: { from: 'either', answer: null, urgent: null },
  'misused-identity': { from: 'either', answer: request, urgent },
  'cannot-execute': { from: 'executing', answer: notice, urgent },
  'purpose-achieved': { from: 'executing', answer: achieved, urgent: null },
}

/** In which time a form is answered; null where no answer is due. */
export const deadlineOf = (kind: FormKind, isUrgent: boolean): Deadline | null => {
  const rule = formRules[kind]
  return (isUrgent ? rule.urgent : null) ?? rule.answer
}

/** Forms of one bureau about one hit that wait for an answer at a time: nobody floods the bureau of another State. Chosen by us. */
export const mostWaiting = 5

/** The forms that a bureau begins: that of the authority that screened, or that of the alert's owner. */
export const formsOfSide = (side: 'executing' | 'owner'): FormKind[] =>
  formKinds.filter(kind => kind !== 'reply' && ['either', side].includes(formRules[kind].from))

/** A form carries at most five files and ten megabytes in all (the Commission's glossary of SIS; no article found). */
export const mostFiles = 5
export const mostBytes = 10 * 1024 * 1024
