/** All tests in one process, which loads AWS's client and the embedded database once. */
import './life.test.js'
import './workers.test.js'
import './conflicts.test.js'
import './migration.test.js'
import './crash.test.js'
