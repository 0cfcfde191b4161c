/** The exceptions of an operation are those that AWS's own client documents. */
import { describe, expect, it } from 'vitest'
import { declarationsIn } from '../documentation/drift/client.js'
import { documentedExceptions } from '../../src/exceptions/documentedExceptions.js'

/** What the doc comment of a command says that it throws; the base class of all its exceptions says nothing. */
const thrownBy = (operation: string): ReadonlyArray<string> => {
  const thrown = declarationsIn(`commands/${operation}Command.d.ts`).matchAll(/@throws \{@link (\w+)\}/g)
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
