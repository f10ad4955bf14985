import { useMemo } from 'react'
import { Empty, Part } from '#ui/parts.tsx'
import type { Passenger } from '../model.ts'
import { StandingSign } from './cells.tsx'
import { nameOf, useWords } from './words.ts'

const weight = { 'no-board': 0, selectee: 1, board: 2 } as const

/** Parties of two and more, those first in which somebody is to be seen. */
const partiesOf = (people: readonly Passenger[]): { pnr: string; people: Passenger[] }[] => {
  const found = new Map<string, Passenger[]>()
  for (const person of people)
    if (person.source === 'api' && person.pnr !== null && person.cancelledAt === null)
      found.set(person.pnr, [...(found.get(person.pnr) ?? []), person])
  const worst = (each: readonly Passenger[]) => Math.min(...each.map(({ standing }) => weight[standing]))
  return [...found]
    .map(([pnr, each]) => ({ pnr, people: each }))
    .filter(({ people: each }) => each.length > 1)
    .sort((a, b) => worst(a.people) - worst(b.people) || a.pnr.localeCompare(b.pnr))
}

/** Who travels together: one record locator. */
export const Parties = ({ people }: { people: readonly Passenger[] }) => {
  const { t } = useWords()
  const parties = useMemo(() => partiesOf(people), [people])
  const looked = parties.filter(({ people: each }) => each.some(({ standing }) => standing !== 'board'))
  const list = (some: typeof parties) => (
    <ul className="rows parties">
      {some.map(({ pnr, people: each }) => (
        <li key={pnr}>
          <div>
            <strong className="number">{pnr}</strong>
            <span className="row-meta">{t('party.of', { count: each.length })}</span>
          </div>
          <ul>
            {each.map(person => (
              <li key={person.id}>
                <span className="number seat-name">{person.seat ?? '–'}</span>
                <a className="link" href={`/passengers/people/${person.id}`}>
                  {nameOf(t, person)}
                </a>
                {person.standing !== 'board' && <StandingSign standing={person.standing} />}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
  const others = parties.filter(each => !looked.includes(each))
  return (
    <Part title={t('parties')} count={parties.length} caption={t('parties.caption')} id="parties">
      {parties.length === 0 && <Empty title={t('parties.none')}>{t('parties.none.text')}</Empty>}
      {looked.length > 0 && list(looked)}
      {others.length > 0 && (
        <details open={looked.length === 0}>
          <summary>{t('parties.others', { count: others.length })}</summary>
          {list(others)}
        </details>
      )}
    </Part>
  )
}
