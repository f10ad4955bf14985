import { createContext, useContext, useEffect } from 'react'
import { highestMarking, type Marking } from '#vocabulary/marking.ts'
import { createStore, useStore } from './store.ts'

interface Marked {
  marking: Marking
  sentence: string
}

const marked = createStore<readonly Marked[]>([])

/**
 * Says how a part of the page is marked, for as long as it is shown. The band across the page carries the highest,
 * with its sentence. `null` says nothing (yet).
 */
export const usePageMarking = (marking: Marking | null | undefined, sentence = ''): void => {
  useEffect(() => {
    if (!marking) return
    const entry = { marking, sentence }
    marked.set(all => [...all, entry])
    return () => marked.set(all => all.filter(other => other !== entry))
  }, [marking, sentence])
}

/** The highest marking shown and its sentence, or null when no part of the page has spoken. */
export const useHighestMarking = (): Marked | null => {
  const all = useStore(marked)
  if (!all.length) return null
  const marking = highestMarking(all.map(entry => entry.marking))
  const highest = all.filter(entry => entry.marking === marking)
  return highest.findLast(entry => entry.sentence !== '') ?? highest[0] ?? null
}

/** Name of the network, for the window's title. */
export const Brand = createContext('ICONet')

/** Sets the window's title to `title – brand`. */
export const usePageTitle = (title: string): void => {
  const brand = useContext(Brand)
  useEffect(() => {
    document.title = title === brand ? brand : `${title} – ${brand}`
  }, [title, brand])
}

/** What was last said to those who listen. `loud` interrupts: only for what stops the reader's work. */
export const spoken = createStore<{ text: string; loud: boolean; turn: number }>({
  text: '',
  loud: false,
  turn: 0,
})
export const announce = (text: string, loud = false): void =>
  spoken.set(last => ({ text, loud, turn: last.turn + 1 }))

/**
 * After a navigation: the focus goes to the page's heading, also when the page arrives late or replaces its loading
 * state, unless the page or the reader put the focus into a field meanwhile. Stops itself after five seconds.
 */
export const focusHeading = (main: HTMLElement): (() => void) => {
  const move = () => {
    const heading = main.querySelector('h1')
    const at = document.activeElement
    if (!heading || at === heading) return
    if (at && at !== document.body && at !== main && main.contains(at)) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  // What was focused before (a link in the navigation) is left behind once; later only a lost focus is mended.
  if (!main.contains(document.activeElement)) main.focus({ preventScroll: true })
  move()
  const observer = new MutationObserver(() => {
    const at = document.activeElement
    if (!at || at === document.body || at === main) move()
  })
  observer.observe(main, { childList: true, subtree: true })
  const timer = setTimeout(() => observer.disconnect(), 5000)
  return () => {
    observer.disconnect()
    clearTimeout(timer)
  }
}
