import './passengers.css'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useId } from 'react'
import { failedQuery } from '#features/access/pages/calls.ts'
import { UnderPurpose } from '#features/access/pages/purpose.tsx'
import { usePageMarking } from '#ui/page.ts'
import { Empty, PageHead, Part } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type Message, messageStates } from '../model.ts'
import { Alarms } from './alarms.tsx'
import { calls } from './calls.ts'
import { messageColumns } from './message-cells.tsx'
import { MessageDialog } from './message-dialog.tsx'
import { deskPurposes } from './purposes.ts'
import { useWords } from './words.ts'

/** What carriers sent, newest first, and what was put aside. */
export const Messages = () => {
  const { t } = useWords()
  return (
    <UnderPurpose title={t('messages')} purposes={deskPurposes}>
      <Received />
    </UnderPurpose>
  )
}

interface Shown {
  state: Message['state'] | ''
  carrier: string
  message: string
}

const readShown = (search: string): Shown => {
  const said = (name: string) => (new URLSearchParams(search).get(name) ?? '').replace(/^"(.*)"$/, '$1')
  return {
    state: messageStates.find(each => each === said('state')) ?? '',
    carrier: /^[A-Z0-9]{2,3}$/.exec(said('carrier'))?.[0] ?? '',
    message: /^[0-9a-f-]{36}$/.exec(said('message'))?.[0] ?? '',
  }
}

const addressOf = (shown: Shown): string => {
  const said = new URLSearchParams(Object.entries(shown).filter(([, value]) => value !== ''))
  return said.size ? `/passengers/messages?${said}` : '/passengers/messages'
}

const Received = () => {
  const words = useWords()
  const { t, code } = words
  const id = useId()
  const router = useRouter()
  const { searchStr } = useLocation()
  const shown = readShown(searchStr)
  const list = useInfiniteQuery({
    ...calls.passengers.messages.infiniteOptions({
      input: (before: string | null) => ({
        ...(shown.state && { state: shown.state }),
        ...(shown.carrier && { carrier: shown.carrier }),
        ...(before !== null && { before }),
      }),
      initialPageParam: null as string | null,
      getNextPageParam: last => last.next,
    }),
    placeholderData: keepPreviousData,
  })
  usePageMarking('LIMITED', t('band'))
  const rows = list.data?.pages.flatMap(({ items }) => items)
  const go = (next: Partial<Shown>) =>
    void router.navigate({
      href: addressOf({ ...shown, ...next }),
      replace: true,
      resetScroll: false,
    } as never)
  const open = (message: string) => go({ message })
  const narrow = shown.state !== '' || shown.carrier !== ''
  return (
    <>
      <PageHead
        title={t('messages')}
        actions={
          <a className="button" href="/passengers/by-hand">
            {t('by-hand')}
          </a>
        }
      >
        {t('messages.text')}
      </PageHead>
      {shown.state === '' && <Alarms />}
      <Part title={t('messages.received')} caption={t('messages.sealed')}>
        <search className="filters board-filters" aria-label={t('filter')}>
          <div>
            <label htmlFor={`${id}-state`}>{t('filter.state')}</label>
            <span className="select">
              <select
                className="input"
                id={`${id}-state`}
                value={shown.state}
                onChange={event => go({ state: event.target.value as Shown['state'] })}
              >
                <option value="">{t('filter.any')}</option>
                {messageStates.map(value => (
                  <option key={value} value={value}>
                    {code('message', value)}
                  </option>
                ))}
              </select>
            </span>
          </div>
          {narrow && (
            <a className="link" href="/passengers/messages">
              {t('board.clear')}
            </a>
          )}
        </search>
        <Table
          label={t('messages.received')}
          rows={rows}
          rowId={message => message.id}
          failed={failedQuery(list)}
          onOpen={message => open(message.id)}
          columns={messageColumns(words, open)}
          empty={
            narrow ? (
              <Empty title={t('messages.none-such')}>{t('board.none.text')}</Empty>
            ) : (
              <Empty
                title={t('messages.none')}
                action={
                  <a className="button" href="/passengers/carriers">
                    {t('carriers')}
                  </a>
                }
              >
                {t('messages.empty.text')}
              </Empty>
            )
          }
        />
        {list.hasNextPage && (
          <div className="pages">
            <span />
            <button
              type="button"
              className="button"
              disabled={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('messages.more')}
            </button>
          </div>
        )}
      </Part>
      {shown.message && <MessageDialog id={shown.message} onClose={() => go({ message: '' })} />}
    </>
  )
}
