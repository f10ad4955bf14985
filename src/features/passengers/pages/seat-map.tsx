import { useMemo, useState } from 'react'
import { Shape } from '#ui/icons.tsx'
import { Empty, Part } from '#ui/parts.tsx'
import type { Passenger } from '../model.ts'
import { StandingSign, standingSigns } from './cells.tsx'
import { seatMap } from './seats.ts'
import { nameOf, useWords } from './words.ts'

/** Who sits where, as far as seats were announced. Pointing at somebody shows who travels with them. */
export const Cabin = ({ people }: { people: readonly Passenger[] }) => {
  const { t, code } = useWords()
  const [party, setParty] = useState<string | null>(null)
  const seated = useMemo(
    () => seatMap(people.filter(({ source, cancelledAt }) => source === 'api' && cancelledAt === null)),
    [people],
  )
  const count = [...seated.at.values()].reduce((sum, each) => sum + each.length, 0)
  const spoken = (seat: string, each: Passenger) =>
    [
      seat,
      nameOf(t, each),
      code('standing', each.standing),
      ...(each.party > 1 ? [t('party.of', { count: each.party })] : []),
    ].join(', ')
  return (
    <Part title={t('cabin')} count={count} caption={t('cabin.caption')} id="cabin">
      {count === 0 ? (
        <Empty title={t('cabin.none')}>{t('cabin.none.text')}</Empty>
      ) : (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard too */}
          <section className="scroll cabin" tabIndex={0} aria-label={t('cabin')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="unseen">{t('cabin.letter')}</span>
                  </th>
                  {seated.rows.map(row => (
                    <th key={row} scope="col">
                      <span className="unseen">{t('cabin.row')} </span>
                      {row}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {seated.letters.toReversed().map((letter, index) =>
                  letter === null ? (
                    // oxlint-disable-next-line react/no-array-index-key -- an aisle has no name but its place
                    <tr key={`aisle ${index}`} className="aisle" aria-hidden="true">
                      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- nothing stands in an aisle */}
                      <td colSpan={seated.rows.length + 1} />
                    </tr>
                  ) : (
                    <tr key={letter}>
                      <th scope="row">{letter}</th>
                      {seated.rows.map(row => {
                        const seat = `${row}${letter}`
                        return (
                          <td key={row}>
                            {seated.at.get(seat)?.map(each => (
                              <a
                                key={each.id}
                                href={`/passengers/people/${each.id}`}
                                title={spoken(seat, each)}
                                aria-label={spoken(seat, each)}
                                data-kind={standingSigns[each.standing]}
                                data-party={party !== null && each.pnr === party ? '' : undefined}
                                onPointerEnter={() => setParty(each.party > 1 ? each.pnr : null)}
                                onPointerLeave={() => setParty(null)}
                                onFocus={() => setParty(each.party > 1 ? each.pnr : null)}
                                onBlur={() => setParty(null)}
                              >
                                {each.standing === 'board' ? (
                                  letter
                                ) : (
                                  <Shape kind={standingSigns[each.standing]} />
                                )}
                              </a>
                            ))}
                          </td>
                        )
                      })}
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </section>
          <p className="source">
            {t('cabin.source')}
            {seated.without.length > 0 && ` ${t('cabin.without', { count: seated.without.length })}`}
          </p>
          <details>
            <summary>{t('cabin.list')}</summary>
            <ul className="rows">
              {seated.rows.flatMap(row =>
                seated.letters.flatMap(letter =>
                  (seated.at.get(`${row}${letter}`) ?? []).map(each => (
                    <li key={each.id}>
                      <div>
                        <span className="number seat-name">
                          {row}
                          {letter}
                        </span>{' '}
                        <a className="link" href={`/passengers/people/${each.id}`}>
                          {nameOf(t, each)}
                        </a>
                        {each.party > 1 && (
                          <span className="row-meta">
                            <span>{t('party.of', { count: each.party })}</span>
                            <span className="number">{each.pnr}</span>
                          </span>
                        )}
                      </div>
                      <StandingSign standing={each.standing} />
                    </li>
                  )),
                ),
              )}
            </ul>
          </details>
        </>
      )}
    </Part>
  )
}
