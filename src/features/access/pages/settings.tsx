import './access.css'
import { useQuery } from '@tanstack/react-query'
import { countryName, formatDate } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Facts, PageHead, Part, Skeleton } from '#ui/parts.tsx'
import { MarkingTag } from '#ui/status.tsx'
import type { Me, OwnMandate, Session } from '../model.ts'
import { accessTexts } from '../texts/access.ts'
import { arriveAt, calls, useAct, useMe } from './calls.ts'
import { Notices } from './notices.tsx'
import { Passkeys } from './passkeys.tsx'
import { signOut } from './sign-out.ts'
import { useNames } from './names.ts'

/** What belongs to the reader alone: mandate, language and notices, passkeys, sessions. */
export const Settings = () => {
  const t = useText(accessTexts)
  const me = useMe()
  if (!me?.actor) return <Skeleton />
  return (
    <>
      <PageHead
        title={t('settings.title')}
        actions={
          <button type="button" className="button" onClick={() => void signOut()}>
            {t('settings.signOut')}
          </button>
        }
      >
        {me.actor.name}
      </PageHead>
      <div className="settings">
        <Own me={me} actor={me.actor} />
        <Notices />
        <Passkeys />
        <Sessions />
        <p>
          <a className="link" href="/settings/record">
            {t('settings.record')}
          </a>{' '}
          ·{' '}
          <a className="link" href="/terms">
            {t('settings.terms')}
          </a>
        </p>
      </div>
    </>
  )
}

const Own = ({ me, actor }: { me: Me; actor: NonNullable<Me['actor']> }) => {
  const t = useText(accessTexts)
  const language = useLanguage()
  const { competences, areas } = useNames()
  const held = me.mandates.find(each => each.id === actor.mandate)
  return (
    <Part title={t('settings.mandate')}>
      <Facts
        facts={[
          [t('settings.unit'), countryName(actor.state, language)],
          [t('settings.competences'), competences(actor.competences)],
          [t('settings.areas'), areas(actor.areas)],
          [t('settings.clearance'), <MarkingTag key="clearance" marking={actor.clearance} />],
          [t('settings.until'), held ? formatDate(new Date(held.validUntil), language, 'long') : '–'],
        ]}
      />
      {me.mandates.length > 1 && (
        <>
          <p className="muted">{t('settings.others', { count: me.mandates.length })}</p>
          <ul className="rows">
            {me.mandates.map(each => (
              <OneMandate key={each.id} mandate={each} current={each.id === actor.mandate} />
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

const OneMandate = ({ mandate, current }: { mandate: OwnMandate; current: boolean }) => {
  const t = useText(accessTexts)
  const act = useAct()
  const { competences, areas } = useNames()
  return (
    <li>
      <div>
        <span className="row-title">{competences(mandate.competences)}</span>
        <div className="row-meta">
          <MarkingTag marking={mandate.clearance} />
          <span>{areas(mandate.areas)}</span>
        </div>
      </div>
      {current ? (
        <span className="muted">{t('settings.current')}</span>
      ) : (
        <button
          type="button"
          className="button"
          data-size="small"
          onClick={() => {
            void act(() => calls.access.switchMandate.call({ mandate: mandate.id })).then(
              done => done && arriveAt('/settings'),
            )
          }}
        >
          {t('settings.switch')}
        </button>
      )}
    </li>
  )
}

const Sessions = () => {
  const t = useText(accessTexts)
  const sessions = useQuery(calls.access.sessions.queryOptions())
  return (
    <Part title={t('sessions.title')} count={sessions.data?.length}>
      {sessions.data ? (
        <ul className="rows">
          {sessions.data.map(session => (
            <OneSession key={session.id} session={session} />
          ))}
        </ul>
      ) : (
        <Skeleton />
      )}
    </Part>
  )
}

const OneSession = ({ session }: { session: Session }) => {
  const t = useText(accessTexts)
  const act = useAct()
  const { when } = useNames()
  return (
    <li>
      <div>
        <span className="row-title">{session.device ?? t('sessions.unknown')}</span>
        <div className="row-meta">
          {session.current && <strong>{t('sessions.this')}</strong>}
          <span>{t('sessions.started', { when: when(session.startedAt) })}</span>
          <span>{t('sessions.seen', { when: when(session.seenAt) })}</span>
        </div>
      </div>
      {!session.current && (
        <button
          type="button"
          className="button"
          data-size="small"
          onClick={() =>
            void act(() => calls.access.endSession.call({ id: session.id }), t('sessions.ended'))
          }
        >
          {t('sessions.end')}
        </button>
      )}
    </li>
  )
}
