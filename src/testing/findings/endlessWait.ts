import { stateIn, targetOf } from '../targets.js'
import { endedWell, type Finding } from './Fault.js'

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

/** A test of nothing: the client is another one, or the promise of the program is not returned. */
export const asksNothing: Finding = {
  name: 'asksNothing',
  says: 'The program ends as if all were well, and has not asked KMS for anything.',
  source: 'API_ConnectCustomKeyStore',
  implied: true,
  in: (run, expectations) =>
    run.world.length === 0 && run.exchanges.length === 0 && endedWell(run, expectations)
      ? [
          {
            at: -1,
            about: '',
            says: 'It ends before it has asked KMS for anything: is its client made with `config`, and is its promise returned?',
            evidence: { source: 'API_ConnectCustomKeyStore', implied: true }
          }
        ]
      : []
}
