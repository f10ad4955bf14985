import './tokens.css'
import './base.css'
import './shell.css'
import './parts.css'
import './form.css'
import { type MouseEvent, type ReactNode, Suspense, lazy, useEffect, useRef, useState } from 'react'
import { type Marking, markingLevel } from '#vocabulary/marking.ts'
import { formatZone, languageName } from './format.ts'
import { type Language, languages, setLanguage, useLanguage, useText } from './i18n.ts'
import { Icon } from './icons.tsx'
import { KeyCaps } from './key-caps.tsx'
import { activeKeys, layers, useKeys } from './keys.ts'
import { useNow, viewerZone } from './now.ts'
import { Brand, focusHeading, spoken, useHighestMarking } from './page.ts'
import type { Command, SearchProvider } from './palette.tsx'
import { MarkingBand, MarkingTag, Sign } from './status.tsx'
import { useStore } from './store.ts'
import { setTheme, theme, themes } from './theme.ts'
import { Toasts } from './toast.tsx'

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })))
const KeysHelp = lazy(() => import('./keys-help.tsx').then(({ KeysHelp }) => ({ default: KeysHelp })))

/** A place in the navigation. What a person may not reach is left out by the caller. */
export interface NavigationItem {
  id: string
  href: string
  label: string
  /** Items of one group stand beneath its name. */
  group?: string
  /** What waits there, as a plain figure. */
  count?: number
  /** There are more than were counted. */
  more?: boolean
}

export interface ShellProps {
  /** The present path, as in `location.pathname`; its navigation item is marked, and a change moves the focus. */
  path: string
  /** Goes to an address of the app. Links inside the shell are plain anchors and lead here. */
  navigate: (href: string) => void
  navigation: NavigationItem[]
  brand?: string
  home?: string
  demonstration?: boolean
  ceiling?: Marking | null
  who?: { name: string; unit: string; href: string } | null
  commands?: Command[]
  search?: SearchProvider
  connection?: 'connected' | 'waiting' | 'lost'
  /** Said in the status bar beside the connection, such as where the draft is. */
  state?: ReactNode
  children: ReactNode
}

/** Whether a click on an anchor is ours to follow: same origin, plain click, not a file, not the API. */
const ownLink = (event: MouseEvent): string | null => {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return null
  const anchor = (event.target as Element).closest?.('a[href]')
  if (
    !(anchor instanceof HTMLAnchorElement) ||
    anchor.target ||
    anchor.download ||
    anchor.dataset.native !== undefined
  )
    return null
  const url = new URL(anchor.href)
  if (url.origin !== location.origin || url.pathname.startsWith('/api/')) return null
  const samePage = url.pathname === location.pathname && url.search === location.search
  return samePage && url.hash ? null : url.pathname + url.search + url.hash
}

