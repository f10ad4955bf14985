import type { Page } from 'playwright-core'

/** What a reader at 400 % zoom would not get: text that stands out of the page, or is cut by the box it stands in. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (wide > 0) found.push(`the page scrolls sideways by ${wide} px`)
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const text = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim())
      if (!text || element.closest('.unseen, .skip, [hidden], svg, option')) continue
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const words = element.textContent?.trim().slice(0, 40)
      const box = element.getBoundingClientRect()
      if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(element.parentElement))
        found.push(`outside: ${words}`)
      const style = getComputedStyle(element)
      if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut: ${words}`)
      if (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`cut below: ${words}`)
    }
    return [...new Set(found)]
  })

/** Things that carry a meaning by shape or edge and that cannot be told from what is behind them when colours are forced. */
export const hiddenInForcedColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const canvas = getComputedStyle(document.body).backgroundColor
    const clear = /^(transparent|none|rgba\(.*, 0\))$/
    const seen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 0
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 30)}`
    for (const element of document.querySelectorAll(
      '.button:not([data-kind=quiet]), .input, input:not([type=file]), textarea, select, .tag, .map-box, .answer',
    )) {
      if (!seen(element)) continue
      const style = getComputedStyle(element)
      const edged =
        Number.parseFloat(style.borderBlockStartWidth) > 0 && style.borderBlockStartColor !== canvas
      const native = style.appearance !== 'none'
      if (!edged && !native) found.push(`no edge: ${name(element)}`)
    }
    // Signs, bars of a marking, circles and bars: filled or drawn in something else than the background.
    for (const shape of document.querySelectorAll('svg :is(path, circle, rect, line, polygon)')) {
      if (!seen(shape) || shape.closest('defs, [hidden]')) continue
      const { fill, stroke, opacity } = getComputedStyle(shape)
      if (opacity === '0') continue
      const drawn = [fill, stroke].filter(paint => !clear.test(paint))
      if (drawn.length && drawn.every(paint => paint === canvas))
        found.push(`not drawn: ${name(shape)} in ${name(shape.closest('svg')?.parentElement ?? shape)}`)
    }
    for (const here of document.querySelectorAll('.nav [aria-current]')) {
      const other = document.querySelector('.nav a:not([aria-current])')
      const look = (element: Element) => {
        const { backgroundColor, borderInlineStartColor, color, fontWeight } = getComputedStyle(element)
        return [backgroundColor, borderInlineStartColor, color, fontWeight].join()
      }
      if (other && look(other) === look(here)) found.push(`where one is looks like the rest: ${name(here)}`)
    }
    return [...new Set(found)]
  })
