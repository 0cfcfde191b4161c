import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assumptionsDocument } from '../src/documents/index.js'
import { observations, type Observation } from '../src/observations.js'

const rest = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path !== 'observations.ts')
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n')

describe('what was seen at AWS', () => {
  it('is each cited by a statement or an assumption', () => {
    const uncited = Object.keys(observations).filter((name) => !rest.includes(`observed: '${name}'`))
    expect(uncited).toEqual([])
  })

  it.each(Object.entries<Observation>(observations))(
    '%s has where and when, and a place of its own in assumptions.md',
    (name, { says, where, url, when }) => {
      expect(says).toMatch(/^[A-Z].*\.$/)
      expect(where).not.toBe('')
      expect(when).toMatch(/^20\d\d/)
      if (url !== undefined) expect(url).toMatch(/^https:\/\//)
      const line = assumptionsDocument()
        .split('\n')
        .find((each) => each.includes(`<a id="${name}"></a>`))
      expect(line).toContain(says)
      expect(line).toContain(where)
      expect(line).toContain(when)
    }
  )

  it('stands with the assumption that it is about, which stays open', () => {
    expect(assumptionsDocument()).toMatch(
      /\*\*A5\.\*\*.*\*Open: the outcome\.\* \(.*\[seen\]\(assumptions\.md#disconnectingAfterFailure\)\)/
    )
  })
})
