/** A mutant of Stryker in the form in which it is kept: where it is, what stood there, and what was put there. */

/** The text that a mutant takes the place of, on one line. */
const original = (text, { start, end }) => {
  const lines = text.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  lines[last] = lines[last].slice(0, end.column - 1)
  return lines
    .join('\n')
    .slice(start.column - 1)
    .replaceAll(/\s+/g, ' ')
}

/** As Stryker takes it behind the name of a file. */
const place = ({ start, end }) => `${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`

/** `text`: of the file that it is in. `location`: counted from 1. */
export const toldOf = (text, { location, mutatorName, replacement }) => ({
  at: place(location),
  mutatorName,
  from: original(text, location),
  to: replacement
})
