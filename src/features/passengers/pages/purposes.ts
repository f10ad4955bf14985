import type { Purpose } from '#vocabulary/purpose.ts'

/** What the rows of passengers are read for, as `table.sql` says: at the desk for a border check and nothing else. */
export const deskPurposes: readonly Purpose[] = ['border-check']
/** By those who oversee the screening: its supervisor, and the data-protection officer whom a person has asked. */
export const overseeingPurposes: readonly Purpose[] = ['supervision', 'request-of-the-person']
