import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { contextOf, openBrowser } from './browser.ts'
import { newFolder, removeFolder, startIconet, stopIconet } from './process.ts'

/**
 * Photographs screens of the demonstration: `npm run screenshots` makes the picture in the README; with arguments,
 * `npm run screenshots -- FOLDER PERSONA PATH…`, any screens, light and dark, wide and narrow, into a folder of yours.
 */
const [folder = 'docs', persona = 'vesna-kraljic-dorn', ...paths] = process.argv.slice(2)
const forReadme = process.argv.length === 2
const data = process.env.DATA ?? (await newFolder())
const server = process.env.URL ? undefined : await startIconet(data)
const url = process.env.URL ?? server?.url ?? ''
const browser = await openBrowser()
await mkdir(folder, { recursive: true })
const looks = forReadme
  ? [{ name: '', width: 1440, height: 900, colorScheme: 'light' as const }]
  : [1440, 320].flatMap(width =>
      (['light', 'dark'] as const).map(colorScheme => ({
        name: `-${width}-${colorScheme}`,
        width,
        height: 1000,
        colorScheme,
      })),
    )
for (const { name, width, height, colorScheme } of looks) {
  const context = await contextOf(browser, url, persona === 'nobody' ? null : persona, {
    viewport: { width, height },
    colorScheme,
  })
  const page = await context.newPage()
  for (const path of forReadme ? ['/situation'] : paths) {
    await page.goto(path)
    await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'))
    // The outlines of the countries are fetched behind the page.
    if (path.startsWith('/situation') || forReadme) await page.locator('.map-land').first().waitFor()
    await page.waitForTimeout(300)
    const file = forReadme ? 'screenshot' : `${persona}${path.replace(/\W+/g, '-')}`
    await page.screenshot({ path: join(folder, `${file}${name}.png`), fullPage: !forReadme })
  }
  await context.close()
}
await browser.close()
if (server) {
  await stopIconet(server)
  await removeFolder(data)
}
