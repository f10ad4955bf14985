/** Every month of the filter, first to last; none when it ends before it begins. */
export function monthsOf({ from, to }: { from: string; to: string }): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (let each = from; each <= to; ) {
    months.push(each)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    each = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  }
  return months
}
