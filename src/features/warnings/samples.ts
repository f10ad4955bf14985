import { Content } from './content.ts'
import { Handling } from './model.ts'

/** A complete draft, invented, for tests and the seed to begin from. */
export const sampleContent = (more: Partial<Content> = {}): Content =>
  Content.parse({
    title: 'Lorries with a false wall behind pallets of tiles',
    urgency: 'priority',
    triggers: ['method-change'],
    summary:
      'Three lorries with a false wall behind the first two rows of pallets were stopped on the same road.',
    when: '2026-11-16/2026-11-18',
    place: { country: 'HRV', section: 'HR–BA land border', name: 'Road D8' },
    borderType: 'land',
    route: 'WBAL',
    means: ['lorry'],
    persons: { total: 32, citizenships: [{ country: 'AFG', number: 20 }] },
    method: 'The wall is built in a yard before the border and has no air from outside.',
    grading: { reliability: 'B', credibility: '2' },
    ...more,
  })

export const sampleHandling = (audience: string[], more: Partial<Handling> = {}): Handling =>
  Handling.parse({ marking: 'LIMITED', audience, ...more })
