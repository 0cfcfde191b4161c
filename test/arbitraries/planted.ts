/** Endpoints of this process that are wrong in one thing. */
import type { Endpoint } from '../../src/endpoint/index.js'
import type { EndpointInProcess } from '../../src/arbitraries/index.js'
import type { OperationName } from '../../src/conform/index.js'
import { endpointWith } from '../endpoint/world.js'

type Answer = ReturnType<Endpoint['answer']>

/** A request and its answer: the exception that answers, if one does, and the output. */
export interface Seen {
  readonly request: any
  readonly exception: string | undefined
  readonly output: any
}

export const accepts = (output: object = {}): Partial<Answer> => ({
  status: 200,
  body: JSON.stringify(output)
})
export const refuses = (name: string, status = 400): Partial<Answer> => ({
  status,
  body: JSON.stringify({ __type: name, message: '' })
})

/** Makes a right endpoint that gives another answer to one operation where `instead` has one. */
export const wrong =
  (operation: OperationName, instead: (seen: Seen, endpoint: Endpoint) => Partial<Answer> | undefined) =>
  (): EndpointInProcess => {
    const endpoint = endpointWith({ connectionDelay: 'manual' })
    return {
      settle: endpoint.settle,
      answer: (caller, request) => {
        const answer = endpoint.answer(caller, request)
        if (request.headers['x-amz-target'] !== `TrentService.${operation}`) return answer
        const output = JSON.parse(answer.body)
        const exception = answer.status === 200 ? undefined : output.__type
        const other = instead({ request: JSON.parse(request.body), exception, output }, endpoint)
        return { ...answer, ...other }
      }
    }
  }
