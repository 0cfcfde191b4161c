import { describe, expect, it } from 'vitest'
import { contentType, isAwsJson, operationIn, requestHeaders } from '../../src/protocol/awsJson.js'

describe('AWS JSON 1.1', () => {
  it('names KMS and the operation in the target', () => {
    expect(requestHeaders('CreateKey')).toEqual({
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'TrentService.CreateKey'
    })
    expect(operationIn('TrentService.CreateKey')).toBe('CreateKey')
    expect(operationIn('TrentService.')).toBe('')
  })

  it.each([[undefined], [''], ['CreateKey'], ['trentservice.CreateKey'], ['S3.TrentService.CreateKey']])(
    'is not for KMS where the target is %s',
    (target) => {
      expect(operationIn(target)).toBeUndefined()
    }
  )

  it('is known by its content type, whatever parameters follow', () => {
    expect(
      [contentType, `${contentType}; charset=utf-8`, 'Application/X-AMZ-json-1.1'].map(isAwsJson)
    ).toEqual([true, true, true])
    expect([undefined, '', 'application/json', 'application/x-amz-json-1.0'].map(isAwsJson)).toEqual(
      Array(4).fill(false)
    )
  })
})
