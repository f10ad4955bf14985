import { createStore, useStore } from './store.ts'

const now = createStore(new Date())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

const clock = {
  get: now.get,
  set: now.set,
  watch(listener: () => void) {
    watchers += 1
    timer ??= setInterval(() => now.set(new Date()), 20_000)
    const stop = now.watch(listener)
    return () => {
      stop()
      watchers -= 1
      if (watchers > 0) return
      clearInterval(timer)
      timer = undefined
    }
  },
}

/** The present moment, renewed every twenty seconds for everything that counts down. */
export const useNow = (): Date => useStore(clock)

/** The viewer's time zone, as the system names it. */
export const viewerZone: string = new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
