import { expect, it } from 'vitest'
import { progressBar } from '../../src/cli/conformProgress.js'

it('a progress bar is shown on a terminal, now and then, and erased', () => {
  const written: Array<string> = []
  let time = 0
  const bar = progressBar({ isTTY: true, write: (text) => written.push(text) }, () => time)
  bar.hide()
  bar.show(1, 4)
  bar.show(2, 4)
  time = 1_000
  bar.show(4, 4)
  bar.hide()
  bar.hide()
  expect(written).toEqual([
    `\r\u001b[2K${'█'.repeat(8)}${'░'.repeat(22)} 1 of 4`,
    `\r\u001b[2K${'█'.repeat(30)} 4 of 4`,
    '\r\u001b[2K'
  ])
})

it('a progress bar is not shown where nobody looks on', () => {
  const written: Array<string> = []
  const bar = progressBar({ write: (text) => written.push(text) }, () => 0)
  bar.show(1, 2)
  bar.hide()
  expect(written).toEqual([])
})
