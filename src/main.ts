import {
  jobs as accountJobs,
  listeners as accountListeners,
  routes as accountRoutes,
  auditJobs,
  authorityTies,
  codeJob,
  doorkeeper,
  grantCodes,
  newSetupCode,
} from '#modules/accounts/index.ts'
import { setupRoutes } from '#modules/accounts/setup/index.ts'
import {
  jobs as groupJobs,
  listeners as groupListeners,
  routes as groupRoutes,
  groupTies,
} from '#modules/activities/index.ts'
import {
  jobs as gatheringJobs,
  listeners as gatheringListeners,
  routes as gatheringRoutes,
  gatheringTies,
} from '#modules/gatherings/index.ts'
import {
  jobs as messageJobs,
  listeners as messageListeners,
  routes as messageRoutes,
  messageTies,
  sendCode,
} from '#modules/messages/index.ts'
import { keyJobs, operationRoutes } from '#modules/operations/index.ts'
import {
  mergesAreFollowed,
  type PersonTie,
  codes as peopleCodes,
  jobs as peopleJobs,
  listeners as peopleListeners,
  routes as peopleRoutes,
  spellings,
} from '#modules/people/index.ts'
import { listeners as placeListeners, routes as placeRoutes } from '#modules/places/index.ts'
import { jobs as reportJobs, listeners as reportListeners, routes as reportRoutes } from '#modules/reports/index.ts'
import { listeners as unitListeners, routes as unitRoutes } from '#modules/units/index.ts'
import {
  jobs as volunteeringJobs,
  listeners as volunteeringListeners,
  routes as volunteeringRoutes,
  volunteeringTies,
} from '#modules/volunteering/index.ts'
import type { House } from '#platform/house/house.ts'
import { sweepJob } from '#platform/house/sweep.ts'
import { integrityJob } from '#platform/integrity/index.ts'
import { tracesJobs } from '#platform/traces/index.ts'
import { runCommand } from './commands/cli.ts'
import type { Parts } from './commands/parts.ts'

/** Whose rows are whose in the rooms beside people: turns come before the sign-ups that end with them. */
export const personTies: readonly PersonTie[] = [
  ...volunteeringTies,
  ...gatheringTies,
  ...groupTies,
  ...authorityTies,
  ...messageTies,
]

/** Everything the rooms bring: the one place that knows all of them. */
export function allParts(): Parts {
  const { text, code } = newSetupCode()
  const codes = [grantCodes, ...peopleCodes]
  return {
    rooms: [
      ...accountRoutes,
      setupRoutes(code),
      ...placeRoutes,
      ...unitRoutes,
      ...peopleRoutes,
      ...gatheringRoutes,
      ...messageRoutes,
      ...groupRoutes,
      ...volunteeringRoutes,
      ...reportRoutes,
      ...operationRoutes,
    ],
    listeners: [
      ...accountListeners,
      ...placeListeners,
      ...unitListeners,
      ...peopleListeners,
      ...mergesAreFollowed(personTies),
      ...gatheringListeners,
      ...messageListeners,
      ...groupListeners,
      ...volunteeringListeners,
      ...reportListeners,
    ],
    jobs: [
      ...accountJobs,
      ...auditJobs,
      codeJob(sendCode),
      ...peopleJobs,
      ...gatheringJobs,
      ...messageJobs,
      ...groupJobs,
      ...volunteeringJobs,
      ...reportJobs,
      ...keyJobs(spellings),
      sweepJob,
      ...tracesJobs,
      integrityJob(codes),
    ],
    doorkeeper,
    spellings,
    codes,
    onStart: [(house, log) => sayCode(house, log, text)],
  }
}

async function sayCode(house: House, log: (line: string) => void, code: string): Promise<void> {
  const counties = await house.pools.writers.query('select 1 from county limit 1')
  if (counties.rows.length) return
  log(
    `\n尚未设置。请打开上面的网址，输入一次性设置码： ${code}\nNot set up yet. Open the address above and enter the one-time set-up code: ${code}\n`,
  )
}

if (import.meta.main) {
  const status = await runCommand(process.argv.slice(2), allParts())
  process.exitCode = status
}
