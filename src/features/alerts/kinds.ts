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

/** What stands as the source of a figure for which none was found. */
export const noSource = 'none found, chosen by us'
/** Where a rule comes from: an article of the Union, one by which a State carries it out, or that none was found. */
export type Source =
  | `Regulation (EU) 2018/${string}, Article${'' | 's'} ${string}`
  | `N-SIS Ordinance of Switzerland (SR 362.0), Article ${string}`
  | typeof noSource

export interface KindRule {
  subject: Subject
  actions: readonly [Action, ...Action[]]
  /** An alert is reviewed, or deleted, after at most so many months. */
  mostMonths: number
  /** Where that limit comes from. */
  limitSource: Source
  purposes: readonly Purpose[]
  /** Where the kind comes from. */
  source: Source
}

const atBorder = ['border-check', 'identity-verification', 'alert-keeping'] as const

/** Review within three years, five where the national decision runs longer; an alert ends with its decision, so longer alone reaches five. */
const borderLimit = {
  mostMonths: 60,
  limitSource: 'Regulation (EU) 2018/1861, Article 39(2)',
} as const

/**
 * A list may keep shorter than the limit of its kind, never longer. Police alerts are reviewed under Regulation (EU) 2018/1862, Articles
 * 53 and 54, whose words were not at hand. Their limits stand as Switzerland, which is bound by them, carries them out: persons in
 * Article 43(3) of its N-SIS Ordinance, which names Article 53, things in its Article 44(2), which names Article 54.
 */
export const kindRules: Readonly<Record<Kind, KindRule>> = {
  'refusal-of-entry': {
    subject: 'person',
    actions: ['refuse-entry', 'consult-owner'],
    ...borderLimit,
    purposes: [...atBorder, 'visa-examination', 'return'],
    source: 'Regulation (EU) 2018/1861, Articles 24 and 25',
  },
  'return-decision': {
    subject: 'person',
    actions: ['confirm-return', 'consult-owner'],
    ...borderLimit,
    purposes: [...atBorder, 'visa-examination', 'return'],
    source: 'Regulation (EU) 2018/1860, Article 3',
  },
  'missing-person': {
    subject: 'person',
    actions: ['place-under-protection', 'communicate-whereabouts'],
    mostMonths: 60,
    limitSource: 'N-SIS Ordinance of Switzerland (SR 362.0), Article 43(3)(c)',
    purposes: [...atBorder, 'visa-examination', 'protection-of-the-person'],
    source: 'Regulation (EU) 2018/1862, Article 32',
  },
  'vulnerable-person': {
    subject: 'person',
    actions: ['prevent-travel', 'place-under-protection', 'communicate-whereabouts'],
    mostMonths: 12,
    limitSource: 'N-SIS Ordinance of Switzerland (SR 362.0), Article 43(3)(d)',
    purposes: [...atBorder, 'visa-examination', 'protection-of-the-person'],
    source: 'Regulation (EU) 2018/1862, Article 32',
  },
  'wanted-witness': {
    subject: 'person',
    actions: ['communicate-whereabouts'],
    mostMonths: 36,
    limitSource: 'N-SIS Ordinance of Switzerland (SR 362.0), Article 43(3)(e)',
    purposes: atBorder,
    source: 'Regulation (EU) 2018/1862, Article 34',
  },
  document: {
    subject: 'document',
    actions: ['seize', 'establish-identity'],
    mostMonths: 120,
    limitSource: 'N-SIS Ordinance of Switzerland (SR 362.0), Article 44(2)(b)',
    purposes: [...atBorder, 'visa-examination', 'return'],
    source: 'Regulation (EU) 2018/1862, Article 38',
  },
  vehicle: {
    subject: 'vehicle',
    actions: ['seize', 'communicate-whereabouts'],
    mostMonths: 120,
    limitSource: 'N-SIS Ordinance of Switzerland (SR 362.0), Article 44(2)(b)',
    purposes: atBorder,
    source: 'Regulation (EU) 2018/1862, Article 38',
  },
  vessel: {
    subject: 'vessel',
    actions: ['seize', 'communicate-whereabouts'],
    mostMonths: 120,
    limitSource: 'N-SIS Ordinance of Switzerland (SR 362.0), Article 44(2)(b)',
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

/** Days in which the owner answers that the purpose is achieved (Regulation (EU) 2018/1861, Article 39(7)). */
export const achievedDays = 15
