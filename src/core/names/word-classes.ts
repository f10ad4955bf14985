// Words that stand around a name: particles, titles, marks of generation. Lists written for this project from the usage
// described in ICAO Doc 9303-3 section 6 and the IPA/Interpol naming guides; none is proof of anything, all may be omitted.

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** Never a name by themselves in any tradition that uses them. */
export const particles =
  words(`al el ul bin ibn bint binti ould wuld van von vom der den het ten ter de del della delle
 degli dello dei des dos das af av zu zum zur ال بن ابن بنت آل ولد`)

/** Particles in one tradition, names in another: particles only beside two longer words. */
export const doubtfulParticles = words(
  'la le los las da di do du e i y t d s a o ben bar st saint san santa und und',
)

/** The last word of compounds that are written apart or together. */
export const divine = words('allah ullah ollah oullah الله')

/** The article between two names, with the sound that the second begins with. */
export const linking = words('ur ud us uz un')

export const honorifics =
  words(`mr mrs ms miss mstr mister dr doctor prof professor sir lady lord dame rev reverend
 sheikh shaikh sheik shaykh haji hajj hajji hadji alhaji mullah mulla imam hon honourable eng engineer ing dipl mag gen general
 col colonel capt captain lt sgt maj major cmdr president king queen prince princess herr frau señor senor señora monsieur
 madame mme mlle signor dott شيخ الشيخ حاج الحاج دكتور السيد الدكتور г-н господин`)

export const generations = words('jr junior sr senior ii iii iv vi vii 2nd 3rd filho neto júnior esq phd md')

/** Slavic and Turkic patronymic endings of a romanised word. */
export const patronymic =
  /(ovich|evich|ovych|yovych|evych|ovna|evna|ivna|yivna|ievna|ich|inichna|ogly|oglu|qizi|kyzy|zade)$/

/** Prefixes that are written apart or together with the name they belong to. */
export const prefixes: readonly string[] = [
  'al',
  'el',
  'as',
  'ash',
  'an',
  'ad',
  'ar',
  'az',
  'at',
  'bin',
  'ben',
  'ibn',
  'abu',
  'bou',
  'van',
  'vander',
  'vanden',
  'von',
  'de',
  'del',
  'dela',
  'delos',
  'di',
  'da',
  'dos',
  'la',
  'le',
  'mac',
  'mc',
  'o',
  'ter',
  'ould',
  'nana',
]
