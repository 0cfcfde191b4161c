/** The markers that an endpoint gave. */
import { describe, expect, it } from 'vitest'
import { withMarker, withoutOwnMarker } from '../../src/conform/markers.js'
import { list } from './list.js'

describe('a marker', () => {
  it('that was given is left out of a request, with a Limit in its place', () => {
    const markers = withMarker(new Set(), list({}, { NextMarker: 'm' }))
    expect([...markers]).toEqual(['m'])
    expect([...withMarker(markers, list({}, { NextMarker: 'n' }))]).toEqual(['m', 'n'])
    expect(withMarker(markers, list({}, { NextMarker: 7 }))).toBe(markers)
    expect(withMarker(markers, list({}, undefined))).toBe(markers)
    expect(withoutOwnMarker(markers, list({ Marker: 'm', Limit: 2 }, {})).request).toEqual({ Limit: 2 })
    expect(withoutOwnMarker(markers, list({ Marker: 'm' }, {})).request).toEqual({ Limit: 1000 })
  })

  it('that was not given stays', () => {
    for (const request of [{ Marker: 'x' }, { Marker: 7 }, { Limit: 1 }, {}]) {
      const exchange = list(request, {})
      expect(withoutOwnMarker(new Set(['m']), exchange)).toBe(exchange)
    }
  })
})
