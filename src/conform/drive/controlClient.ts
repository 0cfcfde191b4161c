import type { Control } from './Control.js'

/** The path below the address of an endpoint under which the control interface of this package is. */
const path = '/_control/'

/** The control interface of an endpoint at a URL. `token`: what it asks for, if it does; `timeout`: milliseconds for an answer. */
export const controlAt = (endpoint: string, token: string | undefined, timeout: number): Control => {
  const address = new URL(path, endpoint)
  address.username = ''
  address.password = ''
  const asks = async (method: string, name: string, body: object): Promise<void> => {
    const answer = await fetch(new URL(name, address), {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` })
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout)
    })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${method} ${path}${name} returned status ${String(answer.status)}`)
  }
  return {
    begin: (world) => asks('PUT', 'world', world),
    end: () => asks('POST', 'reset', {}),
    tell: asks
  }
}
