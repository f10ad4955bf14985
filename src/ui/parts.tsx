import './parts.css'
import { type ReactNode, useId } from 'react'
import { useText } from './i18n.ts'
import { Shape } from './icons.tsx'
import { usePageTitle } from './page.ts'

/** The head of a page: the one h1, a sentence, the actions. Sets the window's title too. */
export const PageHead = ({
  title,
  children,
  actions,
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
}) => {
  usePageTitle(title)
  return (
    <div className="page-head">
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {children && <p>{children}</p>}
      </div>
      {actions && <div className="buttons">{actions}</div>}
    </div>
  )
}

/** A part of a page: a heading on a two-pixel rule, its count as a plain figure, a caption, something at the end. */
export const Part = (props: {
  title: ReactNode
  count?: number | undefined
  caption?: ReactNode
  end?: ReactNode
  id?: string
  after?: boolean
  children: ReactNode
}) => {
  const heading = useId()
  return (
    <section
      className="part"
      id={props.id}
      data-after={props.after ? '' : undefined}
      aria-labelledby={heading}
    >
      <div className="part-head">
        <h2 id={heading} tabIndex={-1}>
          {props.title}
          {props.count !== undefined && <span className="count"> {props.count}</span>}
        </h2>
        {props.caption && <p className="caption">{props.caption}</p>}
        {props.end && <span className="end">{props.end}</span>}
      </div>
      {props.children}
    </section>
  )
}

export type NoticeKind = 'stop' | 'check' | 'done'
/** Something the reader must know here: stop, check or done, with a heading that says it. */
export const Notice = (props: {
  kind: NoticeKind
  title: ReactNode
  children?: ReactNode
  level?: 2 | 3
  alert?: boolean
}) => {
  const Heading = props.level === 2 ? 'h2' : 'h3'
  return (
    <div className="notice" data-kind={props.kind} role={props.alert ? 'alert' : undefined}>
      <Heading>
        <Shape kind={props.kind} />
        {props.title}
      </Heading>
      {props.children}
    </div>
  )
}

/** Nothing here: what is missing, what would come here, the next step. */
export const Empty = ({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) => (
  <div className="empty">
    <strong>{title}</strong>
    {children}
    {action && <div className="buttons">{action}</div>}
  </div>
)

/** Grey lines where text will come. Said once to those who listen. */
export const Skeleton = ({ lines = 3 }: { lines?: number }) => {
  const t = useText()
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton" data-width={(['long', 'middle', 'short'] as const)[line % 3]} />
      ))}
    </div>
  )
}

/** What failed and how to go on. `id` is the number under which the server recorded it. */
export const Failed = ({
  id,
  offline,
  retry,
}: {
  id?: string | undefined
  offline?: boolean
  retry?: () => void
}) => {
  const t = useText()
  return (
    <Notice kind="stop" title={t('failed')} alert level={2}>
      <p>
        {offline ? t('failed.line') : t('failed.text')}{' '}
        {!offline && id && <strong className="number">{id}</strong>}
      </p>
      {retry && (
        <div className="buttons">
          <button type="button" className="button" onClick={retry}>
            {t('try')}
          </button>
        </div>
      )}
    </Notice>
  )
}

/** The page for an error: a correlation id means a fault, none means that nothing is there for this reader. */
export const ErrorPage = ({
  id,
  home = '/',
  retry,
}: {
  id?: string | undefined
  home?: string
  retry?: () => void
}) => {
  const t = useText()
  if (id !== undefined)
    return (
      <>
        <PageHead title={t('failed')} />
        <Failed id={id} {...(retry && { retry })} />
      </>
    )
  return (
    <>
      <PageHead title={t('not-found')}>{t('not-found.text')}</PageHead>
      <a className="button" href={home}>
        {t('not-found.home')}
      </a>
    </>
  )
}

/** Label and value in pairs; `wide` lays them in a line between two rules. */
export const Facts = ({ facts, wide }: { facts: [label: string, value: ReactNode][]; wide?: boolean }) => (
  <dl className={wide ? 'facts-wide' : 'facts'}>
    {facts.map(([label, value]) =>
      wide ? (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ) : (
        [<dt key={label}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>]
      ),
    )}
  </dl>
)

/** Long work with its figures in words. */
export const Progress = ({ label, done, of }: { label: ReactNode; done: number; of: number }) => {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={of} value={done} />
    </div>
  )
}
