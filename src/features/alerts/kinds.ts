import type { Purpose } from '#vocabulary/purpose.ts'

/** What an alert can be about, and with it which parts of the form it has. */
export const subjects = ['person', 'document', 'vehicle', 'vessel'] as const
export type Subject = (typeof subjects)[number]

/** The kinds of list, each with its rule: what it may ask for, how long it may keep, for which purposes it may be opened. */
export const kinds = [
  'refusal-of-entry',
  'return-decision',
  'missing-person',
  'vulnerable-person',
  'wanted-witness',
  'document',
  'vehicle',
  'vessel',
] as const
export type Kind = (typeof kinds)[number]

/** What an officer can be asked to do. An alert asks for one of the actions of its kind. */
export const actions = [
  'refuse-entry',
  'consult-owner',
  'confirm-return',
  'communicate-whereabouts',
  'place-under-protection',
  'prevent-travel',
  'establish-identity',
  'seize',
] as const
export type Action = (typeof actions)[number]

export interface KindRule {
  subject: Subject
  actions: readonly [Action, ...Action[]]
  /** An alert is reviewed, or deleted, after at most so many months. */
  mostMonths: number
  purposes: readonly Purpose[]
  /** Where the kind and its limit come from. */
  source: string
}

const atBorder = ['border-check', 'identity-verification', 'alert-keeping'] as const

/**
 * Review within three years, five where the national decision runs longer than three (Regulation (EU) 2018/1861, Article 39).
 * The limits of the police kinds follow Regulation (EU) 2018/1862, Articles 53 and 54, and are to be confirmed against its
 * text before use in earnest. A list may keep shorter, never longer.
 */
export const kindRules: Readonly<Record<Kind, KindRule>> = {
  'refusal-of-entry': {
    subject: 'person',
    actions: ['refuse-entry', 'consult-owner'],
    mostMonths: 60,
    purposes: [...atBorder, 'visa-examination', 'return'],
    source: 'Regulation (EU) 2018/1861, Articles 24 and 25',
  },
  'return-decision': {
    subject: 'person',
    actions: ['confirm-return', 'consult-owner'],
    mostMonths: 60,
    purposes: [...atBorder, 'visa-examination', 'return'],
    source: 'Regulation (EU) 2018/1860, Article 3',
  },
  'missing-person': {
    subject: 'person',
    actions: ['place-under-protection', 'communicate-whereabouts'],
    mostMonths: 60,
    purposes: [...atBorder, 'visa-examination', 'protection-of-the-person'],
    source: 'Regulation (EU) 2018/1862, Article 32',
  },
  'vulnerable-person': {
    subject: 'person',
    actions: ['prevent-travel', 'place-under-protection', 'communicate-whereabouts'],
    mostMonths: 36,
    purposes: [...atBorder, 'visa-examination', 'protection-of-the-person'],
    source: 'Regulation (EU) 2018/1862, Article 32',
  },
  'wanted-witness': {
    subject: 'person',
    actions: ['communicate-whereabouts'],
    mostMonths: 36,
    purposes: atBorder,
    source: 'Regulation (EU) 2018/1862, Article 34',
  },
  document: {
    subject: 'document',
    actions: ['seize', 'establish-identity'],
    mostMonths: 120,
    purposes: [...atBorder, 'visa-examination', 'return'],
    source: 'Regulation (EU) 2018/1862, Article 38',
  },
  vehicle: {
    subject: 'vehicle',
    actions: ['seize', 'communicate-whereabouts'],
    mostMonths: 120,
    purposes: atBorder,
    source: 'Regulation (EU) 2018/1862, Article 38',
  },
  vessel: {
    subject: 'vessel',
    actions: ['seize', 'communicate-whereabouts'],
    mostMonths: 120,
    purposes: atBorder,
    source: 'Regulation (EU) 2018/1862, Article 38',
  },
}

/** What an officer is told for safety: the indications of Regulation (EU) 2018/1860, Article 4(1)(i), and no others. */
export const flags = [
  'armed',
  'violent',
  'absconded',
  'suicide-risk',
  'public-health',
  'terrorism-related',
] as const

export const identityKinds = ['confirmed', 'claimed', 'misused'] as const
export const nameKinds = ['primary', 'birth', 'alias', 'weak', 'former'] as const
/** `held`: the person's own document, valid or not; the others are why a document is sought. */
export const documentStatuses = ['held', 'stolen', 'lost', 'blank', 'revoked', 'misappropriated'] as const
export const linkKinds = ['same-person', 'travels-with', 'family', 'holder-of', 'same-case'] as const
export const withdrawalReasons = [
  'purpose-achieved',
  'decision-ended',
  'entered-in-error',
  'request-of-the-person',
  'identity-misused',
  'gone-from-source',
] as const

/** Days in which the owner answers that the purpose is achieved (Regulation (EU) 2018/1861, Article 39). */
export const achievedDays = 15
