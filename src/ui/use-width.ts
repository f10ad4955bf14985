import { type RefObject, useEffect, useRef, useState } from 'react'

/** The width of an element in CSS pixels, so that a drawing keeps the size of its text however narrow the screen is. */
export const useWidth = <E extends Element>(first: number): [RefObject<E | null>, number] => {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(first)
  useEffect(() => {
    const watched = element.current
    if (!watched) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0)
      if (now > 0) setWidth(now)
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
