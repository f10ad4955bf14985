import { z } from 'zod'

export const urgencies = ['routine', 'priority', 'immediate'] as const

/** How soon a warning asks to be answered. */
export const Urgency = z.enum(urgencies).meta({
  title: 'Urgency',
  description: 'immediate: answer within 2 hours · priority: within 24 hours · routine: within 5 days',
})
export type Urgency = z.infer<typeof Urgency>

/** Minutes a recipient unit has to answer unless the sender or the State's rule says otherwise. */
export const answerMinutes: Readonly<Record<Urgency, number>> = {
  immediate: 2 * 60,
  priority: 24 * 60,
  routine: 5 * 24 * 60,
}

/** The moment by which an answer to something sent at `sent` is due. Hours of the clock, not of the office. */
export const answerDue = (urgency: Urgency, sent: Date): Date =>
  new Date(sent.getTime() + answerMinutes[urgency] * 60_000)

/** Most urgent first. */
export const compareUrgency = (a: Urgency, b: Urgency): number => urgencies.indexOf(b) - urgencies.indexOf(a)
