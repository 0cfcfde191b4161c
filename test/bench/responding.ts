/** A request from its bytes to the bytes of its answer, beside parsing the one and printing the other. */
import { respond } from '../../src/protocol/index.js'
import { accountOf, asked, requests } from './growing.js'
import { given } from './growth.js'
import { rowsAlone } from './alone.js'
import { ratioTo } from './comparison.js'
import { asking, measure, median, type Contender } from './measure.js'
import type { Rows } from './rows.js'
import { number, type Row, type Table } from './Table.js'

/** Ours, and what it is held to. */
export const respondingContenders = (name: string): readonly [Contender, Contender] => {
  const account = accountOf(10, 10)
  const request = asked(name, requests[name]!(account))
  const circumstances = { ...given, requestId: 'r', cryptography: undefined as never }
  const { status, body } = respond(circumstances)(request)(account).answer
  if (status !== 200) throw new Error(`${name}: ${body}`)
  const answer: unknown = JSON.parse(body)
  const bytes = Buffer.from(request.body)
  return [
    asking('respond', [bytes], (sent) => {
      const read = { ...request, body: sent.toString() }
      return Buffer.from(respond(circumstances)(read)(account).answer.body).length > 0
    }),
    asking('parse and print', [bytes], (sent) => {
      const read: unknown = JSON.parse(sent.toString())
      return read !== undefined && Buffer.from(JSON.stringify(answer)).length > 0
    })
  ]
}

const rowOf = async (name: string, rounds: number, span: number): Promise<Row> => {
  const speeds = await measure(respondingContenders(name), rounds, span)
  const cost = (i: number): string => `${number(1e9 / median(speeds.map((round) => round[i]!)))} ns`
  return { name, figures: [cost(0), cost(1)], ratio: ratioTo(1, speeds), atMost: 3 }
}

export const respondingRows: Rows = async (rounds, span) => {
  const rows: Array<Row> = []
  for (const name of Object.keys(requests)) rows.push(await rowOf(name, rounds, span))
  return rows
}

export const responding = (): Table => ({
  title: 'Responding',
  note: 'From the bytes of a request to those of its answer, in an account of ten stores and ten keys, beside JSON.parse and JSON.stringify of the same bytes.',
  columns: ['respond', 'parse and print'],
  rows: rowsAlone('responding', 5, 200)
})
