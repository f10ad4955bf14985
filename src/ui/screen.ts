import type { ComponentType } from 'react'
import type { Area, Competence } from '#vocabulary/actor.ts'
import type { Asked } from './waiting.ts'

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
  /** Opens without the area to those who oversee what is in it: supervisors and data-protection officers. */
  overseen?: true
  /** Can be opened before sign-in. */
  open?: true
  /** Its entry in the navigation: a key of `src/app/web/texts/` such as `nav.warnings`, its group and its place. */
  nav?: { label: string; group?: 'network' | 'passengers'; order: number }
  /** What waits there, counted beside its entry and on the first screen. */
  waiting?: Asked
}
