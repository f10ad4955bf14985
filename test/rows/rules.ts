import type { Rows, TableName } from './tables.ts'
import type { Asker, Me, RandomWorld } from './world.ts'

/** No official may do this to any row: the database must say "permission denied" whatever is tried. */
export const nobody = 'nobody'

/**
 * Who may do what with the rows of one table: this project's promises in TypeScript, written from the sentences of the design and
 * not from the policies. `sees` decides which rows exist for somebody; the rest says what they may add, change and remove.
 */
export interface Rules<R> {
  key: readonly (keyof R & string)[]
  sees: typeof nobody | Judge<R>
  adds:
    | typeof nobody
    | {
        tries: (asker: Asker, world: RandomWorld) => Partial<R>[]
        may: Judge<R>
        /** What a column that a try does not give is filled with. */
        otherwise?: Partial<R>
      }
  changes:
    | typeof nobody
    | {
        tries: (asker: Asker, world: RandomWorld, row: R) => Partial<R>[]
        /** `after` is the whole row as it would be. The row must be seen, before and after, as well. */
        may: (asker: Asker, before: R, after: R, world: RandomWorld) => boolean
        /** A change that is also tried on all rows at once. */
        blindly?: Partial<R>
      }
  /** The row must be seen as well. */
  removes: typeof nobody | Judge<R>
}
type Judge<R> = (asker: Asker, row: R, world: RandomWorld) => boolean

export type FeatureRules = { [T in TableName]?: Rules<Rows[T]> }

/** For an official who is somebody; nobody may nothing. */
export const whoever =
  <R>(judge: (me: Me, row: R, world: RandomWorld, mandate: number | null) => boolean): Judge<R> =>
  ({ me, mandate }, row, world) =>
    me !== null && judge(me, row, world, mandate)

export const may = ({ competences }: Me, competence: string): boolean => competences.has(competence)

export const stateOfAuthority = (world: RandomWorld, authority: number): string | undefined =>
  world['network.authority'].find(({ id }) => id === authority)?.state
export const stateOfUnit = (world: RandomWorld, unit: number): string | undefined =>
  stateOfAuthority(world, world['network.unit'].find(({ id }) => id === unit)?.authority ?? 0)
export const stateOfOfficial = (world: RandomWorld, official: number): string | undefined =>
  stateOfUnit(world, world['network.official'].find(({ id }) => id === official)?.unit ?? 0)
/** Whether somebody is in an audience. */
export function isMeant(world: RandomWorld, me: Me, audience: number): boolean {
  const members = world['work.audience'].find(({ id }) => id === audience)?.members ?? []
  return members.some(member => {
    const [kind, which] = member.split(':')
    if (kind === 'all') return true
    if (kind === 'state') return which === me.state
    return Number(which) === { authority: me.authority, unit: me.unit, official: me.person }[kind as 'unit']
  })
}
/** The people of this world other than somebody, at most `count`: to put in somebody else's name. */
export const others = (world: RandomWorld, { self }: Asker, count = 2) =>
  world['network.official'].filter(({ id }) => id !== self.person).slice(0, count)
