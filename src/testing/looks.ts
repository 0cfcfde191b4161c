import * as E from 'fp-ts/lib/Either.js'
import type { Exchange } from './Run.js'
import { isChange, targetOf } from './targets.js'

interface Listed {
  readonly CustomKeyStores?: ReadonlyArray<{
    readonly CustomKeyStoreId?: string
    readonly ConnectionState?: string
  }>
}

interface Made {
  readonly CustomKeyStoreId?: string
  readonly KeyMetadata?: { readonly KeyId?: string }
}

/** The state in which an answer shows a store; undefined if it does not show it. */
export const shownState = ({ call, reply }: Exchange, id: string): string | undefined =>
  call.operation === 'DescribeCustomKeyStores' && E.isRight(reply)
    ? (reply.right as Listed).CustomKeyStores?.find((one) => one.CustomKeyStoreId === id)?.ConnectionState
    : undefined

const unseen: ReadonlyArray<string> = [
  'anotherCaller',
  'backingChanges',
  'shownLate',
  'answerIsLost',
  'order'
]

/** Whether something happened of which the program was not told, or was told what no longer is. */
export const isUnseen = ({ choices }: Exchange): boolean => choices.some(({ kind }) => unseen.includes(kind))

/** The id of the store or key that an answer says was made; empty if none was. */
export const madeBy = ({ call, reply }: Exchange): string => {
  if (E.isLeft(reply)) return ''
  const { CustomKeyStoreId, KeyMetadata } = reply.right as Made
  if (call.operation === 'CreateCustomKeyStore') return CustomKeyStoreId ?? ''
  return call.operation === 'CreateKey' ? (KeyMetadata?.KeyId ?? '') : ''
}

/** Whether the program knows how a store stands after an exchange: it was shown it, or has changed it itself. */
const informs = (exchange: Exchange, id: string): boolean =>
  shownState(exchange, id) !== undefined
    ? !exchange.choices.some(({ kind }) => kind === 'shownLate')
    : E.isRight(exchange.reply) &&
      isChange(exchange.call) &&
      [targetOf(exchange.call), madeBy(exchange)].includes(id)

/**
 * Whether a program could know how a store or key stands when it makes the last of some exchanges: nothing has happened
 * unseen since it was informed, or since the beginning.
 */
export const couldKnow = (exchanges: ReadonlyArray<Exchange>, id: string): boolean => {
  const informed = exchanges
    .slice(0, -1)
    .map((exchange) => informs(exchange, id))
    .lastIndexOf(true)
  return !exchanges.slice(informed + 1).some(isUnseen)
}
