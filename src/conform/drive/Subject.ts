import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { Members } from '../Exchange.js'
import type { Inventor } from './Inventor.js'
import type { Keeper } from './Keeper.js'
import type { Session } from './Session.js'

/** The means by which stores of one type are tried. */
export interface Subject {
  readonly session: Session
  readonly invent: Inventor
  readonly type: CustomKeyStoreType
  readonly keeper: Keeper
  readonly xksKeyId: () => string
  /** The members of its stores that the user has named. */
  readonly named: Members
}
