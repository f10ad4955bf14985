import { expect, test } from 'vitest'
import { compareNames } from '../match/compare.ts'
import { latinCost, soundLikeness, unitNumbers } from './sound-cost.ts'
import { soundUnits } from './sound-units.ts'
import { scriptOfWord } from './script.ts'

/** Names as people of that script spell their own: common knowledge, written for this test. */
const names: Record<string, string> = {
  Devanagari:
    'राय-Rai सिंह-Singh संजय-Sanjay शर्मा-Sharma मेहता-Mehta कृष्ण-Krishna लक्ष्मी-Laxmi विजय-Vijay नायर-Nair दीपक-Deepak ज़फ़र-Zafar ' +
    'चौधरी-Chaudhary गुप्ता-Gupta श्रेष्ठ-Shrestha बहादुर-Bahadur यादव-Yadav अग्रवाल-Agarwal',
  Bengali:
    'চৌধুরী-Chowdhury ফাতেমা-Fatema পারভীন-Parvin ইসলাম-Islam শিরিন-Shirin আয়েশা-Ayesha হোসেন-Hossain রহমান-Rahman আনোয়ার-Anwar ' +
    'মিজানুর-Mizanur শফিক-Shofiq সাগর-Sagor তপন-Topon যাকির-Zakir ওয়াহিদুল-Wahidul',
  Ethiopic:
    'ክፍለሚካኤል-Kiflemichael አብርሃም-Abraham ሐና-Hana አበበ-Abebe ምሕረት-Mihret ከበደ-Kebede ዮሐንስ-Yohannes ትዕግስት-Tigist ሳሙኤል-Samuel ' +
    'ገብረጊዮርጊስ-Gebregiorgis መሐመድ-Mohamed ክብሮም-Kibrom አሰፋ-Asefa ኃይሉ-Hailu መኮንን-Mekonnen',
  Thai:
    'สมชาย-Somchai ทักษิณ-Thaksin ศิริพร-Siriporn วิชัย-Vichai ณัฐพล-Nattapon สุวรรณ-Suwan ประยุทธ์-Prayut อภิสิทธิ์-Abhisit ' +
    'ชินวัตร-Shinawatra สมศักดิ์-Somsak พงษ์ศักดิ์-Pongsak วงศ์สวัสดิ์-Wongsawat ธนาธร-Thanathorn บุญมี-Boonmee',
}

test.each(Object.entries(names))(
  'a name in %s is its own Latin spelling, and by chance another in one of a hundred',
  (_, text) => {
    const pairs = text.split(' ').map(pair => pair.split('-') as [string, string])
    for (const [native, latin] of pairs)
      expect(compareNames(native, latin).score, native).toBeGreaterThan(0.7)
    let alike = 0
    for (const [i, [native]] of pairs.entries())
      for (const [j, [, latin]] of pairs.entries())
        if (i !== j && compareNames(native, latin).score >= 0.6) alike++
    expect(alike / (pairs.length * (pairs.length - 1))).toBeLessThan(0.01)
  },
)

test.each(Object.entries(names))('every sign of a name in %s has a sound', (_, text) => {
  for (const pair of text.split(' ')) {
    const native = pair.slice(0, pair.indexOf('-')).normalize('NFC')
    const script = scriptOfWord(native)
    expect(unitNumbers(native, script), native).toHaveLength(soundUnits(native, script).length)
  }
})

test('a vowel that is not written may be spoken or not; one that is written may not be another', () => {
  const likeness = (native: string, latin: string): number =>
    soundLikeness(unitNumbers(native, scriptOfWord(native)), latin) - latinCost(latin)
  expect(likeness('कमल', 'kamal')).toBeGreaterThan(likeness('कमल', 'kamil') + 2)
  expect(likeness('कमल', 'kamla')).toBeGreaterThan(likeness('कमल', 'kumbla') + 5)
  expect(likeness('কমল', 'komol')).toBeGreaterThan(likeness('কমল', 'kimil') + 5)
  expect(likeness('በቀለ', 'bekele')).toBeGreaterThan(likeness('በቀለ', 'bikila') + 2)
})
