import { type Actor, type Competence, competences } from '#vocabulary/actor.ts'

const high: readonly Competence[] = ['appoint', 'administer']

/** The competences that this actor may give at all: so that no screen offers what the server would refuse. */
export const competencesToGive = (actor: Actor): readonly Competence[] =>
  actor.competences.includes('administer')
    ? competences
    : competences.filter(each => each !== 'run' && !high.includes(each))

/** Whether this actor could have given these competences to that person (the rule itself stands in table.sql). */
export function couldGrant(
  actor: Actor,
  to: { official: number; state: string },
  given: readonly Competence[],
): boolean {
  if (to.official === actor.person) return false
  const raised = given.some(each => high.includes(each))
  if (actor.competences.includes('administer') && (raised || given.includes('run') || to.state === 'EU'))
    return true
  return (
    actor.competences.includes('appoint') && to.state === actor.state && !raised && !given.includes('run')
  )
}
