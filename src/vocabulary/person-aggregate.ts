import { z } from 'zod'
import { Country } from './country.ts'

/** Bands of age in years, both ends included. The first three are minors. */
export const ageBands = ['0-11', '12-15', '16-17', '18-34', '35-64', '65+'] as const

const AgeBand = z.enum(ageBands)
const Count = z.int().min(0).max(1_000_000)

/**
 * Persons as numbers only. There is no field for a name, a date of birth or a document, so a form made from this schema
 * cannot ask for one. Every part may be left out: not known is not zero.
 */
export const PersonAggregate = z
  .object({
    total: Count.optional().meta({ title: 'Number of persons', description: 'All persons in the event.' }),
    estimated: z
      .boolean()
      .optional()
      .meta({ title: 'Estimated', description: 'The number is an estimate, not a count.' }),
    citizenships: z
      .array(
        z.object({
          country: Country,
          number: Count.optional().meta({ title: 'Number', description: 'How many claim or hold it.' }),
          established: z
            .boolean()
            .optional()
            .meta({ title: 'Established', description: 'Shown by a document, not only claimed.' }),
        }),
      )
      .max(60)
      .optional()
      .meta({ title: 'Citizenships', description: 'How many persons of each citizenship.' }),
    female: Count.optional().meta({ title: 'Women and girls', description: 'Number.' }),
    male: Count.optional().meta({ title: 'Men and boys', description: 'Number.' }),
    ages: z
      .partialRecord(AgeBand, Count)
      .optional()
      .meta({ title: 'Age bands', description: 'How many persons in each band of age.' }),
    minors: Count.optional().meta({ title: 'Minors', description: 'Persons under 18.' }),
    unaccompanied: Count.optional().meta({
      title: 'Unaccompanied minors',
      description: 'Minors without an adult responsible for them.',
    }),
  })
  .meta({ title: 'Persons', description: 'Numbers only. Nothing about one person.' })
export type PersonAggregate = z.infer<typeof PersonAggregate>

export type AggregateProblem = { readonly path: readonly (string | number)[]; readonly problem: string }

/** What does not fit together: parts above the whole, the same citizenship twice. Empty when all agrees. */
export const checkPersonAggregate = (persons: PersonAggregate): AggregateProblem[] => {
  const problems: AggregateProblem[] = []
  const within = (
    path: (string | number)[],
    what: string,
    part: number,
    whole: number | undefined,
    of: string,
  ): void => {
    if (whole !== undefined && part > whole)
      problems.push({
        path,
        problem: `${what}: ${part} is more than ${of} (${whole}). Correct one of the two.`,
      })
  }
  const { total, citizenships = [], female, male, ages = {}, minors, unaccompanied } = persons
  const all = 'the number of persons'
  const sum = (bands: readonly (typeof ageBands)[number][]): number =>
    bands.reduce((so, band) => so + (ages[band] ?? 0), 0)
  within(
    ['citizenships'],
    'All citizenships together',
    citizenships.reduce((so, row) => so + (row.number ?? 0), 0),
    total,
    all,
  )
  within(['female'], 'Women and men together', (female ?? 0) + (male ?? 0), total, all)
  within(['ages'], 'All age bands together', sum(ageBands), total, all)
  within(['minors'], 'Minors', minors ?? 0, total, all)
  within(
    ['ages'],
    'The age bands under 18 together',
    sum(ageBands.slice(0, 3)),
    minors,
    'the number of minors',
  )
  within(['unaccompanied'], 'Unaccompanied minors', unaccompanied ?? 0, minors, 'the number of minors')
  within(
    ['unaccompanied'],
    'Unaccompanied minors',
    unaccompanied ?? 0,
    minors === undefined ? total : undefined,
    all,
  )
  if (total !== undefined && minors !== undefined)
    within(['minors'], 'Minors and the adult age bands together', minors + sum(ageBands.slice(3)), total, all)
  const seen = new Set<string>()
  citizenships.forEach(({ country, established = false }, at) => {
    const key = `${country} ${established}`
    if (seen.has(key))
      problems.push({
        path: ['citizenships', at],
        problem: `${country} is listed twice. Add the numbers in one row.`,
      })
    seen.add(key)
  })
  return problems
}
