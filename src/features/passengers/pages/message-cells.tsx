import { formatNumber } from '#ui/format.ts'
import type { SignKind } from '#ui/icons.tsx'
import { Sign } from '#ui/status.tsx'
import type { Column } from '#ui/table.tsx'
import type { Finding, Message } from '../model.ts'
import { Moment } from './cells.tsx'
import type { Words } from './words.ts'

const stateSigns: Record<Message['state'], SignKind> = {
  received: 'waiting',
  processed: 'noted',
  quarantined: 'stop',
  discarded: 'waiting',
}
export const findingSigns: Record<Finding['severity'], SignKind> = {
  error: 'immediate',
  warning: 'priority',
  note: 'routine',
}

export const MessageState = ({ message, words }: { message: Pick<Message, 'state'>; words: Words }) => (
  <Sign kind={stateSigns[message.state]}>{words.code('message', message.state)}</Sign>
)

/** The columns of messages, on their own screen and with a flight. */
export const messageColumns = (words: Words, open: (id: string) => void): Column<Message>[] => {
  const { t, code, language } = words
  return [
    {
      id: 'message',
      header: t('column.message'),
      title: true,
      value: message => message.control,
      cell: message => (
        <>
          <button type="button" className="row-title" onClick={() => open(message.id)}>
            {message.kind === 'hand' || message.kind === 'unknown' ? t(`kind.${message.kind}`) : message.kind}{' '}
            <span className="number muted">{message.kind === 'hand' ? '' : message.control}</span>
          </button>
          <span className="row-meta">
            <span>{code('channel', message.channel)}</span>
            {message.size > 0 && (
              <span>{t('bytes', { kb: Math.max(1, Math.round(message.size / 1024)) })}</span>
            )}
          </span>
        </>
      ),
    },
    {
      id: 'carrier',
      header: t('column.carrier'),
      value: message => message.carrierName,
      cell: message => (
        <>
          <span className="number">{message.carrierCode}</span> {message.carrierName}
        </>
      ),
      width: 'long',
    },
    {
      id: 'received',
      header: t('column.received'),
      value: message => message.receivedAt,
      cell: message => <Moment at={message.receivedAt} />,
      width: 'middle',
      nowrap: true,
    },
    {
      id: 'state',
      header: t('column.state'),
      value: message => message.state,
      cell: message => <MessageState message={message} words={words} />,
      width: 'middle',
    },
    {
      id: 'people',
      header: t('column.people'),
      numeric: true,
      value: message => message.people,
      width: 'short',
    },
    {
      id: 'findings',
      header: t('column.findings'),
      value: message => message.errors * 1000 + message.warnings,
      width: 'middle',
      cell: message =>
        message.errors || message.warnings ? (
          <ul className="checks">
            {message.errors > 0 && (
              <li>
                <Sign kind="immediate">{t('findings.errors', { count: message.errors })}</Sign>
              </li>
            )}
            {message.warnings > 0 && (
              <li>
                <Sign kind="priority">{t('findings.warnings', { count: message.warnings })}</Sign>
              </li>
            )}
          </ul>
        ) : (
          <span className="muted">{formatNumber(0, language)}</span>
        ),
    },
    {
      id: 'deleted',
      header: t('column.deleted'),
      value: message => message.deleteAt,
      cell: message => <Moment at={message.deleteAt} />,
      width: 'middle',
      nowrap: true,
    },
  ]
}
