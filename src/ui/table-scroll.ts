import { observeWindowOffset, type Virtualizer } from '@tanstack/react-virtual'

/** Two far jumps within so many milliseconds are one hurried movement: longer than it takes to draw a screen on a slow machine. */
const hurry = 300
/** After so many milliseconds without a jump it is over. */
const pause = 90

/**
 * Tells the offsets of the page as they come, except while it moves on by more than half a screen from frame to frame, as under a
 * hand on the scroll bar: nobody reads those rows, and drawing them would hold up the movement. A single jump is told at once.
 * @param passing the row that goes by meanwhile, for a sign of where one is; null when rows are drawn again.
 */
export const unhurried =
  (passing: (row: number | null) => void) =>
  (
    virtualizer: Virtualizer<Window, Element>,
    tell: (offset: number, moving: boolean) => void,
  ): (() => void) | undefined => {
    let place = scrollY
    let jumped = -Infinity
    let waiting: ReturnType<typeof setTimeout> | undefined
    const settle = (moving: boolean) => {
      clearTimeout(waiting)
      waiting = undefined
      passing(null)
      tell(place, moving)
    }
    const stop = observeWindowOffset(virtualizer, (offset, moving) => {
      const far = Math.abs(offset - place) > innerHeight / 2
      place = offset
      if (!far) return settle(moving)
      const hurried = performance.now() - jumped < hurry
      jumped = performance.now()
      if (!hurried) return settle(moving)
      passing(virtualizer.getVirtualItemForOffset(offset)?.index ?? 0)
      clearTimeout(waiting)
      waiting = setTimeout(settle, pause, false)
    })
    return () => {
      clearTimeout(waiting)
      stop?.()
    }
  }
