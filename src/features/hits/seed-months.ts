import type { ContractRouterClient } from '@orpc/contract'
import type { alerts } from '#features/alerts/api.ts'
import type { hits } from './api.ts'
import type { Verdict } from './kinds.ts'

type Client = ContractRouterClient<{ alerts: typeof alerts; hits: typeof hits }>

/** What the seed calls: an officer for a border check, and the automatic duties, as if it were that moment. */
export interface MonthsAs {
  officer(name: string, at: Date): Promise<Client>
  duty(at: Date): Promise<Client>
}

const officers = ['Kristaps Vītolnieks-Hale', 'Dace Liepiņa-Korr'] as const
const minute = 60_000
const fortnight = 14 * 24 * 60 * minute

/**
 * Whom officers met at a counter and asked about, all invented: surname, given names, birth, nationality, sex, minutes until somebody
 * said whether it is the same person, and what they said.
 */
type Asked = readonly [string, string, string, string, 'M' | 'F', number, Verdict]

/** Few of each kind, so that some numbers are rounded to nothing. */
const monthBefore: readonly Asked[] = [
  ['El Gammaly', 'Nadia', '1996-09-14', 'EGY', 'F', 25, 'same'],
  ['Tursunkul', 'Dilnoza', '1994-02-11', 'UZB', 'F', 40, 'same'],
  ['Zadrani', 'Gul Agha', '1990-01-01', 'AFG', 'M', 200, 'not-the-same'],
  ['Hollowmere Sample', 'Gareth', '1974-07-15', 'GBR', 'M', 35, 'same'],
  ['Warsamir Tusaale', 'Abdirahman', '1998-11-30', 'SOM', 'M', 55, 'not-the-same'],
  ['Mammadbey Numuna', 'Elvin', '1993-10-02', 'AZE', 'M', 30, 'not-the-same'],
  ['Sargsalyan Ornak', 'Tigran', '1983-12-06', 'ARM', 'M', 500, 'not-the-same'],
  ['Öztepe Örnek', 'Murat', '1991-05-10', 'TUR', 'M', 45, 'not-the-same'],
  ['Tehranpur', 'Shirin', '1989-12-30', 'IRN', 'F', 20, 'same'],
  ['Mammadbey', 'Elvin', '1993-01-20', 'AZE', 'M', 15, 'same'],
  ['Popalzeh', 'Najibullah', '1978-03-03', 'AFG', 'M', 1500, 'not-the-same'],
]
const lastMonth: readonly Asked[] = [
  ['Zadrani', 'Gulagha', '1984', 'AFG', 'M', 30, 'not-the-same'],
  ['Hollowmere', 'Gareth', '1971-07-15', 'GBR', 'M', 20, 'same'],
  ['Warsamir', 'Abdirahman', '1998-02-14', 'SOM', 'M', 50, 'same'],
  ['El Gammaly Deigma', 'Nadine', '1996-09-14', 'EGY', 'F', 240, 'not-the-same'],
  ['Tursunkul Namuna', 'Dilnoza', '1994-11-02', 'UZB', 'F', 45, 'not-the-same'],
  ['Sargsalyan', 'Tigran', '1983-06-21', 'ARM', 'M', 35, 'same'],
  ['Öztepe', 'Murat Can', '1994-10-05', 'TUR', 'M', 55, 'not-the-same'],
  ['Tehranpur Misal', 'Shirin', '1986-12-03', 'IRN', 'F', 310, 'not-the-same'],
  ['Mammadbey Numuna', 'Elvin', '1993', 'AZE', 'M', 410, 'not-the-same'],
  ['Zadrani Namuna', 'Agha Gul', '1999-05-20', 'AFG', 'M', 150, 'not-the-same'],
  ['Warsamir Tusaale', 'Abdurahman', '1997', 'SOM', 'M', 1200, 'cannot-tell'],
  ['El Gammaly Deigma', 'Nadia', '1991-04-02', 'EGY', 'F', 40, 'not-the-same'],
  ['Hollowmere', 'Gary', '1971', 'GBR', 'M', 30, 'not-the-same'],
  ['Öztepe Örnek', 'Murat Can', '1991-10-05', 'TUR', 'M', 20, 'same'],
  ['Sargsalyan Ornak', 'Tigran', '1985-06-21', 'ARM', 'M', 50, 'not-the-same'],
  ['Tursunkul', 'Dilnoz', '1996', 'UZB', 'F', 600, 'same'],
  ['Gammaly', 'Nadia Samir', '1996-09-14', 'EGY', 'F', 900, 'cannot-tell'],
  ['Tehranpur Misal', 'Shirin Zahra', '1989', 'IRN', 'F', 45, 'not-the-same'],
]

const reasons: Readonly<Record<Verdict, string>> = {
  same: 'The passport and the photograph agree with the alert.',
  'not-the-same': 'Another place of birth and another face; seen at the counter.',
  'cannot-tell': 'No photograph to compare with; the bureau has been asked.',
}

/**
 * Two months of hits that are over, looked at and counted: each found by asking, reviewed by an officer, and told in numbers by the
 * nightly duty a fortnight after its month, as in earnest. The newest month that can be counted today is the later of the two.
 */
export async function seedMonthsInto(as: MonthsAs, now: Date): Promise<void> {
  const counted = new Date(now.getTime() - fortnight)
  const month = (back: number) => Date.UTC(counted.getUTCFullYear(), counted.getUTCMonth() - back)
  for (const [back, people] of [
    [2, monthBefore],
    [1, lastMonth],
  ] as const) {
    for (const [nth, asked] of people.entries()) {
      const at = new Date(month(back) + (nth * 1440 + 430 + ((nth * 97) % 600)) * minute)
      await meet(as, asked, at, officers[nth % 2] ?? officers[0])
    }
    const due = month(back - 1) + fortnight + 10 * minute
    await (await as.duty(new Date(Math.min(due, now.getTime())))).hits.tend()
  }
}

async function meet(
  as: MonthsAs,
  [family, given, birth, nationality, sex, minutes, verdict]: Asked,
  at: Date,
  officer: string,
): Promise<void> {
  const desk = await as.officer(officer, at)
  const question = { person: { family, given, birth, nationality, sex } }
  const [found] = await desk.alerts.query(question)
  if (!found) throw new Error(`The seed finds no alert like ${family}, ${given}.`)
  const { id, version } = await desk.hits.report({ alert: found.alert.id, question })
  await (await as.officer(officer, new Date(at.getTime() + minutes * minute))).hits.review({
    id,
    version,
    verdict,
    reason: reasons[verdict],
    rememberMonths: null,
  })
}
