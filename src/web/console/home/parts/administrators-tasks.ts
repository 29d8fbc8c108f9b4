import { isAdministrator } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import type { Bilingual } from '#platform/words.ts'
import type { Waiting } from '../../accounts/queries.ts'
import type { useAdministrationWords } from '../../accounts/requests/words.ts'
import type { Task } from './tasks.ts'

type Backups = { lastBackup: { isOverdue: boolean } | null; proof: { isOverdue: boolean } }
type Around = {
  may: (permission: string) => boolean
  say: (words: Bilingual) => string
  /** Asked only for who keeps them. */
  backups?: Backups | undefined
  /** Asked only for who approves them. */
  gateway?: { ofCopy: boolean } | null | undefined
}

/** What waits for each of the three: decisions for security, replies and leavers for the system's, vacancies for all of them. */
export function administratorsTasks(
  { tasks: words }: ReturnType<typeof useAdministrationWords>,
  waiting: Waiting,
  { may, say, backups, gateway }: Around,
): Task[] {
  const isJudge = may('accounts.approve')
  const isOne = isJudge || may('accounts.request')
  const line = (number: number, [title, hint, href]: readonly [string, string, string]) => ({
    title,
    hint,
    number,
    href,
    count: words.items(number),
    tone: 'plain' as const,
  })
  const vacant = waiting.vacant.filter(isAdministrator).map((role) => ({
    ...line(1, [words.vacant(say(roleWords[role])), words.vacantHint, `/grants?role=${role}`]),
    tone: 'doubtful' as const,
  }))
  const late = [
    ...(backups && !backups.lastBackup ? [[words.neverBackedUp, words.neverBackedUpHint] as const] : []),
    ...(backups?.lastBackup?.isOverdue ? [[words.noBackup, words.noBackupHint] as const] : []),
    ...(backups?.lastBackup && backups.proof.isOverdue ? [[words.noDrill, words.noDrillHint] as const] : []),
  ]
  const overdue = late.map(([title, hint]) => ({
    ...line(1, [title, hint, '/operations/backups']),
    tone: 'doubtful' as const,
  }))
  const lines = [
    line(waiting.requests, [words.requests, isJudge ? words.requestsHint : words.requestsAsked, '/account-requests']),
    line(waiting.lapsed, [words.lapsed, words.lapsedHint, '/accounts?status=invited']),
    line(waiting.disabled, [words.disabled, words.disabledHint, '/accounts?status=disabled']),
    line(waiting.ending, [words.ending, words.endingHint, '/grants?soon=yes']),
  ]
  const gateways = gateway
    ? [
        line(1, [
          words.gatewayWish,
          gateway.ofCopy ? words.gatewayOfCopyHint : words.gatewayWishHint,
          '/sms-gateway-wish',
        ]),
      ]
    : []
  return [...vacant, ...overdue, ...gateways, ...(isOne ? lines.filter(({ number }) => number > 0) : [])]
}
