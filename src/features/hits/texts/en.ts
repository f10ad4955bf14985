import { codes } from './codes-en.ts'

/** English texts of the hits’ screens. */
export const texts = {
  ...codes,
}
