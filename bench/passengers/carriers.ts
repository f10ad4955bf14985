// The carriers, in a process of their own, so that what they use is not counted as the network's: they make their lists first, then
// send them, and tell how long each answer took.
import { performance } from 'node:perf_hooks'
import type { Person as Invented } from '../screening/people.ts'
import { travellers } from './travellers.ts'

/** Lists sent at a steady rate, whether or not the one before was answered; or so many carriers at once, as fast as they are answered. */
export type Sending = {
  tag: string
  lists: number
  /** People in each list, in turn. */
  sizes: readonly number[]
} & ({ perSecond: number } | { atOnce: number })

export interface Start {
  url: string
  key: string
  wanted: readonly Invented[]
  share: number
  seed: number
}

export interface Sent {
  times: number[]
  /** From the first request to the last answer, in milliseconds. */
  took: number
  failed: number
  selectees: number
  people: number
  underAlert: number
  cpuMs: number
}

async function sendAll(start: Start, made: ReturnType<typeof travellers>, order: Sending): Promise<Sent> {
  const before = made.underAlert
  let people = 0
  const bodies = Array.from({ length: order.lists }, (_, i) => {
    const size = order.sizes[i % order.sizes.length] ?? 1
    people += size
    return made.list(size, `${order.tag}${i}`)
  })
  const underAlert = made.underAlert - before
  const out: Sent = { times: [], took: 0, failed: 0, selectees: 0, people, underAlert, cpuMs: 0 }
  const send = async (body: string): Promise<void> => {
    const began = performance.now()
    try {
      const answer = await fetch(start.url, {
        method: 'POST',
        headers: { 'content-type': 'application/edifact', authorization: `Bearer ${start.key}` },
        body,
      })
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`${answer.status} ${text}`)
      out.selectees += text.split('ERC+SEL').length - 1
      out.times.push(performance.now() - began)
    } catch (error) {
      if (out.failed === 0) console.error(error)
      out.failed += 1
    }
  }
  const cpu = process.cpuUsage()
  const began = performance.now()
  if ('perSecond' in order) {
    const sent: Promise<void>[] = []
    for (const [i, body] of bodies.entries()) {
      const wait = began + (i * 1000) / order.perSecond - performance.now()
      if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
      sent.push(send(body))
    }
    await Promise.all(sent)
  } else {
    let next = 0
    await Promise.all(
      Array.from({ length: order.atOnce }, async () => {
        for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await send(body)
      }),
    )
  }
  out.took = performance.now() - began
  const used = process.cpuUsage(cpu)
  out.cpuMs = (used.user + used.system) / 1000
  return out
}

let made: ReturnType<typeof travellers> | undefined
let start: Start | undefined
process.on('message', (message: Start | Sending) => {
  if ('url' in message) {
    start = message
    made = travellers(message.wanted, message.share, message.seed)
    process.send?.('ready')
  } else if (start && made) {
    void sendAll(start, made, message).then(sent => process.send?.(sent))
  }
})
