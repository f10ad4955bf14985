/** Where a hit stands: waiting, seen by the first of two officers, decided by a person, or closed without a decision. */
export const hitStates = ['open', 'first', 'decided', 'closed'] as const
export const verdicts = ['same', 'not-the-same', 'cannot-tell'] as const
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

export interface FormRule {
  /** Which bureau begins it: that of the authority that screened, that of the alert's owner, or either. */
  from: 'executing' | 'owner' | 'either'
  /** Hours in which it is answered; null where no answer is due. */
  hours: number | null
  urgentHours: number | null
}

/**
 * Twelve hours for an answer between SIRENE bureaux, sooner where it is marked urgent (to be confirmed against the SIRENE Manual,
 * Commission Implementing Decision, before use in earnest). That a purpose is achieved is answered within fifteen days, in `alerts`.
 */
export const formRules: Readonly<Record<FormKind, FormRule>> = {
  'hit-reported': { from: 'executing', hours: 12, urgentHours: 3 },
  'information-request': { from: 'either', hours: 12, urgentHours: 3 },
  reply: { from: 'either', hours: null, urgentHours: null },
  'misused-identity': { from: 'either', hours: 12, urgentHours: 3 },
  'cannot-execute': { from: 'executing', hours: 12, urgentHours: 3 },
  'purpose-achieved': { from: 'executing', hours: 12, urgentHours: 3 },
}

/** The forms that a bureau begins: that of the authority that screened, or that of the alert's owner. */
export const formsOfSide = (side: 'executing' | 'owner'): FormKind[] =>
  formKinds.filter(kind => kind !== 'reply' && ['either', side].includes(formRules[kind].from))

/** A form carries at most five files and ten megabytes in all (SIRENE). */
export const mostFiles = 5
export const mostBytes = 10 * 1024 * 1024
