import type { Person } from '#core/edifact/message.ts'
import { sampleLeg, samplePaxlst, samplePerson } from '#features/passengers/samples.ts'
import {
  passengerFor,
  person as invented,
  type Person as Invented,
  pick,
  seeded,
  stocks,
} from '../screening/people.ts'

/** Makes travellers, some of them people under alert, and the lists in which carriers announce them. */
export function travellers(wanted: readonly Invented[], share: number, seed: number) {
  const random = seeded(seed)
  const everybody = stocks(random, 200_000)
  const departs = new Date(Date.now() + 6 * 3_600_000)
  let made = 0
  let underAlert = 0
  const person = (n: number): Person => {
    const sought = wanted.length > 0 && random() < share
    if (sought) underAlert += 1
    const who = passengerFor(
      random,
      sought ? pick(random, wanted) : invented(random, everybody),
      String(n),
      true,
    )
    return {
      ...samplePerson(n),
      surname: who.family,
      given: who.given,
      ...(who.birth && { dob: who.birth }),
      nationality: who.nationality ?? 'TUR',
      gender: who.sex ?? 'M',
      documents: who.documents.map(each => ({ ...each, expires: '2031-01-01' })),
    }
  }
  return {
    person: () => person(++made),
    /** A PAXLST about so many people, on one of sixty flights. */
    list: (people: number, control: string): string =>
      samplePaxlst(
        Array.from({ length: people }, () => person(++made)),
        { control, leg: sampleLeg({ number: String(100 + (made % 60)), departs }) },
      ),
    get underAlert() {
      return underAlert
    },
  }
}
