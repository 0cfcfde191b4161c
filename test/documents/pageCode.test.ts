/** The code of the pages compiles as a user would compile it: strict, with the types of the package. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { complaintsAbout, settings } from './compiling.js'

const pages = [
  'README.md',
  'docs/embedding.md',
  'docs/without-fp-ts.md',
  'docs/endpoint.md',
  'docs/testing-with-the-sdk.md',
  'docs/conform.md',
  'docs/testing.md',
  'docs/arbitraries.md',
  'docs/workflows.md'
]

const codeOf = (page: string): string =>
  [...readFileSync(page, 'utf8').matchAll(/```(?:ts|js)\n(.*?)```/gs)].map(([, code]) => code).join('\n')

const fileOf = (page: string): string => resolve(page.replace('.md', '.page.ts'))

const wrong = "import * as cks from 'kms-custom-key-store'\ncks.stateAfter('ConnectCustomKeyStore')('LOST')\n"

const texts = new Map([
  ...pages.map((page) => [fileOf(page), codeOf(page)] as const),
  [fileOf('docs/wrong.md'), wrong]
])

describe.each(Object.entries(settings))('with the modules of %s', (_, options) => {
  /** Of one run of the compiler, which takes seconds. */
  let complaints: ReadonlyArray<string> = []
  beforeAll(() => {
    complaints = complaintsAbout(texts, options)
  })

  it.each(pages)('the code of %s compiles', (page) => {
    expect(codeOf(page)).not.toBe('')
    expect(complaints.filter((complaint) => complaint.startsWith(fileOf(page)))).toEqual([])
  })

  it('code that does not compile is found', () => {
    expect(complaints.filter((complaint) => complaint.startsWith(fileOf('docs/wrong.md')))).toEqual([
      expect.stringContaining('wrong.page.ts:2: ')
    ])
  })
})
