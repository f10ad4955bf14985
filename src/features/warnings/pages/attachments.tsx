import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import { formatNumber } from '#ui/format.ts'
import { useText } from '#ui/i18n.ts'
import { faultOf } from '#ui/issue-text.ts'
import { Empty, Part } from '#ui/parts.tsx'
import { Sign } from '#ui/status.tsx'
import { toast } from '#ui/toast.tsx'
import type { Attachment } from '../model.ts'
import { calls } from './calls.ts'
import { upload, type UploadFault } from './upload.ts'
import { useWords } from './words.ts'

const most = 10 * 1024 * 1024

/** `1.4 MB`, `312 kB`. */
const sizeText = (bytes: number, language: string): string =>
  bytes >= 1_000_000
    ? `${formatNumber(bytes / 1_000_000, language, 1)} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB`

const FileRow = ({ warning, file }: { warning: string; file: Attachment }) => {
  const { language } = useWords()
  return (
    <div>
      <a className="row-title" href={`/api/warnings/${warning}/attachments/${file.id}`} download={file.name}>
        {file.name}
      </a>
      <span className="row-meta">
        <span>{sizeText(file.size, language)}</span>
        <span>{file.type}</span>
      </span>
    </div>
  )
}

/** Files of a warning, to download; nothing is opened inside the page. */
export const Attachments = ({ warning, files }: { warning: string; files: readonly Attachment[] }) => {
  const { t } = useWords()
  if (files.length === 0) return null
  return (
    <Part title={t('attachments')} count={files.length} after>
      <ul className="rows">
        {files.map(file => (
          <li key={file.id}>
            <FileRow warning={warning} file={file} />
          </li>
        ))}
      </ul>
      <p className="source">{t('attachments.download')}</p>
    </Part>
  )
}

interface Going {
  key: number
  file: File
  sent: number
  fault: UploadFault | null
}

/** Attaches files to a draft, with progress; what failed stays in the list and can be tried again. */
export const AttachFiles = (props: {
  /** The draft on the server; null while there is none. */
  warning: string | null
  files: readonly Attachment[]
  /** Makes sure that there is a draft on the server; gives its id. */
  store: () => Promise<string>
}) => {
  const { t, language } = useWords()
  const ui = useText()
  const queries = useQueryClient()
  const [going, setGoing] = useState<Going[]>([])
  const [over, setOver] = useState(false)
  const next = useRef(0)
  const input = useRef<HTMLInputElement>(null)
  const again = () => queries.invalidateQueries({ queryKey: [['warnings', 'read']] })
  const detach = useMutation(
    calls.warnings.detach.mutationOptions({
      onSuccess: again,
      onError: error => toast({ kind: 'stop', title: faultOf(error).message || ui('failed.line') }),
    }),
  )
  const change = (key: number, part: Partial<Going>) =>
    setGoing(all => all.map(each => (each.key === key ? { ...each, ...part } : each)))
  const send = async (key: number, file: File) => {
    change(key, { fault: null, sent: 0 })
    if (file.size > most)
      return change(key, { fault: { offline: false, message: t('attachments.too-large') } })
    try {
      const id = await props.store()
      await upload(`/api/warnings/${id}/attachments`, file, sent => change(key, { sent }))
      await again()
      setGoing(all => all.filter(each => each.key !== key))
    } catch (error) {
      const fault = faultOf(error)
      change(key, { fault: { offline: fault.offline, message: fault.message || (error as Error).message } })
    }
  }
  const take = (files: Iterable<File>) => {
    for (const file of files) {
      next.current += 1
      const key = next.current
      setGoing(all => [...all, { key, file, sent: 0, fault: null }])
      void send(key, file)
    }
  }
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault()
    setOver(inside)
  }
  return (
    <Part title={t('attachments')} count={props.files.length}>
      {props.files.length === 0 && going.length === 0 && <Empty title={t('attachments.empty')} />}
      <ul className="rows">
        {props.files.map(file => (
          <li key={file.id}>
            {props.warning && <FileRow warning={props.warning} file={file} />}
            <button
              type="button"
              className="button"
              data-kind="quiet"
              data-size="small"
              aria-label={ui('form.remove', { what: file.name })}
              onClick={() => props.warning && detach.mutate({ id: props.warning, attachment: file.id })}
            >
              {t('remove')}
            </button>
          </li>
        ))}
        {going.map(({ key, file, sent, fault }) => (
          <li key={key}>
            <div>
              <label htmlFor={`file-${key}`}>{file.name}</label>
              <span className="row-meta">{sizeText(file.size, language)}</span>
              {fault ? (
                <Sign kind="stop">{fault.offline ? t('attachments.offline') : fault.message}</Sign>
              ) : (
                <progress id={`file-${key}`} max={file.size} value={sent} />
              )}
            </div>
            {fault && (
              <span className="buttons">
                {file.size <= most && (
                  <button
                    type="button"
                    className="button"
                    data-size="small"
                    onClick={() => void send(key, file)}
                  >
                    {ui('try')}
                  </button>
                )}
                <button
                  type="button"
                  className="button"
                  data-kind="quiet"
                  data-size="small"
                  aria-label={ui('form.remove', { what: file.name })}
                  onClick={() => setGoing(all => all.filter(each => each.key !== key))}
                >
                  {t('remove')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {/* Dropping is a second way; the button does the same. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className="drop"
        data-over={over ? '' : undefined}
        onDragOver={event => drag(event, true)}
        onDragLeave={event => drag(event, false)}
        onDrop={event => {
          drag(event, false)
          take(event.dataTransfer.files)
        }}
      >
        <button type="button" className="button" data-size="small" onClick={() => input.current?.click()}>
          {t('attachments.add')}
        </button>{' '}
        <span className="caption">{t('attachments.hint')}</span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          aria-label={t('attachments.add')}
          onChange={event => {
            take(event.target.files ?? [])
            event.target.value = ''
          }}
        />
      </div>
    </Part>
  )
}
