import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { problemOf } from '#ui/call.ts'
import { keepDraft } from '#ui/draft-store.ts'
import { type Draft, useDraft } from '#ui/draft.tsx'
import type { Values } from '#ui/form-values.ts'
import { bodyOf, draftPrefix, freshLink, keepOnServer, type Kept, type Link, saveOver } from './writing.ts'

/** What became of the last attempt to save on the server, when it needs the writer's eye. */
export type Trouble = 'conflict' | 'signed-out' | 'gone' | null

export interface WritingState {
  draft: Draft
  /** The draft on the server; null while there is none. */
  id: string | null
  link: Link
  trouble: Trouble
  setTrouble: (trouble: Trouble) => void
  /** Saves on the server now; throws what stopped it. */
  store: () => Promise<void>
  /** Keeps what is typed as another draft on this device, before it is replaced. */
  keepCopy: () => Promise<void>
  /** Takes the server's newest revision as the one to save over. */
  takeRevision: (revision: number) => void
}

/** Keeps a warning while it is written: on this device as one types, on the server as soon as the line allows. */
export const useWriting = (
  name: string,
  values: Values,
  full: boolean,
  options: {
    start?: Link | undefined
    /** Puts an earlier draft back; false where it holds nothing that the server has not. */
    restore: (kept: Kept) => boolean
  },
): WritingState => {
  const queries = useQueryClient()
  const stored = `${draftPrefix}${name}`
  const [link] = useState<Link>(() => options.start ?? freshLink())
  const [id, setId] = useState(link.id)
  const [trouble, setTrouble] = useState<Trouble>(null)
  const turn = useRef<Promise<void>>(Promise.resolve())
  // A new identity only when something typed changed; the link inside is written at the moment of keeping.
  const kept = useMemo((): Kept => ({ values, full, link }), [values, full, link])

  const bring = (what: Kept): Promise<void> => {
    const last = turn.current
    const bringNow = async (): Promise<void> => {
      await last
      const fresh = link.id === null
      try {
        // Where this device keeps nothing, the server still can.
        const here = (sent: Date | null) => keepDraft(stored, what, sent).catch(() => undefined)
        const before = link.revision
        await keepOnServer(link, bodyOf(what.values, new Date()), () => here(null))
        if (link.revision !== before) await here(new Date())
        setTrouble(null)
        if (fresh) {
          setId(link.id)
          void queries.invalidateQueries({ queryKey: [['warnings', 'work']] })
        }
      } catch (error) {
        const code = problemOf(error)?.code
        if (code === 'conflict') setTrouble('conflict')
        if (code === 'sign-in-needed') setTrouble('signed-out')
        if (code === 'not-found') setTrouble('gone')
        throw error
      }
    }
    const next = bringNow()
    turn.current = next.catch(() => undefined)
    return next
  }

  const draft = useDraft<Kept>(stored, kept, {
    restore(earlier) {
      // A later revision on the server is not overwritten: saving on an older one is answered with `conflict`.
      if (!options.restore(earlier)) return
      Object.assign(link, earlier.link)
      setId(link.id)
    },
    upload: bring,
  })
  return {
    draft,
    id,
    link,
    trouble,
    setTrouble,
    store: () => bring(kept),
    keepCopy: async () => {
      await keepDraft(`${draftPrefix}new-${crypto.randomUUID()}`, { ...kept, link: freshLink() })
    },
    takeRevision(revision) {
      saveOver(link, revision)
      setTrouble(null)
    },
  }
}
