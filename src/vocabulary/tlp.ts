import { z } from 'zod'

/** Traffic Light Protocol 2.0 (FIRST, 2022), narrowest first. Five labels, no more. */
export const tlpLabels = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const

export const Tlp = z.enum(tlpLabels).meta({
  title: 'Traffic light',
  description:
    'RED: named recipients only · AMBER+STRICT: their organisation · AMBER: and its clients · ' +
    'GREEN: the community · CLEAR: no limit',
})
export type Tlp = z.infer<typeof Tlp>

export type TlpAnswer =
  | { readonly ok: true; readonly label: Tlp; readonly note?: string }
  | { readonly ok: false; readonly problem: string }

/**
 * Reads a label with or without its `TLP:` prefix, in any case. WHITE of version 1 becomes CLEAR, and says so. Labels that
 * circulate elsewhere but are not in the standard (EX:CHR, UNCLEAR) are refused: nobody could say who may read on.
 */
export const parseTlp = (input: string): TlpAnswer => {
  const shown = input.trim().slice(0, 40)
  const label = shown
    .toUpperCase()
    .replace(/^TLP\s*:\s*/, '')
    .replace(/\s*\+\s*/, '+')
  const known = tlpLabels.find(each => each === label)
  if (known !== undefined) return { ok: true, label: known }
  if (label === 'WHITE')
    return { ok: true, label: 'CLEAR', note: 'WHITE of TLP 1.0 is called CLEAR since 2022.' }
  return {
    ok: false,
    problem: `${shown || 'An empty label'} is not in TLP 2.0. Choose one of ${tlpLabels.join(', ')}.`,
  }
}

/** The form shown to readers, for example TLP:AMBER+STRICT. */
export const shownTlp = (label: Tlp): string => `TLP:${label}`

/** The narrowest of several labels; what is derived from labelled items carries this one. CLEAR for none. */
export const narrowestTlp = (all: Iterable<Tlp>): Tlp =>
  tlpLabels[Math.min(tlpLabels.length - 1, ...[...all].map(label => tlpLabels.indexOf(label)))] ?? 'CLEAR'
