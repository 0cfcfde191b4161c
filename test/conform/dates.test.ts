/** Moments of answers that are in another form than AWS JSON has: one deviation, from which nothing follows. */
import { describe, expect, it } from 'vitest'
import { withDates } from '../../src/conform/dates.js'
import type { Exchange, Members } from '../../src/conform/Exchange.js'

const answered = (output: Members): Exchange => ({
  operation: 'DescribeKey',
  request: {},
  reply: { output, status: 200 }
})

const read = (output: Members) => {
  const { exchange, wrong } = withDates(answered(output))
  return {
    output: 'output' in exchange.reply ? exchange.reply.output : undefined,
    wrong: wrong.map(({ rule, expected, got, kind }) => [rule, expected, got, kind].join(' | '))
  }
}

const text = '2024-01-01T00:00:00Z'
const seconds = 1_704_067_200

describe('a moment', () => {
  it.each(['CreationDate', 'DeletionDate', 'LastUpdatedDate', 'ValidTo', 'ParametersValidTo'])(
    '%s that is a text is read as one, and told',
    (name) => {
      expect(read({ [name]: text })).toEqual({
        output: { [name]: seconds },
        wrong: [
          `answerIsAwsJson | ${name} as a number of seconds since 1970 | ${name} "${text}" | a date that is a text`
        ]
      })
    }
  )

  it('is found in the answer, in what it shows, and in each entry of a list', () => {
    expect(
      read({ KeyMetadata: { CreationDate: text }, CustomKeyStores: [{ CreationDate: text }, 'a', null] })
    ).toEqual({
      output: {
        KeyMetadata: { CreationDate: seconds },
        CustomKeyStores: [{ CreationDate: seconds }, 'a', null]
      },
      wrong: [expect.stringContaining('a date that is a text')]
    })
    expect(read({ A: { B: { CreationDate: text } } }).output).toEqual({ A: { B: { CreationDate: seconds } } })
    expect(read({ A: [{ B: { CreationDate: text } }] }).output).toEqual({
      A: [{ B: { CreationDate: seconds } }]
    })
  })

  it('is not looked for deeper, nor in lists of lists, nor under other names', () => {
    for (const output of [
      { A: { B: { C: { CreationDate: text } } } },
      { A: [[{ CreationDate: text }]] },
      { creationDate: text },
      { Date: text }
    ]) {
      expect(read(output)).toEqual({ output, wrong: [] })
    }
  })

  it('of another kind is told so, and stands for the first of all', () => {
    expect(read({ CreationDate: { a: 1 }, DeletionDate: 'never' })).toEqual({
      output: { CreationDate: 0, DeletionDate: 0 },
      wrong: [
        'answerIsAwsJson | CreationDate as a number of seconds since 1970 | CreationDate {"a":1} | a date that is no number'
      ]
    })
  })

  it('that is a number, or is not there, is left alone', () => {
    for (const output of [{ CreationDate: 7.5 }, { CreationDate: null }, { CreationDate: undefined }, {}]) {
      const exchange = answered(output)
      expect(withDates(exchange)).toEqual({ exchange, wrong: [] })
      expect(withDates(exchange).exchange).toBe(exchange)
    }
  })

  it('is not looked for where there is no output', () => {
    const exchange: Exchange = {
      operation: 'DescribeKey',
      request: {},
      reply: { exception: 'a', message: '' }
    }
    expect(withDates(exchange)).toEqual({ exchange, wrong: [] })
  })
})
