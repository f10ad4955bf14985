import { codes } from './codes-de.ts'

/** Deutsche Texte der Seiten über Fluggäste. */
export const texts = {
  ...codes,
}
