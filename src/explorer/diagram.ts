import type { ConnectionState } from '../model/ConnectionState.js'

/** A point of the drawing; x grows to the right, y down. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where the drawing begins, and where a store is gone. */
export type Node = ConnectionState | 'start' | 'deleted'

/** How an arrow is drawn: its line as an SVG path, and its words with where they stand. */
interface Look extends Point {
  readonly line: string
  readonly words: string
  readonly anchor: 'start' | 'middle' | 'end'
}

/** An arrow: its ends, and the operation that makes it, or what KMS does by itself, as the documents name it. */
export interface Drawn extends Look {
  readonly from: Node
  readonly to: Node
  readonly by: string
}

/** The size of the drawing: narrow, so that its words can be read on a telephone. */
export const size = { x: 400, y: 414 }

/** The size of the box of each state, which its name fills. */
export const boxOf = (state: ConnectionState): Point => ({ x: 9.6 * state.length + 26, y: 40 })

/** The middle of the box of each state. */
export const middles: Readonly<Record<Node, Point>> = {
  start: { x: 18, y: 44 },
  DISCONNECTED: { x: 200, y: 44 },
  deleted: { x: 382, y: 44 },
  CONNECTING: { x: 66, y: 164 },
  DISCONNECTING: { x: 320, y: 164 },
  FAILED: { x: 200, y: 284 },
  CONNECTED: { x: 200, y: 386 }
}

const drawn = (from: Node, by: string, to: Node, look: Look): Drawn => ({ from, by, to, ...look })

const create = 'CreateCustomKeyStore'
const connect = 'ConnectCustomKeyStore'
const disconnect = 'DisconnectCustomKeyStore'
const remove = 'DeleteCustomKeyStore'
const connects = 'KMS has connected'
const fails = 'KMS could not connect'
const disconnects = 'KMS has disconnected'

const look = (line: string, words: string, x: number, y: number, anchor: Look['anchor']): Look => ({
  line,
  words,
  x,
  y,
  anchor
})

/** Every change of state that there is, whatever the edition and the type of store. */
export const drawing: ReadonlyArray<Drawn> = [
  drawn('start', create, 'DISCONNECTED', look('M28 44H126', 'Create', 76, 36, 'middle')),
  drawn('DISCONNECTED', remove, 'deleted', look('M273 44H367', 'Delete', 321, 36, 'middle')),
  drawn(
    'DISCONNECTED',
    connect,
    'CONNECTING',
    look('M165 65C160 112 84 92 76 141', 'Connect', 104, 100, 'end')
  ),
  drawn('CONNECTING', disconnect, 'DISCONNECTING', look('M130 164H240', 'Disconnect', 184, 156, 'middle')),
  drawn(
    'CONNECTING',
    fails,
    'FAILED',
    look('M118 185C122 240 132 281 154 284', 'KMS fails', 134, 232, 'start')
  ),
  drawn(
    'CONNECTING',
    connects,
    'CONNECTED',
    look('M38 185C38 330 60 384 140 386', 'KMS connects', 64, 338, 'start')
  ),
  drawn(
    'FAILED',
    disconnect,
    'DISCONNECTING',
    look('M245 284C268 280 284 236 287 187', 'Disconnect', 291, 246, 'start')
  ),
  drawn(
    'CONNECTED',
    disconnect,
    'DISCONNECTING',
    look('M258 386C345 384 386 330 386 188', 'Disconnect', 352, 338, 'end')
  ),
  drawn(
    'DISCONNECTING',
    disconnects,
    'DISCONNECTED',
    look('M322 143C314 92 240 112 235 67', 'KMS disconnects', 398, 100, 'end')
  )
]
