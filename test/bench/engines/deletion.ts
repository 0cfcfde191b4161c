/** One question for engines of rules: may a store be deleted? It must be DISCONNECTED, and hold no key. */
export interface Deletion {
  readonly state: string
  readonly keys: number
}

export const deletions: ReadonlyArray<Deletion> = ['DISCONNECTED', 'CONNECTED', 'FAILED'].flatMap((state) =>
  [0, 3].map((keys) => ({ state, keys }))
)

/** Whether it is allowed. A contender may answer later. */
export type Decide = (deletion: Deletion) => boolean | Promise<boolean>
