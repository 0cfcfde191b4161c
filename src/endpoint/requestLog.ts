import type { Handled } from '../protocol/handled.js'
import { answeredRequest, noted, type AnsweredRequest, type Asked, type Noted } from './AnsweredRequest.js'

/** How many requests are remembered, and how many characters they have together; older ones are dropped. */
const mostRequests = 1_000
const mostCharacters = 4_000_000

/** Remembers the latest requests. */
export const requestLog = () => {
  const remembered: Array<Noted> = []
  let characters = 0
  let number = 0
  return {
    add: (asked: Omit<Asked, 'number'>, handled: Handled): void => {
      number += 1
      const one = noted({ ...asked, number }, handled)
      remembered.push(one)
      characters += one.length
      while (remembered.length > mostRequests || (characters > mostCharacters && remembered.length > 1))
        characters -= remembered.shift()?.length ?? 0
    },
    all: (): ReadonlyArray<AnsweredRequest> => remembered.map(answeredRequest),
    clear: (): void => {
      remembered.length = 0
      characters = 0
      number = 0
    }
  }
}
