import { codes } from './codes-en.ts'

/** English texts of the passengers’ screens. */
export const texts = {
  ...codes,
}
