import { carrierOperations } from './api-carriers.ts'
import { messageOperations } from './api-messages.ts'
import { peopleOperations } from './api-people.ts'
import { oversightOperations } from './api-oversight.ts'

/** The contract of the feature, by subject. */
export const passengers = {
  ...carrierOperations,
  ...messageOperations,
  ...peopleOperations,
  ...oversightOperations,
}
