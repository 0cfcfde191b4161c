/** A request that was answered. Nothing of its body is in it. */
export interface Served {
  readonly at: string
  readonly what: string
  readonly status: number
  readonly error?: string
  readonly milliseconds: number
}
