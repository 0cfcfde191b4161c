/** What a member of the facts means, and an example of its fault: the members of a healthy entry that are then others. */
export interface FactRow {
  readonly means: string
  readonly fault?: Readonly<Record<string, unknown>>
}

export type FactRows = Readonly<Record<string, FactRow>>

/** That an entry is there at all; no member of an entry, but of a change. */
export const existence = (what: string): FactRow => ({
  means: `Whether the ${what} is there at all. Only a change of the infrastructure has it; facts leave out what is not there.`,
  fault: { exists: false }
})
