import * as t from 'io-ts'
import type { Members } from '../../Exchange.js'
import type { CustomKeyStoreType } from '../../../model/CustomKeyStoreType.js'
import type { Kind } from '../../../possible/examples.js'
import { kindIn, type Vector } from '../../../vectors/index.js'
import type { Inventor } from '../Inventor.js'
import type { Patience } from '../Keeper.js'
import type { Session } from '../Session.js'
import type { StorePropertiesByType } from '../storeProperties.js'
import type { Planned } from '../trial.js'
import { ownValues, type OwnValues } from './ownValues.js'

/** The means by which vectors are played. */
export interface Ground {
  readonly invent: Inventor
  readonly storeProperties: StorePropertiesByType
  readonly xksKeyId: Readonly<Record<CustomKeyStoreType, () => string>>
  readonly patience: Patience
  /** A conversation about nothing yet: about an account of its own, if the endpoint has such. */
  readonly open: () => Promise<Session>
  /** Removes what a conversation has made. */
  readonly close: (session: Session) => Promise<void>
  /** Removes a key and aliases. */
  readonly dispose: (keyId: string, aliases: ReadonlyArray<string>) => Promise<void>
  /** Whether another store of a type may stay because of a key in it. `isSure`: whether it will, if all is right. */
  readonly mayLeaveStore: (type: CustomKeyStoreType, isSure: boolean) => Promise<boolean>
}

const connectivityOf = ({
  XksProxyConnectivity: named,
  XksProxyUriEndpoint: endpoint
}: Members): string | undefined =>
  t.string.is(named) ? named : endpoint === undefined ? undefined : 'PUBLIC_ENDPOINT'

/** Why no store of a kind can be made, where what the user has named for its type is of another kind. */
const obstacleTo = (kind: Kind, { sound }: { readonly sound: Members }): string | undefined => {
  const named = connectivityOf(sound)
  return kind === 'AWS_CLOUDHSM' || named === undefined || named === kind
    ? undefined
    : `the external key store that was named is a ${named}`
}

export const typeOf = (kind: Kind): CustomKeyStoreType =>
  kind === 'AWS_CLOUDHSM' ? 'AWS_CLOUDHSM' : 'EXTERNAL_KEY_STORE'

/** Values of one's own for a vector, those that the user has named among them. */
export const valuesFor = ({ invent, storeProperties, xksKeyId }: Ground, vector: Vector): OwnValues => {
  const type = typeOf(kindIn(vector))
  return ownValues({ invent, named: storeProperties[type].sound, xksKeyId: xksKeyId[type] })
}

export const idOfVector = ({ id }: Vector): string => `vectors/${id}`

/** A check by a vector. */
export const plannedVector = (ground: Ground, vector: Vector, run: Planned['run']): Planned => {
  const type = typeOf(kindIn(vector))
  const why = obstacleTo(kindIn(vector), ground.storeProperties[type])
  return {
    id: idOfVector(vector),
    type,
    says: vector.documentation,
    run: why === undefined ? run : () => Promise.resolve({ is: 'not reached', why })
  }
}
