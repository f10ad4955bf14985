// A name as the parts that carry it: what comes in is a family and a given name, or one line; what goes out are the words
// that can be compared, each with its comparison form, script and role. Titles, particles and marks of generation are
// taken off, compounds that are written together or apart (Abdul Rahman, Salah al-Din) are brought to one cutting.
import { foldLatin, foldNative } from './latin.ts'
import { romanise } from './romanise.ts'
import { Script, scriptOf, scriptOfWord } from './script.ts'
import { foldArabic, foldHebrew } from './sound-units.ts'
import { HAN_SURNAMES, HAN_TWO_SIGN_SURNAMES } from './variant-data.ts'
import {
  divine,
  doubtfulParticles,
  generations,
  honorifics,
  linking,
  particles,
  patronymic,
} from './word-classes.ts'

export const Role = { Unknown: 0, Family: 1, Given: 2, Patronymic: 3 } as const
export type Role = (typeof Role)[keyof typeof Role]

export type NamePart = {
  /** the word as it was written */
  text: string
  /** what is compared: a–z for Latin, the folded native word for every other script */
  form: string
  /** the word in Latin letters; equals `form` for Latin */
  latin: string
  script: Script
  role: Role
  /** one letter standing for a word */
  initial: boolean
  /** the form with the particles before it, where there were any: `vanderberg`, `alassad` */
  joined: string
}

export type NameInput = {
  family?: string | null | undefined
  given?: string | null | undefined
  full?: string | null | undefined
}

type Word = {
  text: string
  form: string
  latin: string
  script: Script
  kind: 'word' | 'particle' | 'title' | 'mark'
}

