import { codes } from './codes-fr.ts'

/** Textes français des écrans des passagers. */
export const texts = {
  ...codes,
}
