/** The curves of growth as a picture: a panel for each thing that grows, on logarithmic scales. */
import type { Curve } from './growthTable.js'

const [panelWidth, panelHeight, margin, legendLine] = [300, 220, 50, 16]
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000', '#999999']
const greatest = 4
const least = 0.5

const text = (x: number, y: number, words: string, anchor = 'start', colour = '#333'): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${words}</text>`

const line = (x1: number, y1: number, x2: number, y2: number, style: string): string =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" ${style}/>`

/** Where a share of the way from `from` to `to` is, on a logarithmic scale. */
const along = (value: number, from: number, to: number): number =>
  Math.log(Math.min(Math.max(value, from), to) / from) / Math.log(to / from)

const panel = (by: Curve['by'], curves: ReadonlyArray<Curve>, left: number): string => {
  const sizes = curves[0]!.sizes
  const [bottom, right] = [margin + panelHeight, left + panelWidth]
  const x = (size: number): number => left + panelWidth * along(size, sizes[0]!, sizes.at(-1)!)
  const y = (multiple: number): number => bottom - panelHeight * along(multiple, least, greatest)
  const scale = [0.5, 1, 2, 4].map(
    (at) =>
      line(left, y(at), right, y(at), at === 2 ? 'stroke="#c00" stroke-dasharray="4"' : 'stroke="#ddd"') +
      text(left - 6, y(at) + 4, `${String(at)}×`, 'end')
  )
  const marks = sizes.map((size) => text(x(size), bottom + 18, size.toLocaleString('en'), 'middle'))
  const drawn = curves.map(({ name, multiples }, i) => {
    const colour = colours[i % colours.length]!
    const points = [1, ...multiples]
      .map((multiple, at) => `${x(sizes[at]!).toFixed(1)},${y(multiple).toFixed(1)}`)
      .join(' ')
    return (
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      text(left, bottom + 44 + legendLine * i, name, 'start', colour)
    )
  })
  return [text(left, margin - 14, `by ${by}`), ...scale, ...marks, ...drawn].join('\n')
}

/** A picture as the text of an SVG file. Beyond four times, a curve runs along the upper edge. */
export const pictureOf = (curves: ReadonlyArray<Curve>): string => {
  const panels = (['stores', 'keys'] as const).map(
    (by) => [by, curves.filter((curve) => curve.by === by)] as const
  )
  const width = panels.length * (panelWidth + 2 * margin)
  const height = margin + panelHeight + 54 + legendLine * Math.max(...panels.map(([, all]) => all.length))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" font-family="sans-serif" font-size="12">`,
    '<title>What operations cost in large accounts, as multiples of a small one; dashed: the limit of 2</title>',
    `<rect width="${String(width)}" height="${String(height)}" fill="#fff"/>`,
    ...panels.map(([by, all], i) => panel(by, all, margin + i * (panelWidth + 2 * margin))),
    '</svg>',
    ''
  ].join('\n')
}
