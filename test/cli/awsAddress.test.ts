/** The addresses that conform takes for AWS itself. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isOfAws } from '../../src/cli/awsAddress.js'

const names = [
  'kms.us-east-1.amazonaws.com',
  'kms-fips.us-gov-west-1.amazonaws.com',
  'kms.cn-north-1.amazonaws.com.cn',
  'kms.eu-west-1.api.aws',
  'kms-fips.us-east-1.api.aws',
  'vpce-0123-abc.kms.us-east-1.vpce.amazonaws.com',
  'kms.us-iso-east-1.c2s.ic.gov',
  'kms.us-isob-east-1.sc2s.sgov.gov',
  'kms.eu-isoe-west-1.cloud.adc-e.uk',
  'kms.us-isof-south-1.csp.hci.ic.gov',
  'kms.eusc-de-east-1.amazonaws.eu',
  'kms.cn-north-1.api.amazonwebservices.com.cn',
  'kms.eusc-de-east-1.api.amazonwebservices.eu'
]

/** In whatever case, with full-width dots or others that are read as dots. */
const written = fc.tuple(fc.constantFrom(...names), fc.infiniteStream(fc.nat(5))).map(([name, choices]) =>
  Array.from(name, (character) => {
    const choice = Number(choices.next().value)
    if (character === '.') return ['.', '.', '\uff0e', '\u3002', '\uff61', '.'][choice]
    return choice > 2 ? character.toUpperCase() : character
  }).join('')
)

it('are found however they are written', () => {
  const address = fc
    .tuple(
      fc.constantFrom('http://', 'https://', ' HTTPS://'),
      fc.constantFrom('', 'user@', 'user:secret@', '127.0.0.1:80@'),
      written,
      fc.constantFrom('', '.', '..', '\uff0e'),
      fc.constantFrom('', ':443', ':8080'),
      fc.constantFrom('', '/', '/?a=localhost', '#x', ' ', '\t')
    )
    .map((parts) => parts.join(''))
    .filter((text) => URL.canParse(text))
  fc.assert(fc.property(address, (text) => isOfAws(new URL(text))))
})

it.each([
  'localhost',
  '127.0.0.1',
  'amazonaws.com.example.org',
  'notamazonaws.com',
  'kms.localhost.localstack.cloud'
])('are not found in %s', (name) => expect(isOfAws(new URL(`http://${name}`))).toBe(false))
