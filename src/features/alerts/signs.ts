import { scannedNumber, withPlainDigits } from '#core/match/records.ts'

// How the signs of vehicles and vessels (registration, VIN, IMO, MMSI, call sign) are compared.

/**
 * Letters of plates that look like Latin ones, and are read as those abroad: others are not on plates that cross borders. Cyrillic: the
 * letters of Russia, Belarus, Bulgaria and Ukraine; Greek: the fourteen of Greek plates (Convention on Road Traffic, Vienna 1968, Annex 2:
 * Arabic numerals and capital Latin letters).
 */
const lookalikes = { from: 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХІЅЈ', to: 'ABEZHIKMNOPTYXABEKMHOPCTYXISJ' }

/**
 * The seventeen letters of plates of Saudi Arabia, each with the Latin one that stands beneath it on the plate itself (as listed under
 * "Vehicle registration plates of Saudi Arabia", Wikipedia, read in November 2026). Other States with Arabic letters on plates print no
 * Latin ones, or others; none is made up for those.
 */
const saudi = { from: 'ابحدرسصطعقكلمنهوى', to: 'ABJDRSXTEGKLZNHUV' }

/** Letters that are written in several ways and are one on a plate: with a sign above, as Persian types them, at the end of a word. */
const oneLetter: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ي: 'ى',
  ی: 'ى',
  ک: 'ك',
  ھ: 'ه',
  ہ: 'ه',
  ة: 'ه',
}

/**
 * What is written on a thing, or asked for, as it is compared: capitals and the digits 0 to 9 without blanks, signs and accents, in Latin
 * letters where they look alike, and without the word before a number: `IMO 9999941` is `9999941`.
 */
export const objectKey = (written: string): string =>
  written
    .replace(/[أإآٱيیکھہة]/g, letter => oneLetter[letter] ?? letter)
    .normalize('NFKD')
    .toUpperCase()
    .replace(/\p{Nd}+/gu, withPlainDigits)
    .replace(
      /[\p{Script=Greek}\p{Script=Cyrillic}]/gu,
      letter => lookalikes.to[lookalikes.from.indexOf(letter)] ?? letter,
    )
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(IMO(?=\d{7}$)|MMSI(?=\d{9}$)|VIN(?=[A-Z\d]{17}$))/, '')

/**
 * A plate in Arabic letters as its Latin line reads. The Latin letters stand beneath the Arabic ones, so from left to right they are the
 * Arabic ones from the last to the first; figures come before them or after. None where a letter is not one of the seventeen.
 */
function latinReadings(key: string): string[] {
  const [, before = '', letters = '', after = ''] = /^(\d*)(\p{Script=Arabic}{1,3})(\d*)$/u.exec(key) ?? []
  if (letters === '' || letters.split('').some(each => !saudi.from.includes(each))) return []
  const latin = letters
    .split('')
    .toReversed()
    .map(each => saudi.to[saudi.from.indexOf(each)])
    .join('')
  const figures = before + after
  return figures === '' ? [] : [`${latin}${figures}`, `${figures}${latin}`]
}

/** Everything that is the very sign: as written, and as its Latin line reads. */
export const sameKeys = (written: string): string[] => {
  const key = objectKey(written)
  return key.length < 2 ? [] : [key, ...latinReadings(key)]
}

/** Signs shorter than this are too near each other to be taken for one another. */
const leastScanned = 4

/** The same with the signs united that people and cameras confuse, as of documents: O and 0, I and 1. Marked, so that it is never the very one. */
const nearKeys = (keys: readonly string[]): string[] =>
  keys.flatMap(key =>
    key.length >= leastScanned && /^[A-Z\d]+$/.test(key) ? [`~${scannedNumber(key)}`] : [],
  )

/** What a sign is looked for by: the very keys, and behind a tilde those that differ by confused signs alone. */
export const searchKeys = (written: string): string[] => {
  const same = sameKeys(written)
  return [...new Set([...same, ...nearKeys(same)])]
}

/** Whether two signs are the very one, differ by what is easily confused, or neither. */
export function relateSigns(one: string, other: string): 'same' | 'scanned' | null {
  const [mine, theirs] = [sameKeys(one), sameKeys(other)]
  if (mine.some(key => theirs.includes(key))) return 'same'
  const near = nearKeys(theirs)
  return nearKeys(mine).some(key => near.includes(key)) ? 'scanned' : null
}

/** How sure a sign is that differs by confused signs alone: an officer looks. */
export const scannedScore = 0.8
