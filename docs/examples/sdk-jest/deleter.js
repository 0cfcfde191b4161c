const { CustomKeyStoreNotFoundException, DeleteCustomKeyStoreCommand } = require('@aws-sdk/client-kms')

/** Deletes a store; resolves to whether it was there. Whatever else refuses the deletion is for the caller to know. */
const deleteStore = async (client, CustomKeyStoreId) => {
  try {
    await client.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId }))
    return true
  } catch (error) {
    if (error instanceof CustomKeyStoreNotFoundException) return false
    throw error
  }
}

module.exports = { deleteStore }
