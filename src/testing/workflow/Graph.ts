import type { Situation } from '../Situation.js'
import type { Beginning } from './beginnings.js'
import type { Deed, Ended, Thread } from './Thread.js'
import type { Wish } from './wishes.js'
import type { WorkflowError } from './WorkflowError.js'

/** Where an execution is: under way, ended well, or failed. */
export type Place = Thread | Ended | { readonly failed: WorkflowError }

/** A place of the workflow together with a situation at KMS. */
export interface Node {
  readonly place: Place
  readonly situation: Situation
  readonly wishes: ReadonlyArray<Wish>
  readonly beginning: Beginning
  /** The shortest way here; none at the beginning. */
  readonly from: { readonly node: number; readonly deed: Deed } | undefined
}

/** A step from one node to another, by their numbers. */
export interface Edge {
  readonly from: number
  readonly to: number
  readonly isDisturbed: boolean
}

/** The workflow and KMS together: every node in the order of its distance, and every step. */
export interface Graph {
  readonly nodes: ReadonlyArray<Node>
  readonly edges: ReadonlyArray<Edge>
  /** Whether that is all of it, or only as much as was looked at. */
  readonly isWhole: boolean
}

export const isUnderWay = (place: Place): place is Thread => 'at' in place

export const isFailed = (place: Place): place is { readonly failed: WorkflowError } => 'failed' in place
