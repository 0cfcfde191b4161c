/** What a report is about. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reportHead } from '../../src/conform/ReportHead.js'
import { version } from '../../src/conform/version.js'

describe('the head of a report', () => {
  const settings = {
    endpoint: 'https://user:pass@kms.example.com:8443/a?b',
    edition: 'developer-guide'
  } as const

  it('names the implementation by its host unless it is told, without credentials', () => {
    expect(reportHead(settings, '2026-01-01T00:00:00.000Z')).toEqual({
      schema: 'urn:kms-custom-key-store:conform-report:1',
      version,
      date: '2026-01-01T00:00:00.000Z',
      name: 'kms.example.com:8443',
      endpoint: 'https://kms.example.com:8443/a?b',
      edition: 'developer-guide'
    })
  })

  it('has the name and the version that it is told', () => {
    const head = reportHead({ ...settings, name: 'mine', implementationVersion: '2' }, 'a date')
    expect(head).toMatchObject({ name: 'mine', implementationVersion: '2', date: 'a date' })
    expect(reportHead({ ...settings, implementationVersion: undefined }, '')).not.toHaveProperty(
      'implementationVersion'
    )
  })

  it('calls what has no address unnamed', () => {
    expect(reportHead({ ...settings, endpoint: 'no address' }, '')).toMatchObject({
      name: 'unnamed',
      endpoint: 'unnamed'
    })
  })

  it('has the version of the package', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ version })
  })
})