const apart = /[\s\p{Zs}\-‐‑–—_/\\.,;:·・‧•<>()[\]"“”«»+|]+/u
const dropped = /['’‘`´ʻʼʾʿ‛״]/g
const twoSigns = new Set(HAN_TWO_SIGN_SURNAMES.split(' '))
const surnameReadings = new Map(
  HAN_SURNAMES.trim()
    .split('\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
)

/**
 * Family names, in Latin letters, of peoples who share a few dozen or hundred of them among all: Chinese readings, the
 * usual spellings of Korean and of Vietnamese names.
 */
const closedSurnames = new Set([
  ...surnameReadings.values(),
  ...(
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng ' +
    'feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lv ding shen ren yao fan fang shi tan ' +
    'liao zou xiong jin dai lau wong chan chow leung cheung kwok tsai hsu hsieh liao lai qiu qin gu hou shao meng long wan ' +
    'duan qian kong bai cui tao jia xue yan mao chung tse yeung lam yip ' +
    'kim lee yi rhee ri park pak bak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im rim han oh seo suh ' +
    'shin sin kwon hwang ahn an song jeon jun hong yoo yu ryu ko go koh moon mun son bae baek paik heo huh nam noh roh ha ' +
    'joo ju woo koo ku min cha nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly'
  ).split(' '),
])

/** Whether the family name is one of the few that a whole people shares, so that many bear names alike. */
export function hasClosedSurname(parts: readonly NamePart[]): boolean {
  for (const { script, role, latin } of parts)
    if (
      script === Script.Han ||
      script === Script.Hangul ||
      (role !== Role.Given && closedSurnames.has(latin))
    )
      return true
  return false
}

const abdul = /^abd(?:[uea]l|u([rsdnzt])(?=\1)|[ae]([rsdnzt])(?=\2)|[oe]ul?)?([a-z]{4,})$/
const faithful = /^(.{3,})(?:u[dl]|e[dl]|a[dl]|i)[- ]?(din|dine|deen|dien|ddin|ddine|ddeen)$/
const notServant = /^(lah|lay|ull|all|ell)/

/** A title that a reservation system wrote to the given name: no name ends so. */
const gluedTitle = /^(.{3,})(?:mr|mrs|mstr)$/

/** Cuts a Latin form where other spellings cut it; the word itself where nothing is to be cut. */
function cutLatin(form: string): string[] {
  if (form.endsWith('mr') || form.endsWith('mrs') || form.endsWith('mstr')) {
    const stem = gluedTitle.exec(form)?.[1]
    if (stem !== undefined) return cutLatin(stem)
  }
  const servant = form.startsWith('abd') && form.length > 7 ? abdul.exec(form) : null
  if (servant !== null && !notServant.test(servant[3] ?? '')) return ['abdul', servant[3] ?? '']
  const faith = form.length > 6 && (form.endsWith('n') || form.endsWith('ne')) ? faithful.exec(form) : null
  if (faith !== null) return [faith[1] ?? '', 'din']
  return [form]
}

/** Whether a word beside the family name has the ending of a patronymic. */
export function isPatronymic(latin: string, role: Role): boolean {
  return role !== Role.Family && latin.length > 6 && patronymic.test(latin)
}

/** Whether a word of the letters a–z is one part of a name just as it stands, whatever stands beside it. */
export function isPlain(form: string): boolean {
  return (
    !form.startsWith('abd') &&
    !particles.has(form) &&
    !honorifics.has(form) &&
    !generations.has(form) &&
    !doubtfulParticles.has(form) &&
    !isBound(form) &&
    cutLatin(form)[0] === form
  )
}

function cutArabic(form: string): string[] {
  if (form.startsWith('عبدال') && form.length > 6 && form !== 'عبداله' && form !== 'عبدالله')
    return ['عبد', form.slice(5)]
  if (form.startsWith('ال') && form.length > 4 && !form.startsWith('الله')) return [form.slice(2)]
  return [form]
}

function wordOf(text: string, script: Script, form: string): Word {
  if (form === 'عبد') return { text, form: 'abdul', latin: 'abdul', script: Script.Latin, kind: 'word' }
  return { text, form, latin: script === Script.Latin ? form : romanise(form, script), script, kind: 'word' }
}

const misread: Record<string, string> = { 0: 'o', 1: 'i', 2: 'z', 5: 's', 6: 'g', 8: 'b' }

/** A word with the digits that a scanner reads for letters (OCR-B) put back; a word of digits only stays as it is. */
function asLetters(form: string): string {
  return /\d/.test(form) && /[a-z]{2}/.test(form)
    ? form.replace(/[012568]/g, digit => misread[digit] ?? digit)
    : form
}

function readWord(text: string): Word[] {
  const script = scriptOfWord(text)
  if (script === Script.Latin || script === Script.Other) {
    const form = asLetters(foldLatin(text))
    if (form === '') return []
    if (form === 'abd' || form === 'abdel' || form === 'abdal' || form === 'abdoul')
      return [{ text, form: 'abdul', latin: 'abdul', script: Script.Latin, kind: 'word' }]
    const kind = particles.has(form)
      ? 'particle'
      : honorifics.has(form)
        ? 'title'
        : generations.has(form)
          ? 'mark'
          : 'word'
    if (kind !== 'word') return [{ text, form, latin: form, script: Script.Latin, kind }]
    return cutLatin(form).map(piece => wordOf(text, Script.Latin, piece))
  }
  if (script === Script.Arabic) {
    const form = foldArabic(text)
    if (form === '') return []
    if (particles.has(form)) return [{ text, form, latin: '', script, kind: 'particle' }]
    if (honorifics.has(form)) return [{ text, form, latin: '', script, kind: 'title' }]
    return cutArabic(form).map(piece => wordOf(text, script, piece))
  }
  const form = script === Script.Hebrew ? foldHebrew(text) : foldNative(text)
  if (form === '') return []
  if (honorifics.has(form)) return [{ text, form, latin: '', script, kind: 'title' }]
  return [wordOf(text, script, form)]
}

const remembered = new Map<string, Word[]>()

function wordsOf(text: string): Word[] {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const words = readWord(text.replace(dropped, ''))
  if (remembered.size > 200_000) remembered.clear()
  remembered.set(text, words)
  return words
}

/** Whether a word is read together with its neighbours. */
function isBound(form: string): boolean {
  return divine.has(form) || linking.has(form)
}

/** Whether a word is the article between two names as it sounds before the second: Fazal ur Rahman. */
function isLinking(word: Word, next: Word | undefined): boolean {
  return linking.has(word.form) && next?.latin.charAt(0) === word.form.charAt(1)
}

/** Whether a piece is the end of a compound such as Abd Allah or Sana Ullah, which as many write in one word. */
function isDivine(words: readonly Word[]): boolean {
  return words.length === 1 && divine.has(words[0]!.form)
}

/** Whether a word is written in Han only, so that it may hold family and given name without a blank. */
function isHan(text: string): boolean {
  for (const letter of text) if (scriptOf(letter.codePointAt(0) ?? 0) !== Script.Han) return false
  return text.length > 0
}

function isHangul(text: string): boolean {
  for (const letter of text) if (scriptOf(letter.codePointAt(0) ?? 0) !== Script.Hangul) return false
  return text.length > 0
}

/** Korean family names of two syllables. */
const twoSyllables = new Set('남궁 황보 제갈 선우 독고 사공 서문 동방'.split(' '))

function cutEastAsian(text: string): { family: string; given: string } | undefined {
  const letters = Array.from(text)
  if (isHan(text) && letters.length >= 2 && letters.length <= 4) {
    const two = letters.slice(0, 2).join('')
    const at = letters.length > 2 && (twoSigns.has(two) || letters.length === 4) ? 2 : 1
    return { family: letters.slice(0, at).join(''), given: letters.slice(at).join('') }
  }
  if (isHangul(text) && letters.length >= 2 && letters.length <= 4) {
    const at = letters.length === 4 && twoSyllables.has(letters.slice(0, 2).join('')) ? 2 : 1
    return { family: letters.slice(0, at).join(''), given: letters.slice(at).join('') }
  }
  return undefined
}

/** Whether a text is letters without marks and single blanks only, as travel documents have it. */
function isBare(text: string): boolean {
  let last = 32
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const letter = code | 32
    if (code === 32 ? last === 32 : letter < 97 || letter > 122 || code > 127) return false
    last = code
  }
  return last !== 32
}

function wordsIn(pieces: readonly string[]): Word[] {
  const out: Word[] = []
  let before = 0
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    let words = wordsOf(piece)
    if (i > 0 && isDivine(words) && out.length > before && out[out.length - 1]!.kind === 'word') {
      out.length = before
      words = wordsOf(pieces[i - 1]! + piece)
    }
    before = out.length
    for (const word of words) out.push(word)
  }
  return out
}

function splitWords(text: string): string[] {
  return isBare(text) ? text.split(' ') : text.split(apart).filter(word => word !== '')
}

/** Whether a word is one letter of an alphabet, standing for a word that begins with it. */
export function isInitial(form: string, script: Script): boolean {
  return form.length === 1 && script <= Script.Georgian
}

function collect(out: NamePart[], words: Word[], role: Role, wordCount: number): void {
  let before = ''
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.kind === 'title' || word.kind === 'mark') continue
    if (
      word.kind === 'particle' ||
      (out.length > 0 && isLinking(word, words[i + 1])) ||
      (wordCount >= 3 && doubtfulParticles.has(word.form) && word.latin.length < 4)
    ) {
      before += word.latin
      continue
    }
    let latin = word.latin
    if (word.script === Script.Han && role === Role.Family) latin = surnameReadings.get(word.form) ?? latin
    out.push({
      text: word.text,
      form: word.form,
      latin,
      script: word.script,
      role: isPatronymic(latin, role) ? Role.Patronymic : role,
      initial: isInitial(word.form, word.script),
      joined: before === '' ? '' : before + latin,
    })
    before = ''
  }
}

