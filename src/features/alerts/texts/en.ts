import { codes } from './codes-en.ts'

/** English texts of the alerts’ screens. */
export const texts = {
  ...codes,
}
