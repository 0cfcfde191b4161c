import { defaultEdition, type EditionName } from '../editions/editions.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import type { Kind } from '../possible/examples.js'
import { moveNamed, type Move } from './moves.js'

/** What the page shows: all that its address says. */
export interface Page {
  readonly kind: Kind
  readonly edition: EditionName
  /** All that was done, the first first. */
  readonly moves: ReadonlyArray<Move>
  /** The requests of which the rules are shown, by id. */
  readonly open: ReadonlyArray<string>
  /** The key that requests are about, by when it was created, from 1. */
  readonly key: number
}

/** What can be done on the page. */
export type Action =
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'kind'; readonly kind: Kind; readonly state: ConnectionState | undefined }
  | { readonly type: 'edition'; readonly edition: EditionName }
  | { readonly type: 'state'; readonly state: ConnectionState }
  | { readonly type: 'open'; readonly ask: string; readonly isOpen: boolean }
  | { readonly type: 'key'; readonly key: number }
  | { readonly type: 'undo' }

/** As many moves as an address can hold. */
export const mostMoves = 200

export const startPage: Page = {
  kind: 'AWS_CLOUDHSM',
  edition: defaultEdition,
  moves: [],
  open: [],
  key: 1
}

const ways: Readonly<Record<ConnectionState, ReadonlyArray<string>>> = {
  DISCONNECTED: [],
  CONNECTING: ['ConnectCustomKeyStore'],
  CONNECTED: ['ConnectCustomKeyStore', 'kms.settle'],
  FAILED: ['ConnectCustomKeyStore', 'kms.settle'],
  DISCONNECTING: ['ConnectCustomKeyStore', 'kms.settle', 'DisconnectCustomKeyStore']
}

/** The fault that makes a connection fail with INVALID_CREDENTIALS. */
const fault: Readonly<Record<Kind, string>> = {
  AWS_CLOUDHSM: 'password.no',
  PUBLIC_ENDPOINT: 'credential.no',
  VPC_ENDPOINT_SERVICE: 'credential.no'
}

/** The moves by which a new store of a kind comes into a state. */
const movesTo = (kind: Kind, state: ConnectionState): ReadonlyArray<Move> =>
  [...(state === 'FAILED' ? [fault[kind]] : []), ...ways[state]].flatMap(
    (text) => moveNamed(kind, text) ?? []
  )

/** The page with a new store in a state. */
export const pageIn = (page: Page, kind: Kind, state: ConnectionState): Page => ({
  ...page,
  kind,
  moves: movesTo(kind, state),
  open: page.open.filter((id) => moveNamed(kind, id)?.does === 'ask'),
  key: 1
})

const opened = (open: ReadonlyArray<string>, ask: string, isOpen: boolean): ReadonlyArray<string> => {
  const others = open.filter((id) => id !== ask)
  return isOpen ? [...others, ask].slice(-mostOpen) : others
}

/** Of how many requests the rules can be shown at a time. */
export const mostOpen = 20

/** Whether one more move can be made. */
export const hasRoom = ({ moves }: Page): boolean => moves.length < mostMoves

/** The page after an action. */
export const reduce = (page: Page, action: Action): Page => {
  switch (action.type) {
    case 'move':
      return hasRoom(page) ? { ...page, moves: [...page.moves, action.move] } : page
    case 'kind':
      return pageIn(page, action.kind, action.state ?? 'DISCONNECTED')
    case 'edition':
      return { ...page, edition: action.edition }
    case 'state':
      return pageIn(page, page.kind, action.state)
    case 'open':
      return { ...page, open: opened(page.open, action.ask, action.isOpen) }
    case 'key':
      return { ...page, key: action.key }
    case 'undo':
      return { ...page, moves: page.moves.slice(0, -1) }
  }
}
