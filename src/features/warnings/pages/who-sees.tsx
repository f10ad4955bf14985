import { shownState } from '#vocabulary/state.ts'
import { Failed, Skeleton } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import type { Audience, UnitName } from '../model.ts'
import type { Member } from '../content.ts'
import { failedQuery } from './failed.ts'
import { useWords } from './words.ts'

type Asked = {
  data?: Audience | undefined
  isPending: boolean
  isError: boolean
  error: unknown
  refetch: () => unknown
}

const UnitList = ({ units }: { units: readonly UnitName[] }) => {
  const { t } = useWords()
  return (
    <ul>
      {units.map(unit => (
        <li key={unit.id}>
          <span className="code">{shownState(unit.state)}</span>
          <span>{unit.name ?? unit.authority ?? t('unit.unlisted')}</span>
        </li>
      ))}
    </ul>
  )
}

const whys = ['unit', 'authority', 'state', 'all', 'contact-point', 'originator'] as const
const few = 12

/** Who will see a warning, and why; who of those meant will not; who asked for such warnings and is not meant. */
export const WhoWillSee = ({
  audience,
  onAdd,
}: {
  audience: Asked
  onAdd?: ((members: Member[]) => void) | undefined
}) => {
  const { t } = useWords()
  if (audience.isError) return <Failed {...failedQuery(audience)} />
  const { data } = audience
  if (!data) return <Skeleton lines={4} />
  const receiving = data.units.filter(({ receives }) => receives)
  // Each unit stands once, under its first reason.
  const groups = whys
    .map(why => ({
      why,
      units: data.units.filter(({ why: reasons }) => whys.find(each => reasons.includes(each)) === why),
    }))
    .filter(({ units }) => units.length > 0)
  const lowered = data.excluded.filter(({ why }) => why === 'marking')
  const others = data.excluded.filter(({ why }) => why !== 'marking')
  const places = data.suggested
  return (
    <>
      <p className="muted who-count" role="status">
        {t('who.count', {
          count: receiving.length,
          states: new Set(receiving.map(({ unit }) => unit.state)).size,
        })}{' '}
        {t('who.officials', { count: data.officials })}
      </p>
      <ul className="reasons">
        {places.length > 0 && onAdd && (
          <li>
            <h3>{t('who.suggested')}</h3>
            {(['place', 'route', 'subscription'] as const).map(why => {
              const units = places.filter(each => each.why === why)
              return (
                units.length > 0 && (
                  <div key={why}>
                    <p>{t(`who.suggested.${why}`)}</p>
                    <ul>
                      {units.map(({ member, unit }) => (
                        <li key={member}>
                          <span className="code">{shownState(unit.state)}</span>
                          <span>{unit.name ?? unit.authority ?? t('unit.unlisted')}</span>
                          <button
                            type="button"
                            className="button end"
                            data-kind="quiet"
                            data-size="small"
                            aria-label={t('who.add.this', { unit: unit.name ?? shownState(unit.state) })}
                            onClick={() => onAdd([member])}
                          >
                            {t('who.add')}
                          </button>
                        </li>
                      ))}
                    </ul>
                  </div>
                )
              )
            })}
            {places.length > 1 && (
              <button
                type="button"
                className="button"
                data-size="small"
                onClick={() => onAdd(places.map(({ member }) => member))}
              >
                {t('who.add.all', { count: places.length })}
              </button>
            )}
          </li>
        )}
        {groups.map(({ why, units }) => (
          <li key={why}>
            <h3>
              {t(`who.why.${why}`)} <span className="count">{units.length}</span>
            </h3>
            {units.length > few ? (
              <details>
                <summary>{t('who.units', { count: units.length })}</summary>
                <UnitList units={units.map(({ unit }) => unit)} />
              </details>
            ) : (
              <UnitList units={units.map(({ unit }) => unit)} />
            )}
          </li>
        ))}
        {data.excluded.length > 0 && (
          <li>
            <h3>
              <Sign kind="check">{t('who.excluded')}</Sign>
            </h3>
            {lowered.length > 0 && <p>{t('who.excluded.marking', { count: lowered.length })}</p>}
            {others.length > 0 && <p>{t('who.excluded.other', { count: others.length })}</p>}
            <details>
              <summary>{t('who.units', { count: data.excluded.length })}</summary>
              <UnitList units={data.excluded.map(({ unit }) => unit)} />
            </details>
          </li>
        )}
      </ul>
    </>
  )
}
