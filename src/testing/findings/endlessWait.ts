import { stateIn, targetOf } from '../targets.js'
import type { Finding } from './Fault.js'

/** Asking again for ever. */
export const endlessWait: Finding = {
  name: 'endlessWait',
  says: 'The program asks again and again in a state that does not change by itself.',
  source: 'API_CustomKeyStoresListEntry',
  in: ({ ending, exchanges }) => {
    const last = exchanges.at(-1)
    if (ending.how !== 'repeats' || last === undefined) return []
    const { call, after } = last
    const id = targetOf(call) || after.account.stores[0]?.CustomKeyStoreId || ''
    const state = stateIn(after.account, id)
    return [
      {
        at: exchanges.length - 1,
        about: `${call.operation} ${state}`,
        says: `It waits for ever: ${call.operation} is asked again and again, and the store is ${state}, which does not change by itself.`,
        evidence: { source: 'API_CustomKeyStoresListEntry' }
      }
    ]
  }
}

/** Not ending, and not asking for anything that could end it. */
export const neverEnds: Finding = {
  name: 'neverEnds',
  says: 'The program does not end.',
  source: 'API_ConnectCustomKeyStore',
  implied: true,
  in: ({ ending, exchanges }) =>
    ending.how === 'hangs'
      ? [
          {
            at: exchanges.length - 1,
            about: ending.why,
            says: `It does not end: ${ending.why}.`,
            evidence: { source: 'API_ConnectCustomKeyStore', implied: true }
          }
        ]
      : []
}
