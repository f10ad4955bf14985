// Latin spellings of the sound units of scripts of which no pairs of names were learned, and of others those that the pairs
// do not show, with costs in tenths of a nat, as in sound-data.ts. Written for this project from the usage of passports:
// India and Nepal, Bangladesh and West Bengal, Ethiopia and Eritrea, Thailand. For the units see sound-units.ts.
import { Script } from './script.ts'
import { isIndicConsonant } from './sound-units.ts'

/** `unit:spelling cost,spelling cost …`; no cost is 1 unless said, a spelling of nothing is `-`. */
const devanagari = `क:k,c 25,ck 25,q 20,x 12 ख:kh,k 15 ग:g,gh 25 घ:gh,g 12 ङ:n,ng 8 च:ch,c 15 छ:chh 4,ch 4 ज:j,z 15,g 20 झ:jh 3,j 8 ञ:n,ny 8,y 15
 ट:t,tt 20 ठ:th 3,t 6 ड:d,r 20 ढ:dh 3,d 6 ण:n त:t,th 12 थ:th,t 12 द:d,dh 20 ध:dh 3,d 6 न:n प:p फ:ph 4,f 4,p 20 ब:b,v 25 भ:bh,b 12
 म:m य:y,i 20,- 30,j 25 र:r ल:l ळ:l व:v 3,w 4,b 15,o 25,u 25 श:sh,s 8 ष:sh,s 8,- 20 स:s,sh 25 ह:h,- 20 क़:q,k 5 ख़:kh,k 15 ग़:gh 4,g 5
 ज़:z,j 8 झ़:zh,z 8 फ़:f,ph 12 ड़:r 4,d 6,rh 20 ढ़:rh 4,dh 5,r 8 अ:a,u 20,e 25 आ:a,aa 12,ah 25 इ:i,e 15,ee 25,y 25 ई:i 2,ee 8,e 20,y 20
 उ:u,oo 15,o 20 ऊ:u 2,oo 6,o 20 ऋ:ri 2,ru 15,r 20,re 20 ए:e,a 20,ay 25,ye 20,ai 20 ऐ:ai 2,e 12,ay 15,ei 20,aye 20 ओ:o,u 25,oh 25 औ:au 3,ou 8,ow 8,o 12
 ऑ:o,a 20 ा:a,aa 15,ah 25 ि:i,e 15,ee 25,y 25,- 40 ी:i 2,ee 6,y 15,e 18,ie 30,ey 30 ु:u,oo 12,o 20,ou 25,- 40 ू:u 2,oo 5,o 20,ou 25
 ृ:ri 2,ru 15,r 20,re 20 े:e,a 20,ai 20,ay 25,ey 30 ै:ai 2,e 12,ay 12,ei 20,i 25 ो:o,u 20,oh 25,oo 30 ौ:au 3,ow 8,ou 8,o 12,av 25
 ॉ:o,a 20,au 20 ं:n,m 5,ng 15,- 20 ँ:n 8,- 5,m 20 ः:h 8,- 3`
const bengali = `ক:k,c 20,ck 25,q 20 খ:kh,k 15 গ:g ঘ:gh,g 12 ঙ:ng 4,n 8 চ:ch,c 15 ছ:ch 6,s 6,chh 8,ss 15 জ:j 4,z 3,g 25 ঝ:jh 4,j 8,z 15 ঞ:n,ny 10
 ট:t,tt 20 ঠ:th 3,t 6 ড:d ঢ:dh 3,d 6 ণ:n ত:t,th 15 থ:th,t 12 দ:d,dh 25 ধ:dh 3,d 6 ন:n প:p ফ:f 3,ph 4,p 25 ব:b,v 20,w 20,- 30,u 25
 ভ:bh 4,v 4,b 15 ম:m য:z 4,j 5,y 8,- 10,a 20,ia 20 র:r ল:l শ:sh 2,s 6 ষ:sh 2,s 6 স:s,sh 12 হ:h,- 20 য়:y 5,- 5,i 15,w 15,e 20 ড়:r,d 15 ঢ়:rh,r 5,dh 12
 ৎ:t ৱ:w,v অ:a 4,o 6,u 20 আ:a,aa 15 ই:i,e 15,y 20,ee 20 ঈ:i 2,ee 8,e 15,y 20 উ:u,oo 15,o 15,w 20 ঊ:u 2,oo 6 ঋ:ri 2,r 20 এ:e,a 15,ae 20,ye 20 ঐ:oi 5,ai 5,e 20
 ও:o,w 5,u 15,wa 15 ঔ:ou 5,au 5,o 15 া:a,aa 15,ah 25,e 30 ি:i,e 12,ee 20,y 25,- 40 ী:i 2,ee 6,y 15,e 15,ey 30 ু:u,oo 12,o 12,ou 25,- 40 ূ:u 2,oo 5,o 15
 ৃ:ri 2,r 20,re 20 ে:e,a 15,ay 25,ey 25,ai 20,ae 20 ৈ:oi 5,ai 5,oy 12,o 20,e 20 ো:o,u 15,oo 20,a 20 ৌ:ou 5,au 5,ow 6,o 15 ং:ng 4,n 4,m 20 ঁ:n 8,- 3 ঃ:h 8,- 3`
