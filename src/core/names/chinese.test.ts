import { expect, test } from 'vitest'
import { hongKongSpellings } from './cantonese.ts'
import { otherChinese } from './chinese.ts'
import { variantsOf } from './variants.ts'
import { wadeGiles } from './wade-giles.ts'

test('a syllable of Hanyu Pinyin is spelt as the tables of Wade and Giles have it, without their marks', () => {
  for (const pair of (
    'zhang-chang qing-ching xu-hsu xiao-hsiao zhi-chih shi-shih ri-jih zi-tzu ci-tzu si-szu jue-chueh rong-jung guo-kuo ' +
    'duo-to shuo-shuo luo-lo he-ho ge-ko che-che yan-yen tian-tien jie-chieh gui-kuei hui-hui lv-lu er-erh you-yu yong-yung ' +
    'xiong-hsiung yue-yueh yuan-yuan wei-wei dong-tung bo-po feng-feng yi-i'
  ).split(' ')) {
    const [pinyin = '', wade] = pair.split('-')
    expect(`${pinyin}-${wadeGiles(pinyin)}`).toBe(`${pinyin}-${wade}`)
  }
})

test('a Cantonese syllable is spelt as names in Hong Kong are', () => {
  for (const pair of (
    'can-chan zoeng-cheung zang-tsang gwok-kwok lau-lau wong-wong coi-choi ngai-ngai jyun-yuen syut-suet sam-shum jip-yip ' +
    'ze-tse ceoi-tsui joeng-yeung heoi-hui zi-tsz si-sze hok-hok pun-poon gwong-kwong syu-shu ng-ng jyu-yue sing-shing'
  ).split(' ')) {
    const [jyutping = '', name] = pair.split('-')
    expect(hongKongSpellings(jyutping), jyutping).toContain(name)
  }
})

test('a Chinese name of one or two syllables stands for itself in the other romanisations, both ways', () => {
  const stands = (a: string, b: string): boolean => variantsOf(a).some(variant => variant.form === b)
  for (const pair of (
    'chunlung-junlong hsiangchen-xiangzhen chihyung-zhiyong chieh-jie kwanyuet-junyue man-wen keung-qiang wahming-huaming ' +
    'hsiaoming-xiaoming kuanghui-guanghui sze-si auyeung-ouyang szeto-situ'
  ).split(' ')) {
    const [a = '', b = ''] = pair.split('-')
    expect(`${pair} ${stands(a, b)}`).toBe(`${pair} true`)
    expect(`${pair} ${stands(b, a)}`).toBe(`${pair} true`)
  }
})

test('two surnames that Cantonese spells alike do not stand for one another', () => {
  expect(variantsOf('wang').map(variant => variant.form)).toContain('wong')
  expect(variantsOf('huang').map(variant => variant.form)).toContain('wong')
  expect(variantsOf('wang').map(variant => variant.form)).not.toContain('huang')
})

test('names of other peoples have no other Chinese spelling', () => {
  for (const name of 'mohammed schmidt alexander fernandez olena kumar nguyen petrova a'.split(' '))
    expect(`${name} ${otherChinese(name).join()}`).toBe(`${name} `)
})
