import { useEffect, useState } from 'react'

/** The value once it has been quiet for so many milliseconds. */
export const useSettled = <T>(value: T, quiet: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (value === settled) return
    const timer = setTimeout(() => setSettled(value), quiet)
    return () => clearTimeout(timer)
  }, [value, settled, quiet])
  return settled
}
