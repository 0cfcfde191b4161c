import type { AnsweredRequest } from './AnsweredRequest.js'

/** How many requests are remembered, and how many characters of bodies they had together; older ones are dropped. */
const mostRequests = 1_000
const mostCharacters = 4_000_000

interface Remembered {
  readonly request: AnsweredRequest
  readonly characters: number
}

/** Remembers the latest requests. */
export const requestLog = () => {
  let remembered: Array<Remembered> = []
  let characters = 0
  let number = 0
  return {
    /** `length`: of the body of the request and of its answer, in characters. */
    add: (request: Omit<AnsweredRequest, 'number'>, length: number): void => {
      number += 1
      remembered.push({ request: { number, ...request }, characters: length })
      characters += length
      while (remembered.length > mostRequests || (characters > mostCharacters && remembered.length > 1))
        characters -= remembered.shift()?.characters ?? 0
    },
    all: (): ReadonlyArray<AnsweredRequest> => remembered.map(({ request }) => request),
    clear: (): void => {
      remembered = []
      characters = 0
      number = 0
    }
  }
}
