import type { QueryClient } from '@tanstack/react-query'

/** `open`: events arrive; `waiting`: the line is down and is tried again. */
export type LiveState = 'open' | 'waiting'

/**
 * Listens to the server's events while somebody is signed in. An event carries a topic and an id; everything read under that
 * topic is read again, under the reader's own rights.
 * @param onState told each change of the line's state; @param onEvent told each event, for a toast.
 * @returns stops listening.
 */
export function listen(
  queries: QueryClient,
  onState: (state: LiveState) => void,
  onEvent: (topic: string, id: string) => void,
): () => void {
  let source: EventSource
  let again: ReturnType<typeof setTimeout>
  const read = atMostEvery(1000, topic => void queries.invalidateQueries({ queryKey: [[topic]] }))
  const open = () => {
    source = new EventSource('/api/events')
    source.onopen = () => {
      onState('open')
      // What was announced while the line was down was missed. What is on its way for the first time is not asked for twice.
      void queries.invalidateQueries({ predicate: ({ state }) => state.data !== undefined })
    }
    source.onerror = () => {
      onState('waiting')
      if (source.readyState !== EventSource.CLOSED) return
      // Answered, and refused: the session may be over, which reading again shows. The browser does not try again by itself.
      void queries.invalidateQueries()
      again = setTimeout(open, 5000)
    }
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const { topic, id } = JSON.parse(data) as { topic: string; id: string }
      read(topic)
      onEvent(topic, id)
    }
    source.addEventListener('closed', () => void queries.invalidateQueries())
  }
  open()
  return () => {
    clearTimeout(again)
    source.close()
  }
}

/** Does at once what is asked for first, then once more after a while for all that was asked for meanwhile: a busy hour is no flood. */
export function atMostEvery(pause: number, act: (topic: string) => void): (topic: string) => void {
  const waiting = new Map<string, boolean>()
  const done = (topic: string) => {
    const asked = waiting.get(topic)
    waiting.delete(topic)
    if (asked) run(topic)
  }
  const run = (topic: string) => {
    if (waiting.has(topic)) {
      waiting.set(topic, true)
      return
    }
    waiting.set(topic, false)
    act(topic)
    setTimeout(done, pause, topic)
  }
  return run
}
