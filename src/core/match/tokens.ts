/** In `tokens`: the word's number in the low 24 bits, its role, whether it is an initial, and the end of a name. */
export const tokenMask = 0xffffff
export const roleShift = 24
export const initialBit = 1 << 26
export const lastBit = 1 << 31
