import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sources } from '../src/sources.js'

const rest = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path !== 'sources.ts')
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n')

describe('the pages', () => {
  it('are each cited by something', () => {
    const uncited = Object.keys(sources).filter((page) => !new RegExp(`(@see |')${page}\\b`).test(rest))
    expect(uncited).toEqual([])
  })

  it('are each named after its address at AWS', () => {
    const kms = 'https://docs.aws.amazon.com/kms/latest'
    const inKmsDocumentation = Object.entries(sources).filter(([, { url }]) => url.startsWith(kms))
    expect(inKmsDocumentation.length).toBeGreaterThan(20)
    for (const [page, { url }] of inKmsDocumentation) {
      const part = page.startsWith('API_') || page === 'CommonErrors' ? 'APIReference' : 'developerguide'
      expect(url.replace(/#[a-z-]+$/, '')).toBe(`${kms}/${part}/${page}.html`)
    }
  })

  it('have each a title and an address of their own', () => {
    const all = Object.values(sources)
    expect(all.every(({ url }) => url.startsWith('https://'))).toBe(true)
    expect(new Set(all.map(({ url }) => url)).size).toBe(all.length)
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
  })
})
