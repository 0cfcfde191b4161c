/** Whether more follows a page, and the marker that asks for it: there if and only if more follows. */
export interface More {
  readonly Truncated: boolean
  readonly NextMarker?: string
}

/** The first of the entries that are left of a list, and the marker that the last of them gives. */
export const pageOf = <A>(
  left: ReadonlyArray<A>,
  limit: number,
  markerAfter: (last: A) => string
): readonly [shown: ReadonlyArray<A>, more: More] => {
  const shown = left.slice(0, limit)
  const last = shown[shown.length - 1]
  return last !== undefined && left.length > shown.length
    ? [shown, { Truncated: true, NextMarker: markerAfter(last) }]
    : [shown, { Truncated: false }]
}