const Navigation = ({ items, path }: { items: NavigationItem[]; path: string }) => {
  const t = useText()
  const fits = (href: string) =>
    path === href || (href !== '/' && path.startsWith(`${href.replace(/\/$/, '')}/`))
  const current = items.filter(({ href }) => fits(href)).sort((a, b) => b.href.length - a.href.length)[0]?.id
  const link = (item: NavigationItem) => (
    <a href={item.href} aria-current={item.id === current ? 'page' : undefined}>
      {item.label}
      {item.count ? (
        <span className="nav-count">
          <span aria-hidden="true">
            {item.count}
            {item.more && '+'}
          </span>
          <span className="unseen"> {t(item.more ? 'waiting.more' : 'waiting', { count: item.count })}</span>
        </span>
      ) : null}
    </a>
  )
  const groups = [...new Set(items.map(({ group }) => group))]
  return (
    <nav className="nav" id="navigation" popover="auto" aria-label={t('menu.main')}>
      <button
        type="button"
        className="button nav-close"
        popoverTarget="navigation"
        popoverTargetAction="hide"
      >
        {t('menu.close')}
      </button>
      <ul>
        {groups.map(group =>
          group === undefined ? (
            items.filter(item => item.group === undefined).map(item => <li key={item.id}>{link(item)}</li>)
          ) : (
            <li key={group} className="nav-rule">
              <span className="nav-group">{group}</span>
              <ul>
                {items
                  .filter(item => item.group === group)
                  .map(item => (
                    <li key={item.id}>{link(item)}</li>
                  ))}
              </ul>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

const LanguageChoice = () => {
  const t = useText()
  const language = useLanguage()
  return (
    <div>
      <label className="unseen" htmlFor="language">
        {t('language')}
      </label>
      <span className="select">
        <select
          className="input"
          id="language"
          value={language}
          onChange={event => void setLanguage(event.target.value as Language)}
        >
          {languages.map(code => (
            <option key={code} value={code} lang={code}>
              {languageName(code, code)}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}

const ThemeChoice = () => {
  const t = useText()
  const chosen = useStore(theme)
  const next = themes[(themes.indexOf(chosen) + 1) % themes.length] ?? 'system'
  const words = t('theme.now', { name: t(`theme.${chosen}`), next: t(`theme.${next}`) })
  return (
    <button
      type="button"
      className="button"
      data-icon
      aria-label={words}
      title={words}
      onClick={() => setTheme(next)}
    >
      <Icon name={chosen === 'system' ? 'theme' : chosen} />
    </button>
  )
}

const StatusBar = (props: {
  connection: ShellProps['connection'] | undefined
  state: ReactNode
  onHelp: () => void
}) => {
  const { connection, state, onHelp } = props
  const t = useText()
  const language = useLanguage()
  const now = useNow()
  const zone = formatZone(viewerZone, now, language)
  const keys = [...activeKeys(useStore(layers))].filter(
    ([name, { hidden }]) => !hidden && name !== 'Ctrl+k' && name !== '?',
  )
  return (
    <footer className="status">
      <ul className="status-keys" aria-label={t('keys')}>
        {keys.slice(0, 7).map(([name, { label, also }]) => (
          <li key={name}>
            <KeyCaps name={name} /> {also && <KeyCaps name={also} />} {label}
          </li>
        ))}
        <li>
          <button type="button" onClick={onHelp}>
            <kbd>?</kbd> {t('keys.all')}
          </button>
        </li>
      </ul>
      <span className="status-end">
        <span role="status">
          {connection === 'lost' ? (
            <Sign kind="check">{t('line.lost')}</Sign>
          ) : (
            t(connection === 'waiting' ? 'line.waiting' : 'line.connected')
          )}
        </span>
        {state && <span>· {state}</span>}
        <span className="status-wide">· {zone ? t('zone', { zone }) : t('zone.utc')}</span>
      </span>
    </footer>
  )
}

/** The frame around every page. Without `who` (before sign-in) the navigation and the search stay away. */
export const Shell = (props: ShellProps) => {
  const { brand = 'ICONet', home = '/', who = null, path } = props
  const t = useText()
  const band = useHighestMarking()
  const { ceiling } = props
  // Who oversees, or keeps lists, reads by duty what nobody shares with them: the band would seem to be a mistake.
  const above = band && ceiling && markingLevel(band.marking) > markingLevel(ceiling)
  const said = useStore(spoken)
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const main = useRef<HTMLElement>(null)
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    const navigation = document.getElementById('navigation')
    if (navigation?.matches(':popover-open')) navigation.hidePopover()
    return main.current ? focusHeading(main.current) : undefined
  }, [path])
  useEffect(() => {
    // Fetched ahead, so that the first letters typed into the palette are not lost on a slow line.
    const timer = setTimeout(() => void import('./palette.tsx').catch(() => undefined), 1500)
    return () => clearTimeout(timer)
  }, [])
  const palette = { label: t('keys.search'), run: () => setOpen('palette') }
  useKeys(who ? { '/': palette, 'Ctrl+k': { ...palette, hidden: true } } : {})
  useKeys({ '?': { label: t('keys.help'), run: () => setOpen('keys'), hidden: true } })
  return (
    <Brand value={brand}>
      {/* Links are anchors; this only keeps the app from loading anew. Keyboard activation of a link is a click too. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="shell"
        data-alone={who ? undefined : ''}
        onClick={event => {
          const href = ownLink(event)
          if (href === null) return
          event.preventDefault()
          props.navigate(href)
        }}
      >
        <a className="skip unseen" href="#main">
          {t('skip')}
        </a>
        {props.demonstration && (
          <aside className="demo" aria-label={t('demonstration')}>
            {t('demonstration.text')}
          </aside>
        )}
        <header className="top">
          {who && (
            <button type="button" className="button top-menu" popoverTarget="navigation">
              <Icon name="menu" />
              {t('menu')}
            </button>
          )}
          <a className="top-name" href={home}>
            {brand}
          </a>
          {who && (
            <button
              type="button"
              className="command"
              aria-haspopup="dialog"
              onClick={() => setOpen('palette')}
            >
              <Icon name="search" />
              <span>{t('command')}</span>
              <kbd>Ctrl</kbd>
              <kbd>K</kbd>
            </button>
          )}
          <div className="top-end">
            <LanguageChoice />
            <ThemeChoice />
            {ceiling && (
              <div className="ceiling">
                <span>{t('ceiling')}</span>
                <MarkingTag marking={ceiling} />
              </div>
            )}
            {who && (
              <a className="me" href={who.href}>
                <strong>{who.name}</strong>
                <span>{who.unit}</span>
              </a>
            )}
          </div>
        </header>
        <div className="band" role="region" aria-label={t('band')}>
          <MarkingBand marking={band?.marking ?? 'PUBLIC'}>
            {band ? band.sentence || t(`marking.${band.marking}`) : t('band.none')}
            {above && ` ${t('band.above')}`}
          </MarkingBand>
        </div>
        {who && <Navigation items={props.navigation} path={path} />}
        <main className="main" id="main" tabIndex={-1} ref={main}>
          <div className="page">{props.children}</div>
        </main>
        <StatusBar connection={props.connection} state={props.state} onHelp={() => setOpen('keys')} />
        <div className="unseen" aria-live="polite">
          {!said.loud && <span key={said.turn}>{said.text}</span>}
        </div>
        <div className="unseen" aria-live="assertive">
          {said.loud && <span key={said.turn}>{said.text}</span>}
        </div>
        <Toasts />
        <Suspense fallback={null}>
          {open === 'palette' && (
            <Palette
              commands={props.commands ?? []}
              navigation={props.navigation}
              search={props.search}
              navigate={props.navigate}
              onClose={() => setOpen(null)}
            />
          )}
          {open === 'keys' && <KeysHelp onClose={() => setOpen(null)} />}
        </Suspense>
      </div>
    </Brand>
  )
}
