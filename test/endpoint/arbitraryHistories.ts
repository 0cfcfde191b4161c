/** Histories of an endpoint: calls of the AWS SDK, and steps of the control interface. */
import fc, { type Arbitrary } from 'fast-check'
import type * as cks from '../../src/index.js'
import { clusterId, editionName, endpoint, errorCode, path, serviceName } from '../arbitraries.js'
import {
  anyCall,
  create,
  createKey,
  createSoundly,
  decrypt,
  mostly,
  reEncrypt,
  storeId,
  type Call
} from './arbitraryCalls.js'

export type ControlStep =
  | { readonly does: 'settle'; readonly id: string }
  | {
      readonly does: 'report'
      readonly id: string
      readonly outcome: 'connectionSucceeded' | 'connectionFailed' | 'disconnectionCompleted'
      /** How far the attempt lies behind the present one. */
      readonly late: number
      readonly code: cks.ConnectionErrorCode
    }
  | { readonly does: 'advance'; readonly seconds: number }
  | { readonly does: 'changeInfrastructure'; readonly change: object }

export type Step = Call | ControlStep

export interface History {
  readonly edition: cks.EditionName
  readonly connectionDelay: number | 'manual'
  /** Whether the sound world is all that exists at the beginning, or whatever is named. */
  readonly isListed: boolean
  readonly steps: ReadonlyArray<Step>
}

const control: Arbitrary<ControlStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('settle' as const), id: storeId }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('report' as const),
      id: storeId,
      outcome: fc.constantFrom(
        'connectionFailed',
        'connectionFailed',
        'connectionSucceeded',
        'disconnectionCompleted'
      ),
      late: mostly(0, 1),
      code: fc.oneof(fc.constant('INTERNAL_ERROR' as const), errorCode)
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('advance' as const),
      seconds: fc.constantFrom(1, 5, 31 * 86_400)
    })
  }
)

const eitherWay = (member: string) => [{ [member]: true }, { [member]: false }]

const changeOf = (name: Readonly<Record<string, Arbitrary<string>>>, changes: ReadonlyArray<object>) =>
  fc
    .tuple(fc.record(name), fc.constantFrom({}, ...changes))
    .map(([named, change]) => [{ ...named, ...change }])

/** A change to one thing that stands behind stores; `some`: also whether it exists. */
const change = (some: ReadonlyArray<object>): Arbitrary<ControlStep> =>
  fc
    .oneof(
      fc.record({
        clusters: changeOf({ clusterId }, [
          ...some,
          ...eitherWay('reachable'),
          ...eitherWay('loggedIn').map((kmsuser) => ({ kmsuser })),
          ...eitherWay('passwordMatches').map((kmsuser) => ({ kmsuser })),
          { state: 'INITIALIZED' },
          { state: 'ACTIVE' },
          { hsms: [] }
        ])
      }),
      fc.record({
        proxies: changeOf({ uriEndpoint: endpoint, uriPath: path }, [
          ...some,
          ...['reachable', 'acceptsCredential', 'knowsUriPath', 'answersInTime'].flatMap(eitherWay),
          { externalKeys: 'any' },
          { externalKeys: {} }
        ])
      }),
      fc.record({
        vpcEndpointServices: changeOf({ serviceName }, [...some, ...eitherWay('acceptanceRequired')])
      })
    )
    .map((change) => ({ does: 'changeInfrastructure', change }))

const call = (does: Call['does'], input: Arbitrary<object>): Arbitrary<Call> =>
  fc.record({ does: fc.constant(does), input, failure: fc.constant(undefined) })

const id = 'cks-0'
const keyInFirst = createKey.map((input) => ({ ...input, CustomKeyStoreId: id }))

/** As many of these steps as it likes, from the first on. */
const upTo = (...steps: ReadonlyArray<Arbitrary<Step>>): Arbitrary<ReadonlyArray<Step>> =>
  fc.tuple(...steps).chain((all) => fc.nat(all.length).map((length) => all.slice(0, length)))

/** Steps that mostly lead to keys in a connected store, or some of them: much else can only happen after it. */
const beginning: Arbitrary<ReadonlyArray<Step>> = upTo(
  call('CreateCustomKeyStore', create),
  call('ConnectCustomKeyStore', fc.constant({ CustomKeyStoreId: id })),
  fc.constantFrom<Step>(
    { does: 'settle', id },
    { does: 'report', id, outcome: 'connectionFailed', late: 0, code: 'INTERNAL_ERROR' }
  ),
  call('CreateKey', keyInFirst),
  call('CreateKey', keyInFirst)
)

const KeyId = 'key-0'

/** Steps that always lead to a key in a connected store, and some uses of the key. */
const useOfKey: Arbitrary<ReadonlyArray<Step>> = fc
  .tuple(
    call('CreateCustomKeyStore', createSoundly),
    call('ConnectCustomKeyStore', fc.constant({ CustomKeyStoreId: id })),
    fc.constant<Step>({ does: 'settle', id }),
    call('CreateKey', fc.constant({ CustomKeyStoreId: id, Origin: 'AWS_CLOUDHSM' })),
    call('Encrypt', fc.constant({ KeyId, Plaintext: Buffer.from('x') }))
  )
  .chain((before) =>
    upTo(
      call('Decrypt', decrypt),
      call('ReEncrypt', reEncrypt),
      call('GenerateDataKey', fc.constant({ KeyId, KeySpec: 'AES_256' })),
      call('GenerateDataKeyWithoutPlaintext', fc.constant({ KeyId, NumberOfBytes: 5 }))
    ).map((uses) => [...before, ...uses])
  )

const historyWith = (isListed: boolean): Arbitrary<History> => {
  const step = fc.oneof(
    { weight: 12, arbitrary: anyCall },
    { weight: 8, arbitrary: control },
    { weight: 3, arbitrary: change(isListed ? eitherWay('exists') : []) }
  )
  return fc.record({
    edition: editionName,
    connectionDelay: fc.constantFrom<number | 'manual'>('manual', 'manual', 0, 5_000),
    isListed: fc.constant(isListed),
    steps: fc
      .tuple(
        fc.oneof({ weight: 3, arbitrary: beginning }, { weight: 1, arbitrary: useOfKey }),
        fc.array(step, { maxLength: 40, size: 'max' })
      )
      .map(([first, then]) => [...first, ...then])
  })
}

/** A new endpoint, and what happens to it. */
export const anyHistory: Arbitrary<History> = fc.oneof(historyWith(false), historyWith(true))
