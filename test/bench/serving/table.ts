/** What a request costs `serve` in CPU time, beside a bare server of node:http with the same client. */
import { median } from '../measure.js'
import { number, spreadOf, type Table } from '../Table.js'
import { started } from './started.js'

const rounds = 7
const requestsInRound = 4_000
const preload = new URL('./usage.js', import.meta.url)

type Server = Awaited<ReturnType<typeof started>>

/** Microseconds of CPU that a request costs in a round. */
const costOf = async ({ ask, tell }: Server): Promise<number> => {
  const usage = async (): Promise<number> => {
    const { user, system } = await tell<NodeJS.CpuUsage>('usage')
    return user + system
  }
  const before = await usage()
  await ask(requestsInRound)
  return ((await usage()) - before) / requestsInRound
}

export const serving = async (): Promise<Table> => {
  const serve = await started(preload, 'dist/cli/main.cjs', 'serve', '--port', '0', '--log', 'json')
  const bare = await started(preload, new URL('./bare.js', import.meta.url).pathname)
  try {
    const costs: Array<readonly [number, number]> = []
    for (let round = -2; round < rounds; round++) {
      const cost = [await costOf(serve), await costOf(bare)] as const
      if (round >= 0) costs.push(cost)
    }
    const cost = (i: 0 | 1): string => `${number(median(costs.map((round) => round[i])))} µs`
    return {
      title: 'Serving',
      note: 'CPU time a request, as the server itself counts it: DescribeCustomKeyStores, eight connections that are kept, a line of JSON in the log for each request.',
      columns: ['serve', 'bare'],
      rows: [
        {
          name: 'a bare node:http server that parses and prints',
          figures: [cost(0), cost(1)],
          ratio: spreadOf(costs.map(([ours, theirs]) => ours / theirs)),
          atMost: 2
        }
      ]
    }
  } finally {
    serve.stop()
    bare.stop()
  }
}
