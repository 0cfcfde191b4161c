/** Requests as a shell takes them: nothing in them is run, what was made up is new each time. */
import { describe, expect, it } from 'vitest'
import { tokenInLetters } from '../../src/conform/runToken.js'
import { jsonForShell, needsRun, quoted, settingRun } from '../../src/conform/shellText.js'

describe('a text for a shell', () => {
  it('stands as it is where every shell takes it so', () => {
    for (const text of ['abc', 'A_9', 'https://a.example.com:80/b-c', 'a,b.c@d%e+f']) {
      expect(quoted(text)).toBe(text)
    }
  })

  it('is quoted otherwise', () => {
    expect(quoted('')).toBe("''")
    expect(quoted('a b')).toBe("'a b'")
    expect(quoted('$(x)`y`;"')).toBe("'$(x)`y`;\"'")
    expect(quoted("it's 'so'")).toBe("'it'\\''s '\\''so'\\'''")
    expect(quoted('a\nb')).toBe("'a\nb'")
    expect(quoted('a#')).toBe("'a#'")
  })
})

describe('members for a shell', () => {
  const json = jsonForShell(['0123abcd'], new Map([['cks-1', 'STORE']]))

  it('are JSON in single quotes, of letters that do nothing to a terminal', () => {
    expect(json({ a: 'b', n: 1.5, t: true, z: null, l: [1, 'c', { d: [] }], u: undefined })).toBe(
      `'{"a":"b","n":1.5,"t":true,"z":null,"l":[1,"c",{"d":[]}]}'`
    )
    expect(json({ "it's": 'é\u001b[\ud800~ ' })).toBe(`'{"it'\\''s":"\\u00e9\\u001b[\\ud800~ "}'`)
    expect(json({})).toBe("'{}'")
  })

  it('have variables where they take what an answer gave', () => {
    expect(json({ CustomKeyStoreId: 'cks-1' })).toBe(`'{"CustomKeyStoreId":"'"$STORE"'"}'`)
    expect(json({ CustomKeyStoreId: 'cks-2' })).toBe(`'{"CustomKeyStoreId":"cks-2"}'`)
    expect(json({ CustomKeyStoreName: 'cks-1' })).toBe(`'{"CustomKeyStoreName":"cks-1"}'`)
    expect(json({ GrantTokens: ['cks-1', 'a'] })).toBe(`'{"GrantTokens":["'"$STORE"'","a"]}'`)
  })

  it('have a name that is new each time where one was made up, in digits or letters', () => {
    expect(json({ CustomKeyStoreName: 'conform-0123abcd-b' })).toBe(
      `'{"CustomKeyStoreName":"conform-'"$RUN"'-b"}'`
    )
    expect(json({ CloudHsmClusterId: `cluster-${tokenInLetters('0123abcd')}` })).toBe(
      `'{"CloudHsmClusterId":"cluster-'"$RUN"'"}'`
    )
  })

  it('need that only where something was made up', () => {
    expect(needsRun([{ a: 'conform-0123abcd' }])).toBe(true)
    expect(needsRun([{ a: 'cks-1' }, {}])).toBe(false)
    expect(settingRun).toBe('RUN=$(date +%s | tail -c 9 | tr 0-9 a-j)')
  })
})
