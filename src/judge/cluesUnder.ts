import { byEdition, type EditionName } from '../editions/editions.js'
import { isCommonError } from '../exceptions/commonErrors.js'
import { exceptions } from '../exceptions/Exception.js'
import { makesStore } from '../possible/before.js'
import { workedOutOnce } from '../possible/once.js'
import { acceptance, creation } from './acceptance.js'
import type { Clues } from './Clues.js'
import { refusal } from './refusal.js'
import type { Sighting } from './Sighting.js'

const isKnown = (exception: string): boolean =>
  Object.hasOwn(exceptions, exception) || isCommonError(exception)

/** The exception, or one name for all that AWS does not document. */
const exceptionOf = ({ refusal }: Sighting): string | undefined =>
  refusal === undefined || isKnown(refusal) ? refusal : 'unknown'

/** The same for sightings with the same clues. There are few such names, whatever is in a log. */
const nameOf = (sighting: Sighting): string =>
  `${sighting.operation} ${String(exceptionOf(sighting))} ${String(sighting.type)} ${String(sighting.members)}`

const found =
  (edition: EditionName) =>
  (sighting: Sighting): Clues => {
    const exception = exceptionOf(sighting)
    if (exception !== undefined) return refusal(edition, sighting, exception)
    return makesStore(sighting.operation) ? creation(edition, sighting) : acceptance(edition, sighting)
  }

/** The evidence in an event, under each edition of AWS's text. */
export const cluesUnder: Readonly<Record<EditionName, (sighting: Sighting) => Clues>> = byEdition((edition) =>
  workedOutOnce(nameOf, found(edition))
)
