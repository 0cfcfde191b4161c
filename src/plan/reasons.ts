import { effectOnState } from '../questions/stateAfter.js'
import type { ConnectionState } from '../model/ConnectionState.js'
import { isCloudHsm, isConnected, isFailed } from '../model/CustomKeyStore.js'
import { operationsByName } from '../operations/index.js'
import { saidOfUpdate } from '../editions/updatableMembers.js'
import type { Here } from './Node.js'
import type { StepReason } from './PlanStep.js'

/** Why a step is taken, by where it is taken and what for. */

const toUpdate = ({ edition, store }: Here): StepReason => {
  const { says, source } = saidOfUpdate[edition]
  return { why: says, source: source[store.CustomKeyStoreType] }
}

const toDelete = ({ edition }: Here): StepReason => {
  const { inState = [], operation, source } = operationsByName[edition].DeleteCustomKeyStore
  const [rule = { says: operation, source }] = inState
  return { why: rule.says, source: rule.source }
}

export const whyUpdate = (here: Here): StepReason =>
  here.node.remedy === 'update'
    ? { why: 'KMS must be given the corrected values.', source: here.task.remedy.source }
    : toUpdate(here)

export const whyConnect = ({ task }: Here): StepReason =>
  task.removesKeyMaterial
    ? {
        why: 'KMS can remove the material of deleted keys from the cluster only while the store is connected.',
        source: 'API_DeleteCustomKeyStore'
      }
    : {
        why: 'A store must be CONNECTED before KMS keys can be created in it or used.',
        source: 'API_ConnectCustomKeyStore'
      }

const toDisconnect = (here: Here): StepReason => {
  if (isFailed(here.store)) {
    return {
      why: 'A FAILED store must be disconnected first, which clears its ConnectionErrorCode.',
      source: 'API_ConnectCustomKeyStore'
    }
  }
  if (here.task.deletes) return toDelete(here)
  return typeof here.task.goal === 'object'
    ? toUpdate(here)
    : {
        why: 'KMS keys in the store cannot be used until it is connected again.',
        source: 'API_DisconnectCustomKeyStore'
      }
}

export const whyDisconnect = (here: Here): StepReason => {
  const assumes = effectOnState(here.edition, 'DisconnectCustomKeyStore', here.store.ConnectionState)?.assumes
  return { ...toDisconnect(here), ...(assumes && { assumes }) }
}

export const whyWait = ({ store }: Here, until: ConnectionState): StepReason => {
  const hsm = isCloudHsm(store)
  const source = hsm ? 'disconnect-keystore' : 'xks-connect-disconnect'
  if (until === 'DISCONNECTED') return { why: 'Disconnecting continues after the call returns.', source }
  const minutes = hsm ? 'up to twenty minutes' : 'about five minutes'
  return {
    why: `Connecting continues after the call returns, for ${minutes}. If it ends in FAILED, make a new plan from there.`,
    source
  }
}

export const whyScheduleDeletion: StepReason = {
  why: 'A store that holds KMS keys cannot be deleted. A key waits 7 to 30 days for its deletion, which CancelKeyDeletion can cancel.',
  source: 'API_ScheduleKeyDeletion'
}

const whatBecomesOfMaterial = ({ store }: Here): string => {
  if (!isCloudHsm(store)) return 'External keys stay as they are.'
  return isConnected(store)
    ? 'The store stays connected, so that KMS can remove the key material from the cluster.'
    : 'Key material stays in the cluster, from which KMS cannot remove it now.'
}

export const whyWaitForKeys = (here: Here): StepReason => ({
  why: `A store cannot be deleted while a key in it is pending deletion. ${whatBecomesOfMaterial(here)}`,
  source: 'API_DeleteCustomKeyStore'
})

export const whyCreateKey = ({ store }: Here): StepReason => ({
  why: isCloudHsm(store)
    ? 'The store is CONNECTED. Its cluster must have two active HSMs in different Availability Zones.'
    : 'The store is CONNECTED. The external key must exist, and no other key of the store may use it.',
  source: 'API_CreateKey'
})

export const whyDelete: StepReason = {
  why: 'The store is DISCONNECTED and holds no KMS keys. The cluster or the external key manager is left as it is.',
  source: 'API_DeleteCustomKeyStore'
}
