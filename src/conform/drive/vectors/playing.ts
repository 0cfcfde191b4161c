import { withoutNulls } from '../../../codec/struct.js'
import type { OperationName } from '../../../exceptions/documentedExceptions.js'
import type { HistoryStep } from '../../../replay/HistoryStep.js'
import type { Expected } from '../../../vectors/index.js'
import type { Exchange, Members } from '../../Exchange.js'
import { givenInPlace } from '../../givenValues.js'
import { inTexts } from '../../inTexts.js'
import { outputOf } from '../../replyMembers.js'
import type { Control } from '../Control.js'
import type { Send } from '../Send.js'

/** One playing of a vector at an endpoint with a control interface, which has ids of its own. */
export interface Playing {
  readonly ask: (operation: OperationName, request: Members) => Promise<Exchange>
  /** Makes the ciphertext that stands for one of the vector's. */
  readonly encrypts: (theirs: unknown, request: Members) => Promise<void>
  /** Does a step; the exchange of a request. */
  readonly does: (step: HistoryStep, expected: Expected) => Promise<Exchange | undefined>
  /** Notes what an answer gives in the place of what the vector expects. */
  readonly learn: (expected: Expected, exchange: Exchange) => void
  readonly exchanges: ReadonlyArray<Exchange>
}

/** What KMS reports of the first attempt to connect a store, where it fails itself and the attempt with it. */
const failed = ({ stores }: Expected, id: string): object | undefined => {
  const code = stores.find(({ CustomKeyStoreId }) => CustomKeyStoreId === id)?.ConnectionErrorCode
  return code && { CustomKeyStoreId: id, attempt: 1, outcome: 'connectionFailed', ConnectionErrorCode: code }
}

export const playing = (control: Control, send: Send): Playing => {
  const own = new Map<string, string>()
  const exchanges: Array<Exchange> = []
  const put = (text: string): string =>
    [...own].reduce((all, [theirs, mine]) => all.replaceAll(theirs, mine), text)
  const translated = (members: Members): Members => inTexts(members, put)

  const ask: Playing['ask'] = async (operation, request) => {
    const asked = translated(withoutNulls(request))
    const exchange = { operation, request: asked, reply: await send(operation, asked) }
    exchanges.push(exchange)
    return exchange
  }

  return {
    ask,
    exchanges,
    encrypts: async (theirs, request) => {
      const { CiphertextBlob: mine } = outputOf(await send('Encrypt', request))
      if (typeof theirs === 'string' && typeof mine === 'string') own.set(theirs, mine)
    },
    does: async (step, expected) => {
      if ('facts' in step) await control.tell('PATCH', 'infrastructure', translated(step.facts))
      else if ('report' in step) await control.tell('POST', 'report', translated({ ...step.report }))
      else if ('advance' in step) await control.tell('POST', 'advance', step.advance)
      else if ('settle' in step) {
        const CustomKeyStoreId = put(step.settle)
        const failure = step.failure === undefined ? undefined : failed(expected, CustomKeyStoreId)
        if (failure === undefined) await control.tell('POST', 'settle', { CustomKeyStoreId })
        else await control.tell('POST', 'report', failure)
      } else {
        const { operation, request = {}, failure } = step
        if (failure === undefined) return ask(operation, request)
        await control.tell('POST', 'fail', { error: failure, times: 1 })
        const exchange = await ask(operation, request)
        // An operation that has no such exception leaves it to a later one.
        await control.tell('POST', 'recover', {})
        return exchange
      }
      return undefined
    },
    learn: ({ answer = {} }, { reply }) => {
      for (const [theirs, mine] of givenInPlace({ output: { ...answer } }, reply)) {
        if (mine !== undefined && !own.has(theirs)) own.set(theirs, mine)
      }
    }
  }
}
