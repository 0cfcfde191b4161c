import type { EditionName } from '../../editions/editions.js'
import { hasSeparateAccounts, someAccessKey } from './accounts.js'
import type { Lacking } from './Lacking.js'
import type { Client, Send } from './Send.js'
import { session, type Session } from './Session.js'
import { both, tidied, type Resources } from './tidy.js'

/** The conversations of a run with an endpoint. */
export interface Conversations {
  /** The one about the account of the signer. */
  readonly main: Session
  /** Whether another access key is another account. */
  readonly areSeparate: () => Promise<boolean>
  /** A new one: about a new account, if the endpoint tells accounts apart by the access key. */
  readonly open: () => Promise<Session>
  /** Removes all that one has made. */
  readonly close: (session: Session) => Promise<void>
  /** Whether no more is sent in any of them. */
  readonly areOver: () => boolean
  readonly all: () => ReadonlyArray<Session>
  /** What could not be removed by `close`, where it is in the account of the signer. */
  readonly left: () => Resources
}

interface Options {
  readonly client: Client
  readonly edition: EditionName
  /** Milliseconds that it may take to remove a store. */
  readonly patience: number
  readonly isStopped: () => boolean
  readonly lacking: Lacking
  /** Makes some store in the main conversation; its id. */
  readonly make: (main: Session) => Promise<string | undefined>
}

/** With so many requests of one conversation after the other at least, and of several at once. */
const mostSilences = 8

export const conversations = (options: Options): Conversations => {
  const { client, edition, patience, make } = options
  const all: Array<{ readonly session: Session; readonly send: Send; readonly isOwn: boolean }> = []
  let separate: boolean | undefined
  let left: Resources = { stores: [], keys: [] }

  /** How many requests in a row, in whichever conversation, got no reply. */
  let silences = 0
  const isStopped = (): boolean => options.isStopped() || silences >= mostSilences
  const begin = (send: Send, isOwn: boolean): Session => {
    const counted: Send = async (...request) => {
      const reply = await send(...request)
      silences = 'silent' in reply ? silences + 1 : 0
      return reply
    }
    const begun = session(edition, counted, { isStopped, lacking: options.lacking })
    all.push({ session: begun, send, isOwn })
    return begun
  }
  const main = begin(client.as(), false)

  const areSeparate = async (): Promise<boolean> => {
    separate ??= await hasSeparateAccounts(client, main.made().stores)
    if (separate !== undefined) return separate
    const id = await make(main)
    separate = (await hasSeparateAccounts(client, main.made().stores)) ?? false
    if (id !== undefined) {
      await tidied(client.as(), { stores: [id], keys: [] }, patience)
      main.forget(id)
    }
    return separate
  }

  return {
    main,
    areSeparate,
    open: async () => {
      const isOwn = await areSeparate()
      return begin(client.as(isOwn ? someAccessKey() : undefined), isOwn)
    },
    close: async (closed) => {
      const found = all.find(({ session }) => session === closed)
      if (found === undefined) return
      const remaining = await tidied(found.send, closed.made(), patience)
      if (!found.isOwn) left = both(left, remaining)
    },
    areOver: () => all.some(({ session }) => session.isOver()),
    all: () => all.map(({ session }) => session),
    left: () => left
  }
}
