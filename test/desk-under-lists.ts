import type { Person } from '#core/edifact/message.ts'
import { engineOf } from '#features/alerts/engine/engine.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import type { Desk } from './carrier.ts'
import type { World } from './world.ts'
import { sampleLeg, samplePaxlst } from '#features/passengers/samples.ts'

/**
 * What tests about deciding stand on: the desk, three lists on which somebody of the samples stands, and who waits for an officer on a
 * flight of the carrier ZZ. For tests alone.
 */
export function deskUnderLists(world: World, desk: Desk) {
  let control = 0
  const queue = async (number: string, all: boolean) =>
    (await (await desk.officer()).queue({ all })).filter(each => each.flightNumber === `ZZ ${number}`)
  return {
    enterLists: async () => {
      const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
      const one = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'One officer' }))
      await keeper.alerts.enter({ list: one.id, content: sampleContent() })
      const two = await keeper.alerts.enterList(
        sampleTerms('missing-person', { name: 'Two officers', fourEyes: true }),
      )
      await keeper.alerts.enter({
        list: two.id,
        content: sampleContent({
          identities: [
            {
              names: [{ family: 'Wrzeszczyńska', given: 'Bogumiła' }],
              birth: '2009-04-11',
              nationalities: ['POL'],
              sex: 'F',
            },
          ],
        }),
      })
      const documents = await keeper.alerts.enterList(sampleTerms('document', { name: 'Stolen blanks' }))
      await keeper.alerts.enter({
        list: documents.id,
        content: sampleContent({
          identities: [],
          documents: [{ type: 'P', number: 'N1000000', to: 'N1999999', issuer: 'TUR', status: 'blank' }],
        }),
      })
      await (await engineOf(world.ground)).settled()
    },
    /** A PAXLST about these people on a flight, each time under a reference of its own. */
    list: (people: readonly Person[], number: string, does?: string): string =>
      samplePaxlst(people, {
        control: `D${++control}`,
        leg: sampleLeg({ number }),
        ...(does && { function: does }),
      }),
    /** Who waits, or waited until somebody decided. */
    waitingOn: async (number: string) => {
      const [one] = await queue(number, true)
      if (!one) throw new Error('Nobody waits.')
      return one
    },
    waitsNow: (number: string) => queue(number, false),
  }
}
