import { z } from 'zod'

/**
 * The Admiralty grading, 6 × 6 (NATO STANAG 2511 and AJP-2.1): how reliable the source is, and, judged apart, how credible
 * this piece of information is. G, which some lists add, is not in the standard and is refused.
 */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const

export const Reliability = z
  .enum(reliabilities)
  .meta({ title: 'Reliability of the source', description: 'A completely reliable … F cannot be judged' })
export type Reliability = z.infer<typeof Reliability>

export const Credibility = z.enum(credibilities).meta({
  title: 'Credibility of the information',
  description: '1 confirmed by others … 6 cannot be judged',
})
export type Credibility = z.infer<typeof Credibility>

export const Grading = z
  .object({ reliability: Reliability, credibility: Credibility })
  .meta({ title: 'Grading', description: 'Source and information, judged apart.' })
export type Grading = z.infer<typeof Grading>

/** What each grade says, in plain English; the screens translate by the letter. */
export const reliabilitySentence: Readonly<Record<Reliability, string>> = {
  A: 'The source is completely reliable: no doubt about it, always right so far.',
  B: 'The source is usually reliable: small doubts, right most of the time.',
  C: 'The source is fairly reliable: doubts, but it has been right before.',
  D: 'The source is not usually reliable: strong doubts, rarely right before.',
  E: 'The source is unreliable: wrong before, or known to mislead.',
  F: 'The source cannot be judged: nothing is known of its record.',
}

export const credibilitySentence: Readonly<Record<Credibility, string>> = {
  '1': 'Confirmed by other, independent sources.',
  '2': 'Probably true: not confirmed, but logical and in line with what is known.',
  '3': 'Possibly true: not confirmed, plausible, agrees in part with what is known.',
  '4': 'Doubtful: not confirmed, possible but not logical.',
  '5': 'Improbable: contradicted by what is known.',
  '6': 'The truth cannot be judged: there is nothing to compare it with.',
}

/** Reads `B2`, `b-2` or `B 2`; undefined when it is no grading (G included). */
export const parseGrading = (input: string): Grading | undefined => {
  const [, letter, digit] = /^([a-f])[\s/-]?([1-6])$/i.exec(input.trim()) ?? []
  const reliability = reliabilities.find(each => each === letter?.toUpperCase())
  const credibility = credibilities.find(each => each === digit)
  return reliability && credibility && { reliability, credibility }
}

export const shownGrading = (grading: Grading): string => `${grading.reliability}${grading.credibility}`

/** Source A, B, C, X and information 1 to 4: Regulation (EU) 2016/794, Article 29. */
export type EuropolGrading = {
  readonly source: 'A' | 'B' | 'C' | 'X'
  readonly information: '1' | '2' | '3' | '4'
  /** What the 4 × 4 cannot say; empty when nothing is lost. Keep the original and show both. */
  readonly lost: readonly string[]
}

/**
 * The nearest Europol 4 × 4 grading. It loses: six grades become four, and Europol's information codes say *how the source
 * knows*, which the Admiralty digits do not. 1 is never given, because nothing in the Admiralty scale says that accuracy
 * is not in doubt; what others confirmed becomes 3, everything else 4.
 */
export const toEuropol = ({ reliability, credibility }: Grading): EuropolGrading => {
  const source = ({ A: 'A', B: 'B', C: 'B', D: 'C', E: 'C', F: 'X' } as const)[reliability]
  const information = credibility === '1' ? '3' : '4'
  const lost: string[] = []
  if (reliability === 'B' || reliability === 'C') lost.push('B and C both become B: mostly reliable.')
  if (reliability === 'D' || reliability === 'E') lost.push('D and E both become C: mostly unreliable.')
  lost.push(
    credibility === '1'
      ? 'Whether the source knows it at first hand is not said by the Admiralty grade; 3 means corroborated.'
      : `Credibility ${credibility} becomes 4, not corroborated: how probable it is gets lost.`,
  )
  return { source, information, lost }
}
