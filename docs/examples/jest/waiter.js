const { ConnectCustomKeyStoreCommand, DescribeCustomKeyStoresCommand } = require('@aws-sdk/client-kms')

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const stateOf = async (kms, CustomKeyStoreId) => {
  const { CustomKeyStores } = await kms.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
  return CustomKeyStores[0].ConnectionState
}

/** The mistake: a FAILED store never becomes CONNECTED by itself. */
const waitForConnected = async (kms, CustomKeyStoreId) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  while ((await stateOf(kms, CustomKeyStoreId)) !== 'CONNECTED') await sleep(30_000)
}

/** The same without the mistake. Just after Connect an answer may still show DISCONNECTED, so a state counts once it is seen twice. */
const waitUntilSettled = async (kms, CustomKeyStoreId) => {
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
  for (let last = ''; ; await sleep(30_000)) {
    const state = await stateOf(kms, CustomKeyStoreId)
    if (state === 'CONNECTED') return
    if (state === last && ['FAILED', 'DISCONNECTED'].includes(state))
      throw new Error(`The store is ${state}.`)
    last = state
  }
}

module.exports = { waitForConnected, waitUntilSettled }
