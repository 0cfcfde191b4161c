/** The drawing of the states has the arrows that there are, in every edition. */
import { expect, it } from 'vitest'
import { arrows } from '../../src/documents/index.js'
import { editionNames } from '../../src/editions/editions.js'
import { boxOf, drawing, middles, size, type Point } from '../../src/explorer/diagram.js'
import { connectionStates } from '../../src/model/ConnectionState.js'

const inOrder = (all: ReadonlyArray<{ readonly from: string; readonly by: string; readonly to: string }>) =>
  all.map(({ from, by, to }) => `${from} ${by} ${to}`).sort()

it.each(editionNames)('has the arrows of %s', (edition) => {
  expect(inOrder(drawing)).toEqual(inOrder(arrows(edition)))
})

const edges = /^M([\d.]+) ([\d.]+).*?(?:([\d.]+) ([\d.]+)|H([\d.]+))$/

/** Where a line begins and ends. */
const endsOf = (line: string): readonly [Point, Point] => {
  const [, x = '', y = '', toX, toY, across] = edges.exec(line)!
  return [
    { x: Number(x), y: Number(y) },
    { x: Number(toX ?? across), y: Number(toY ?? y) }
  ]
}

const isNear = ({ x, y }: Point, node: keyof typeof middles): boolean => {
  const middle = middles[node]
  const half = node === 'start' || node === 'deleted' ? { x: 24, y: 24 } : boxOf(node)
  return Math.abs(x - middle.x) <= half.x / 2 + 5 && Math.abs(y - middle.y) <= half.y / 2 + 5
}

it('each arrow begins and ends at the states that it is about', () => {
  const wrong = drawing.filter(({ from, to, line }) => {
    const [start, end] = endsOf(line)
    return !isNear(start, from) || !isNear(end, to)
  })
  expect(wrong.map(({ from, by }) => `${from} ${by}`)).toEqual([])
})

it('every state is within the drawing', () => {
  for (const state of connectionStates) {
    const [middle, box] = [middles[state], boxOf(state)]
    expect(middle.x - box.x / 2, state).toBeGreaterThanOrEqual(0)
    expect(middle.x + box.x / 2, state).toBeLessThanOrEqual(size.x)
    expect(middle.y + box.y / 2, state).toBeLessThanOrEqual(size.y)
  }
})
