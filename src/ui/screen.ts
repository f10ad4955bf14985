import type { ComponentType } from 'react'
import type { Area, Competence } from '#vocabulary/actor.ts'

/** One screen of a feature, as data: `app/` makes routes and navigation of it and loads it when it is first opened. */
export interface Screen {
  /** TanStack Router path, for example `/warnings/$id`. */
  path: string
  /** The module and the name of the component in it. */
  load: () => Promise<Record<string, ComponentType>>
  component: string
  /** Any of these competences; none: every official. A page one has no mandate for is absent. */
  may?: readonly Competence[]
  area?: Area
  /** Its entry in the navigation: a text key `namespace:key` and the group it stands in. */
  nav?: { label: string; group?: 'network'; order: number }
}
