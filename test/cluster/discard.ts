// `node test/cluster/discard.ts FOLDER`: called by the test runner when a run is over.
import { basename } from 'node:path'
import { discardRun, sweepRuns } from './run.ts'
import { dropDatabasesOf } from './template.ts'

const folder = process.argv[2]
if (folder && process.env['SANGYU_TEST_DATABASE_URL']) await dropDatabasesOf(basename(folder))
if (folder) discardRun(folder)
sweepRuns()
