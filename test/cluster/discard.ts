// `node test/cluster/discard.ts FOLDER`: called by the test runner when a run is over.
import { discardRun, sweepRuns } from './run.ts'

const folder = process.argv[2]
if (folder) discardRun(folder)
sweepRuns()
