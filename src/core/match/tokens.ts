/** In `tokens`: the word's number in the low 24 bits, its role, whether it is an initial, and the end of a name. */
export const tokenMask = 0xffffff
export const roleShift = 24
export const initialBit = 1 << 26
/** The last token of an alert, so that a range of alerts is read as one run of tokens. */
export const alertBit = 1 << 30
export const lastBit = 1 << 31

/** Not 0 for a word that may be left out at little cost: an initial or a patronymic (see Role). */
export function milds(token: number): number {
  return token & (initialBit | ((token >>> 1) & (1 << roleShift)))
}
