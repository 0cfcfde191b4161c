/** Options of runs of `conform` in tests: the checks alone, and no answer is waited for too briefly. */
import { withoutEnd } from '../conform/world.js'

export const quick = ['--histories', '0', '--timeout', String(withoutEnd), '--patience', '30'] as const

/** The same, of one type of store. */
export const quickCloudHsm = [...quick, '--type', 'AWS_CLOUDHSM'] as const