/** The consonants of Ethiopic, each by a sign of its own, see ethiopicRows. */
const ethiopicConsonants = `h:h,- 20 l:l H:h,- 20 m:m S:s r:r s:s $:sh,s 12,ch 15 q:k 3,q 4,g 25,c 20 Q:q 4,k 4 b:b,v 20 v:v t:t,th 15 c:ch,c 15,tch 25 X:h,kh 15
 n:n N:n 4,gn 6,ny 6,ng 20 ':-,h 25 k:k,c 15,ch 20,kh 20,ck 25 K:h 4,kh 4,k 10 w:w,v 15,u 15,o 20 *:-,h 30 z:z Z:zh 2,z 8,j 8 y:y,i 8,- 10,j 15 d:d g:g
 j:j,g 12,dj 15 T:t,th 15 C:ch,c 15 P:p x:ts 3,s 6,tz 12,z 15 f:f,ph 15 p:p`
/** Each order of the vowel, and of the first and the fourth after h and the two that stand for no consonant. */
const ethiopicVowels = `V0:e 2,a 6,- 25,ae 15 V1:u,o 15,oo 15,ou 15 V2:i,ee 15,y 15,e 15,ie 20 V3:a,ah 25,aa 20,e 30,aw 30
 V4:e 2,ie 10,a 20,ey 25,ye 15,i 20 V5:- 2,i 6,e 8,y 15,u 25,a 25 V6:o,oh 25,ou 20,u 20 V7:wa 2,ua 5,a 15,oa 15 open:a,e 12,ha 30,aa 20`

/** A Thai consonant as it sounds before and behind a vowel; `รร` is a vowel. */
const thaiConsonants = `ก:k,g 6 ข:kh 2,k 4 ฃ:kh 2,k 4 ค:kh 2,k 3,c 15 ฅ:kh 2,k 4 ฆ:kh 2,k 4 ง:ng จ:j 3,ch 3,t 10,c 12 ฉ:ch,t 15 ช:ch,t 12,c 15 ฌ:ch,t 15
 ซ:s,z 15 ญ:y 3,n 4 ฎ:d,t 5 ฏ:t 2,d 12 ฐ:th 3,t 3 ฑ:th 3,t 3,d 8 ฒ:th 3,t 3 ณ:n ด:d,t 4 ต:t 2,d 12 ถ:th 3,t 3 ท:th 3,t 3,d 10,- 15 ธ:th 3,t 3,dh 12
 น:n บ:b,p 4 ป:p 2,b 10 ผ:ph 3,p 3 พ:ph 3,p 3,b 15 ภ:ph 3,p 3,bh 8,b 12 ฝ:f,ph 15 ฟ:f,ph 15,p 15 ม:m ย:y,i 3 ร:r,n 8,- 15 ล:l,n 8 ฬ:l,n 8 ว:w,v 3,u 10,o 15
 ศ:s,t 6,sh 15 ษ:s,t 6,sh 15,- 20 ส:s,t 6,sh 20 ห:h,- 6 อ:- 1,o 4,or 8,a 20 ฮ:h`
const thaiVowels = `R:an 3,a 3,am 12 ะ:a,- 10 ั:a,u 8 า:a,ar 12,ah 20,aa 20 ำ:am,um 8 ิ:i,e 12,- 15,it 30 ี:i 2,ee 3,y 15 ึ:ue 3,u 4,eu 4 ื:ue 4,eu 4,u 5,- 20
 ุ:u,oo 12,- 15 ู:u 2,oo 3 เ:e 2,er 10,oe 10,- 10,a 15,ea 15 แ:ae 2,a 5,ea 12 โ:o,oh 20 ใ:ai,i 12,ay 15 ไ:ai,i 12,ay 15 ฤ:ri 4,rue 4,ru 6`

