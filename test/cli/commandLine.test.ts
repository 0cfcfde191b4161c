/** The command line of every command: what is alike in all of them, and what no argument can do to it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ended } from './ended.js'

const commands = ['replay', 'explain', 'plan', 'judge', 'conform', 'serve']

const longest = 1_048_576

const hostile: ReadonlyArray<readonly [string, string]> = [
  ['empty', ''],
  ['a prototype', '__proto__'],
  ['a constructor', 'constructor'],
  ['an option of a prototype', '--__proto__=x'],
  ['a lone surrogate', '\ud800'],
  ['control characters', '\u001b[2J\u009b\u0007'],
  ['an option of control characters', '--\u001b[2J'],
  ['a change of direction', '\u202e\u2066'],
  ['longer than a screen', 'x'.repeat(longest)],
  ['an option longer than a screen', `--${'x'.repeat(longest)}`],
  ['many short options', `-${'x'.repeat(longest)}`],
  ['many words', 'a,'.repeat(longest / 2)]
]

/** Whether a terminal shows it as it is, and it fits on one. */
const isHarmless = (text: string): boolean =>
  text.length < 5_000 && !/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)

describe('a hostile argument', () => {
  const places = (argument: string): ReadonlyArray<ReadonlyArray<string>> => [
    [argument],
    ...commands.filter((command) => command !== 'judge').map((command) => [command, argument, argument]),
    ...commands.flatMap((command) => [
      [command, '--edition', argument],
      [command, `--edition=${argument}`]
    ]),
    ['explain', 'CreateKey', '--state', argument],
    ['plan', argument, '--state', 'CONNECTED'],
    ['plan', 'CONNECTED', '--state', 'FAILED', '--error', argument],
    ['plan', 'deleted', '--state', 'CONNECTED', '--pending', `${argument}x`],
    ['conform', '--endpoint', argument],
    ['conform', '--endpoint', 'http://localhost:1', '--region', `${argument}/`],
    ['conform', '--endpoint', 'http://localhost:1', '--stores', argument],
    ['serve', '--port', argument],
    ['serve', '--host', `${argument}x`],
    ['serve', '--account', argument],
    ['serve', '--infrastructure', argument]
  ]

  it.each(hostile)('that is %s is refused in words that do no harm', async (_, argument) => {
    for (const args of places(argument)) {
      const { code, stdout, stderr } = await ended(args)
      expect([code, stdout], stderr.slice(0, 300)).toEqual([2, ''])
      expect(isHarmless(stderr), stderr.slice(0, 300)).toBe(true)
      expect(stderr).toMatch(/^kms-custom-key-store[^\n]*: [^\n]+\nRun 'kms-custom-key-store[ a-z]* --help'/)
    }
  })

  it.each(hostile)(
    'that is %s is complained of by judge and replay as the name of a file',
    async (_, argument) => {
      const judged = await ended(['judge', '--', argument])
      const replayed = await ended(['replay', '--', `./${argument}`])
      expect([judged.code, replayed.code]).toEqual([2, 1])
      expect(judged.stderr).toMatch(/: cannot be read to its end: E[A-Z]+: /)
      expect(replayed.stderr).toMatch(/^kms-custom-key-store replay: cannot read .*: E[A-Z]+: /)
      expect(isHarmless(judged.stderr + replayed.stderr)).toBe(true)
    }
  )

  it('never makes the program throw, whatever it is and with whatever others it comes', async () => {
    const word = fc.oneof(
      fc.constantFrom(...commands.slice(0, 3), '--', '-', '--json', '--state', 'CONNECTED', '--edition'),
      // No system passes on an argument with a NUL.
      fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'))
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (args) => {
        const { code, stderr } = await ended(args.filter((arg) => !/^-.*[hv]/.test(arg)))
        expect([0, 1, 2]).toContain(code)
        expect(isHarmless(stderr)).toBe(true)
      }),
      { numRuns: 300 }
    )
  })
})

describe('the help of a command', () => {
  it.each(commands)(
    '%s begins with its usage and shows an example, the exit codes and each default',
    async (name) => {
      const { code, stdout, stderr } = await ended([name, '--help'])
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(new RegExp(`^Usage: kms-custom-key-store ${name} .*\\[OPTIONS\\].*\n`))
      expect(stdout).toContain(`\nExample:\n  kms-custom-key-store ${name} `)
      expect(stdout).toContain('\nExit code: 0')
      expect(stdout).toMatch(/--edition NAME .*exception-text-2022/s)
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
    }
  )

  it('is shown for -h, also after arguments, before what is missing is complained of', async () => {
    const { stdout } = await ended(['conform', '--help'])
    expect(await ended(['conform', '-h'])).toEqual({ code: 0, stdout, stderr: '' })
    expect(await ended(['conform', '--json', '-h'])).toEqual({ code: 0, stdout, stderr: '' })
  })
})

describe('a wrong command line', () => {
  it.each([
    [['--', 'replay'], 'a command is missing'],
    [['--', 'replay', 'x'], "unexpected argument 'replay x'"],
    [['conform', '--only', '--json'], "--only must be text that does not begin with --, not '--json'"],
    [['explain', '<b>', '--state', 'FAILED'], "GenerateDataKeyWithoutPlaintext, not '<b>'"],
    [['conform', '--junit', ''], "--junit must be the name of a file, not ''"],
    [['conform', '--endpoint'], "option '--endpoint URL' argument missing"],
    [['conform', '--endpoint', 'http://localhost:1', 'x', 'y'], "unexpected argument 'x y'"],
    [['judge', '-', '--windw', '1'], "Unknown option '--windw' (Did you mean --window?)"],
    [['conform', '--jsn'], "Unknown option '--jsn' (Did you mean --json?)"],
    [['serve', '--allow-remote=yes'], "Unknown option '--allow-remote=yes'"]
  ])('%j is told apart: %s', async (args, complaint) => {
    const { code, stdout, stderr } = await ended(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`${complaint}\nRun '`)
  })
})
