/** The exceptions of an operation are those that AWS's own client documents. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentedExceptions } from '../../src/exceptions/documentedExceptions.js'

const client = createRequire(import.meta.url).resolve('@aws-sdk/client-kms/package.json')

/** What the doc comment of a command says that it throws; the base class of all its exceptions says nothing. */
const thrownBy = (operation: string): ReadonlyArray<string> => {
  const declaration = join(client, `../dist-types/commands/${operation}Command.d.ts`)
  const thrown = readFileSync(declaration, 'utf8').matchAll(/@throws \{@link (\w+)\}/g)
  return [...thrown].map(([, name = '']) => name).filter((name) => name !== 'KMSServiceException')
}

describe('the exceptions that a page lists', () => {
  it.each(Object.entries(documentedExceptions))(
    'are those that the command of AWS’s client throws: %s',
    (operation, names) => {
      expect([...new Set(thrownBy(operation))].sort()).toEqual([...names].sort())
    }
  )
})
