import { expect, it } from 'vitest'
import { membersUpdatableIn } from '../../src/editions/updatableMembers.js'
import { editionNames } from '../../src/editions/editions.js'

it.each(['toString', '__proto__', 'connected', ''])(
  'in %s, which is no state, nothing can be updated',
  (state) => {
    for (const edition of editionNames) {
      expect(membersUpdatableIn(edition, 'AWS_CLOUDHSM', state as never)).toEqual([])
      expect(membersUpdatableIn(edition, 'EXTERNAL_KEY_STORE', 'CONNECTED')).not.toContain(state)
    }
  }
)