/** Spellings that Koreans choose for their own names and that foreign names do not show. */
const hangul = `V4:eo,u,o,ou,e V6:yeo,yu,you,yo,yeu,yon V13:u,oo,woo,wu,ou V18:eu,u,e,oo V20:i,ee,yi,ie,y V1:ae,ai,e V5:e,ae V8:o,oh
 V0:a,ah V2:ya V12:yo V17:yu,yoo,you V9:wa V14:weo,wo,won,wu V11:oe,we,oi V19:eui,ui,ee L0:g,k L3:d,t L7:b,p L5:r,l L11:-,y,w
 L12:j,ch,z L14:ch,c L9:s,sh L18:h T1:k,g,c T4:n T8:l,r T16:m T17:p,b T21:ng`
/** Readings of Arabic letters in Persian, Dari and Urdu, and spellings of French tongue, which the learned names show too little. */
const arabic = `ض:z,d,dh,zz ظ:z,dh ذ:z,dh ث:s,th و:v,u,ou,oo,o,w ق:gh,q,k ة:a,e,eh,ah,h ه:h,a,e,eh,ah ي:i,y,ee,ei,ey,ie,iy,ai,ye,a,ay
 ع:a,e,aa,i,o,u گ:g,gu,go,ga,gh پ:p,pa,po,pe چ:ch,c,cha ژ:zh,j ج:dj 12,j 12 ش:ch 12`

type Spelling = { unit: string; spelling: string; cost: number }

function eachSpelling(text: string, otherwise = 1): Spelling[] {
  const out: Spelling[] = []
  // a unit begins after a blank that no number follows
  for (const entry of text.trim().split(/\s+(?!\d)/)) {
    const [unit = '', spellings = ''] = entry.split(':')
    for (const one of spellings.split(',')) {
      const [spelling = '', cost] = one.split(' ')
      out.push({
        unit: unit.normalize('NFC'),
        spelling: spelling === '-' ? '' : spelling,
        cost: Number(cost ?? otherwise),
      })
    }
  }
  return out
}

/** The vowels that a consonant without a sign is spelt with, and what silence costs within a word and at its end. */
type Inherent = { vowels: readonly [string, number][]; silent: number; silentEnd: number }

function indic(text: string, { vowels, silent, silentEnd }: Inherent): Spelling[] {
  const out: Spelling[] = []
  for (const { unit, spelling, cost } of eachSpelling(text)) {
    out.push({ unit, spelling, cost })
    if (!isIndicConsonant(unit.charCodeAt(0))) continue
    if (spelling.length === 1) out.push({ unit, spelling: spelling + spelling, cost: cost + 12 })
    for (const [end, quiet, more] of [
      ['*', silent, 0],
      ['.', silentEnd, 12],
    ] as const) {
      out.push({ unit: unit + end, spelling, cost: cost + quiet })
      if (spelling === '') continue
      for (const [vowel, voiced] of vowels) {
        out.push({ unit: unit + end, spelling: spelling + vowel, cost: cost + voiced + more })
        if (spelling.length === 1)
          out.push({
            unit: unit + end,
            spelling: spelling + spelling + vowel,
            cost: cost + voiced + more + 12,
          })
      }
      if (spelling.length === 1)
        out.push({ unit: unit + end, spelling: spelling + spelling, cost: cost + quiet + 12 })
    }
  }
  return out
}

const inherentHindi: Inherent = {
  vowels: [
    ['a', 2],
    ['u', 25],
    ['e', 30],
  ],
  silent: 8,
  silentEnd: 1,
}
const inherentBengali: Inherent = {
  vowels: [
    ['a', 5],
    ['o', 7],
    ['u', 25],
    ['e', 25],
  ],
  silent: 8,
  silentEnd: 1,
}

function thai(): Spelling[] {
  const out = eachSpelling(thaiVowels)
  for (const { unit, spelling, cost } of eachSpelling(thaiConsonants)) {
    out.push({ unit, spelling, cost })
    // a short a or o between consonants stands for nothing written
    if (spelling !== '')
      for (const vowel of 'ao') out.push({ unit, spelling: spelling + vowel, cost: cost + 6 })
  }
  return out
}

/** All spellings of the scripts above. */
export const ruled: readonly (readonly [Script, readonly Spelling[]])[] = [
  [Script.Devanagari, indic(devanagari, inherentHindi)],
  [Script.Bengali, indic(bengali, inherentBengali)],
  [Script.Arabic, eachSpelling(arabic, 22)],
  [Script.Hangul, eachSpelling(hangul, 22)],
  [Script.Thai, thai()],
  [Script.Ethiopic, [...eachSpelling(ethiopicConsonants), ...eachSpelling(ethiopicVowels)]],
]
