import type { Content } from './content.ts'

/** Where a field stands in the form, whether the quick form asks for it, and whether an issue needs it. */
export interface FormField {
  name: keyof Content | 'marking' | 'audience' | 'inForceUntil' | 'keepUntil'
  quick?: true
  required?: true
}
export interface FormGroup {
  name: string
  title: string
  fields: readonly FormField[]
}
export interface Form {
  version: number
  groups: readonly FormGroup[]
}

/**
 * Our own standard form, built from what is confirmed of the early warning system of 1999 and 2005: its three triggers, measures
 * taken, no personal data. Labels and limits stand with the fields in content.ts. A change of meaning is a new version; each
 * warning keeps the version it was written with.
 */
export const form: Form = {
  version: 1,
  groups: [
    {
      name: 'what',
      title: 'What is new',
      fields: [
        { name: 'triggers', quick: true, required: true },
        { name: 'summary', quick: true, required: true },
        { name: 'title' },
        { name: 'urgency', quick: true, required: true },
      ],
    },
    {
      name: 'where-and-when',
      title: 'Where and when',
      fields: [
        { name: 'place', quick: true, required: true },
        { name: 'when', quick: true, required: true },
        { name: 'borderType' },
        { name: 'context' },
      ],
    },
    { name: 'persons', title: 'Persons, as numbers only', fields: [{ name: 'persons' }] },
    { name: 'route', title: 'Route', fields: [{ name: 'route' }, { name: 'legs' }, { name: 'means' }] },
    {
      name: 'method',
      title: 'Documents and method',
      fields: [
        { name: 'documents' },
        { name: 'method' },
        { name: 'recruitment' },
        { name: 'price' },
        { name: 'danger' },
      ],
    },
    {
      name: 'assessment',
      title: 'Assessment',
      fields: [{ name: 'grading' }, { name: 'trend' }, { name: 'assessment' }],
    },
    {
      name: 'measures',
      title: 'Measures and request',
      fields: [{ name: 'measures' }, { name: 'request' }, { name: 'askedOf' }, { name: 'relations' }],
    },
    {
      name: 'handling',
      title: 'Handling',
      fields: [
        { name: 'marking', quick: true, required: true },
        { name: 'audience', required: true },
        { name: 'inForceUntil' },
        { name: 'keepUntil' },
      ],
    },
  ],
}
