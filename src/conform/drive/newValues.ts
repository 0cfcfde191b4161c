import { randomUUID } from 'node:crypto'
import type { EndpointReply, Exchange, Members } from '../Exchange.js'
import { givenIn, takesGiven } from '../givenValues.js'
import { inTexts } from '../inTexts.js'
import { tokenInLetters, tokensIn, withTokens } from '../runToken.js'
import type { Inventor } from './Inventor.js'

/** New values in place of those of exchanges that are played again. */
export interface NewValues {
  /** A request with new names, and with what the new answers gave; nothing where it asks for a page that there is not. */
  readonly put: (request: Members) => Members | undefined
  /** Takes what a new answer gives in place of what the old one gave. */
  readonly learn: (old: EndpointReply, own: EndpointReply) => void
}

/** The account in an ARN. */
const accountIn = (arn: string): string | undefined => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1]

const unknownStore = /^cks-c0nf0rm[a-p]+$/

/** `exchanges`: all that may have given a value, even where they are not played again. */
export const newValues = (invent: Inventor, exchanges: ReadonlyArray<Exchange>): NewValues => {
  const given = new Set(exchanges.flatMap(({ reply }) => givenIn(reply)).map(({ value }) => value))
  const known = new Map<string, string>()
  const accounts = new Map<string, string>()
  const tokens = tokensIn(JSON.stringify(exchanges.map(({ request }) => request)))
  const renamed = withTokens(tokens, (_, isInLetters) =>
    isInLetters ? tokenInLetters(invent.token) : invent.token
  )

  /** What stands for something that was not made this time. */
  const unknown = (value: string, name: string): string => {
    const made = name === 'CustomKeyStoreId' ? invent.unknownStore() : randomUUID()
    known.set(value, made)
    return made
  }

  const own = (value: string, name: string): string => {
    const found = takesGiven(name) ? known.get(value) : undefined
    if (found !== undefined) return found
    if ((takesGiven(name) && given.has(value)) || unknownStore.test(value)) return unknown(value, name)
    return [...accounts].reduce((text, [from, to]) => text.replaceAll(from, to), renamed(value))
  }

  return {
    put: (request) => {
      const { Marker: marker } = request
      const isOfNoPage = typeof marker === 'string' && given.has(marker) && !known.has(marker)
      return isOfNoPage ? undefined : inTexts(request, own)
    },
    learn: (old, answered) => {
      const places = new Map(givenIn(answered).map(({ path, value }) => [path, value]))
      for (const { path, value } of givenIn(old)) {
        const instead = places.get(path)
        if (instead === undefined) continue
        if (!known.has(value)) known.set(value, instead)
        const [from, to] = [accountIn(value), accountIn(instead)]
        if (from !== undefined && to !== undefined) accounts.set(from, to)
      }
    }
  }
}
