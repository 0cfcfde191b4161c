/** Many stores, ids that look alike, many events in a moment, and the editions on which a verdict hangs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionNames, type EditionName } from '../../src/index.js'
import { judge, kmsEvent, type Judgement } from '../../src/judge/index.js'
import { event, hsm, inShort, judged, on, verdictsOn } from './cloudTrail.js'

const hour = 3600
const does = on(hsm)

const judgedUnder = (edition: EditionName, log: Parameters<typeof judged>[0]) =>
  judge.verdicts(judged(log, { edition, consistentWithin: 0 }))

describe('many stores', () => {
  it('are judged each by itself', () => {
    const count = 20_000
    const ids = Array.from({ length: count }, (_, i) => `cks-${i.toString(16).padStart(17, '0')}`)
    let judgement: Judgement = judge.start()
    for (const operation of ['CreateKey', 'DeleteCustomKeyStore']) {
      const seconds = operation === 'CreateKey' ? 0 : hour
      for (const [i, id] of ids.entries()) {
        if (seconds > 0 && i % 1_000 !== 0) continue
        judgement = judge.observe(event(on(id)(operation, seconds)))(judgement)
      }
    }
    const summaries = judge.summaries(judgement)
    expect(summaries.map(({ store }) => store)).toEqual(ids)
    expect(summaries.filter(({ contradictions }) => contradictions === 1)).toHaveLength(count / 1_000)
  })

  it('whose names are the same when they are put together are different stores', () => {
    const [one, other] = [
      { ...on('b/c')('CreateKey', 0), awsRegion: 'a' },
      { ...on('c')('DeleteCustomKeyStore', hour), awsRegion: 'a/b' }
    ]
    expect(verdictsOn(one, other)).toEqual([])
    expect(judge.storesOf(judged([one, other]))).toHaveLength(2)
  })

  it('are plain data: a judgement goes on from its JSON', () => {
    const log = [does('CreateKey', 0), does('DeleteCustomKeyStore', hour)]
    const [first, second] = log.map(event)
    const soFar = JSON.parse(JSON.stringify(judge.observe(first!)(judge.start()))) as Judgement
    expect(judge.verdicts(judge.observe(second!)(soFar)).map(inShort)).toEqual(verdictsOn(...log))
  })
})

describe('events in the order of newest first', () => {
  it('are judged as in the other, within the window', () => {
    const log = Array.from({ length: 2_000 }, (_, i) => does(i % 2 === 0 ? 'GenerateRandom' : 'CreateKey', i))
    const last = does('DeleteCustomKeyStore', 2_000 + hour)
    const settings = { window: 9_999 }
    const backward = judge.verdicts(judged([last, ...[...log].reverse()], settings)).map(inShort)
    expect(backward).toEqual(judge.verdicts(judged([...log, last], settings)).map(inShort))
    expect(backward).toHaveLength(1)
  })
})

describe('a moment', () => {
  it('may have any number of events', () => {
    const crowd = Array.from({ length: 30_000 }, (_, i) => ({
      ...does(i % 2 === 0 ? 'ConnectCustomKeyStore' : 'DisconnectCustomKeyStore', hour),
      eventID: String(i)
    }))
    const [summary] = judge.summaries(judged([does('UpdateCustomKeyStore', 0), ...crowd]))
    expect(summary).toMatchObject({ events: crowd.length + 1, contradictions: 0 })
    const refused = crowd.map((one, i) => ({ ...one, errorCode: `Unknown${String(i)}` }))
    const late = [...refused.slice(0, 100), does('DeleteCustomKeyStore', hour), ...refused.slice(100)]
    expect(judge.summaries(judged(late))[0]!.states).toContain('deleted')
  })
})

describe('a time', () => {
  it('may have fractions of a second', () => {
    const log = [does('CreateKey', 0), { ...does('DeleteCustomKeyStore', 0), eventTime: 1_704_070_800.5 }]
    expect(judge.verdicts(judged(log))[0]).toMatchObject({ event: { time: 1_704_070_800.5 } })
  })
})

describe('the edition', () => {
  it('on which a verdict hangs is named, with those under which it would be none', () => {
    const log = [
      does('GenerateRandom', 0),
      does('UpdateCustomKeyStore', hour, undefined, { newCustomKeyStoreName: 'New' })
    ]
    const [verdict] = judge.verdicts(judged(log))
    expect(verdict).toMatchObject({ edition: 'exception-text-2022', rule: 'membersAreUpdatable' })
    for (const edition of editionNames) {
      expect([edition, judgedUnder(edition, log).length]).toEqual([
        edition,
        verdict!.allowedBy.includes(edition) ? 0 : 1
      ])
    }
    expect(verdict!.allowedBy).toContain('exception-text-2026')
    expect(judgedUnder('exception-text-2026', log)).toEqual([])
  })

  it('by which a whole log is possible is always among those that allow a verdict', () => {
    const operations = [
      'ConnectCustomKeyStore',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore',
      'CreateKey',
      'DeleteCustomKeyStore'
    ]
    const names = { newCustomKeyStoreName: 'New' }
    fc.assert(
      fc.property(
        fc.constantFrom(...editionNames),
        fc.array(
          fc.tuple(
            fc.constantFrom(...operations),
            fc.constantFrom(undefined, 'CustomKeyStoreInvalidStateException')
          ),
          { maxLength: 8 }
        ),
        (edition, events) => {
          const log = events.map(([operation, refusal], i) => does(operation, i * hour, refusal, names))
          const possible = editionNames.filter((other) => judgedUnder(other, log).length === 0)
          const [verdict] = judgedUnder(edition, log)
          if (verdict !== undefined) expect(verdict.allowedBy).toEqual(expect.arrayContaining(possible))
        }
      ),
      { numRuns: 200 }
    )
  })
})

describe('kmsEvent', () => {
  it('answers for a value that throws when it is read', () => {
    const throws = {
      get eventSource() {
        throw new Error('no')
      }
    }
    expect(kmsEvent(throws)).toMatchObject({ _tag: 'Left' })
    expect(
      kmsEvent(
        new Proxy(
          {},
          {
            has: () => {
              throw new Error('no')
            }
          }
        )
      )
    ).toMatchObject({ _tag: 'Left' })
  })
})
