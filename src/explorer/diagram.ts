import type { ConnectionState } from '../model/ConnectionState.js'

/** A point of the drawing; x grows to the right, y down. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where the drawing begins, and where a store is gone. */
export type Node = ConnectionState | 'start' | 'deleted'

/** An arrow: its ends, who makes it, its line as an SVG path, and its words with where they stand. */
export interface Drawn {
  readonly from: Node
  readonly to: Node
  /** The operation, or what KMS does by itself, as the state diagram of the documents names it. */
  readonly by: string
  readonly words: string
  readonly line: string
  readonly at: Point
  readonly anchor: 'start' | 'middle' | 'end'
}

/** The size of the drawing: narrow, so that its words can be read on a telephone. */
export const size = { x: 400, y: 410 }

/** The size of the box of each state, which its name fills. */
export const boxOf = (state: ConnectionState): Point => ({ x: 9.6 * state.length + 30, y: 40 })

/** The middle of the box of each state. */
export const middles: Readonly<Record<Node, Point>> = {
  start: { x: 18, y: 44 },
  DISCONNECTED: { x: 200, y: 44 },
  deleted: { x: 382, y: 44 },
  CONNECTING: { x: 66, y: 164 },
  DISCONNECTING: { x: 321, y: 164 },
  FAILED: { x: 200, y: 284 },
  CONNECTED: { x: 200, y: 386 }
}

type Place = readonly [x: number, y: number, anchor: Drawn['anchor']]

const drawn = (
  from: Node,
  by: string,
  to: Node,
  words: string,
  line: string,
  [x, y, anchor]: Place
): Drawn => ({ from, by, to, words, line, at: { x, y }, anchor })

const create = 'CreateCustomKeyStore'
const connect = 'ConnectCustomKeyStore'
const disconnect = 'DisconnectCustomKeyStore'
const remove = 'DeleteCustomKeyStore'

/** Every change of state that there is, whatever the edition and the type of store. */
export const drawing: ReadonlyArray<Drawn> = [
  drawn('start', create, 'DISCONNECTED', 'Create', 'M28 44H124', [76, 36, 'middle']),
  drawn('DISCONNECTED', remove, 'deleted', 'Delete', 'M273 44H367', [321, 36, 'middle']),
  drawn('DISCONNECTED', connect, 'CONNECTING', 'Connect', 'M165 65C160 112 84 92 76 141', [104, 100, 'end']),
  drawn('CONNECTING', disconnect, 'DISCONNECTING', 'Disconnect', 'M130 164H240', [184, 156, 'middle']),
  drawn('CONNECTING', 'KMS could not connect', 'FAILED', 'KMS fails', 'M112 185C118 235 128 280 152 284', [
    52,
    246,
    'start'
  ]),
  drawn('CONNECTING', 'KMS has connected', 'CONNECTED', 'KMS connects', 'M38 185C38 330 60 384 138 386', [
    64,
    338,
    'start'
  ]),
  drawn('FAILED', disconnect, 'DISCONNECTING', 'Disconnect', 'M245 284C268 280 284 236 287 187', [
    291,
    246,
    'start'
  ]),
  drawn('CONNECTED', disconnect, 'DISCONNECTING', 'Disconnect', 'M259 386C340 384 366 330 366 187', [
    340,
    338,
    'end'
  ]),
  drawn(
    'DISCONNECTING',
    'KMS has disconnected',
    'DISCONNECTED',
    'KMS disconnects',
    'M322 143C314 92 240 112 235 67',
    [398, 100, 'end']
  )
]