function longWords(words: Word[]): number {
  let count = 0
  for (const word of words) if (word.kind === 'word') count += word.latin.length >= 4 ? 1 : 0
  return count
}

/**
 * The parts of a name in the order they were written, family name first where the fields are apart.
 * @param name `family` and `given`, or `full` ("Given Family" or "Family, Given"); empty fields are allowed
 * @returns at most eight parts; where titles and particles are all there is, those
 */
export function parseName(name: NameInput): NamePart[] {
  const out: NamePart[] = []
  const full = name.full ?? ''
  let fields: [string, Role][] = [
    [name.family ?? '', Role.Family],
    [name.given ?? '', Role.Given],
  ]
  if (full !== '' && fields.every(([text]) => text === '')) {
    const comma = full.indexOf(',')
    fields =
      comma > 0 && comma < full.length - 1
        ? [
            [full.slice(0, comma), Role.Family],
            [full.slice(comma + 1), Role.Given],
          ]
        : [[full, Role.Unknown]]
  }
  const read: [Word[], Role][] = []
  for (const [text, role] of fields) {
    if (text === '') continue
    const pieces = splitWords(text)
    const cut = role === Role.Unknown && pieces.length === 1 ? cutEastAsian(pieces[0] ?? '') : undefined
    if (cut === undefined) read.push([wordsIn(pieces), role])
    else read.push([wordsOf(cut.family), Role.Family], [wordsOf(cut.given), Role.Given])
  }
  let long = 0
  for (const [words] of read) long += longWords(words)
  for (const [words, role] of read) collect(out, words, role, long >= 2 ? 3 : 0)
  if (out.length === 0)
    for (const [words, role] of read)
      for (const word of words)
        out.push({
          text: word.text,
          form: word.form,
          latin: word.latin,
          script: word.script,
          role,
          initial: false,
          joined: '',
        })
  return out.length > 8 ? out.slice(0, 8) : out
}

/**
 * The parts of one field of a name, where they do not depend on the other field; otherwise undefined, and parseName is
 * to be asked. For lists, where most fields come again and again.
 */
export function parseField(text: string, role: Role): NamePart[] | undefined {
  const words = wordsIn(splitWords(text))
  for (const word of words)
    if (doubtfulParticles.has(word.form) || (words.length === 1 && isBound(word.form))) return undefined
  const out: NamePart[] = []
  collect(out, words, role, 0)
  return out.length === 0 || out.length > 8 ? undefined : out
}
