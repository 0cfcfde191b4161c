import { expect, it } from 'vitest'
import { wrongReadings } from './contenders.js'

it('takes the same requests for valid as zod, valibot, ajv and TypeBox', () => {
  expect(wrongReadings()).toEqual([])
})
