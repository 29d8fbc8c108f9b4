import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import {
  choose,
  ensureReplaceable,
  momentExternal,
  momentFolder,
  momentOtherServer,
  type Proven,
  prove,
  readBackupKey,
  readKept,
  readMoment,
  recoverMoment,
  restore,
  writeMoment,
} from '#platform/backup/index.ts'
import { homePath } from '#platform/home.ts'
import { ensure } from '#platform/refuse.ts'
import type { CommandCall } from '../command.ts'
import { withTarget } from '../serve/attached.ts'
import { settleRestored } from '../serve/restored.ts'
import { version } from '../serve/version.ts'
import { homesOf, isCopy, keysFor, targetOf, wishOf } from './restore-wish.ts'

type Found = { moment: Date; proven: Proven }

/** Restores a home as it stood at a moment: chosen and proven first, recovered aside, and then restored as a backup is. */
export async function restoreMoment(call: CommandCall, text: string): Promise<number> {
  const { parts, env, log } = call
  const moment = readMoment(text)
  ensure(!env.DATABASE_URL, momentExternal)
  const own = targetOf(call)
  const { key, fieldKeys } = await keysFor(call)
  const folder = await archiveFor(call)
  const choice = choose(readKept(folder), moment)
  log(`从 ${writeMoment(choice.base.at)} 的基准副本起，读 ${choice.pieces.length} 段日志；先全部核对。`)
  log(
    `From the base copy of ${writeMoment(choice.base.at)}, ${choice.pieces.length} pieces of the log; all are proven first.`,
  )
  const proven = await prove(choice, key ?? readBackupKey(homePath(own)))
  const done = await withTarget({ env: own, log }, async ({ home, config }) => {
    const source = { home, config, product: version }
    const wish = { ...wishOf(call), key: proven.key, fieldKeys }
    const { server } = await ensureReplaceable(config, wish.isReplacing)
    ensure(server === proven.server, () => momentOtherServer({ from: proven.server, to: server }))
    const aside = { home, product: version, moment, log: wish.log }
    return recoverMoment(proven, aside, (file) => restore(source, { ...wish, file }))
  })
  const faults = await settleRestored(
    parts,
    { env: own, log },
    {
      madeAt: writeMoment(moment),
      homes: homesOf(call, folder),
      isCopy: isCopy(call),
    },
  )
  return report(call, { found: { moment, proven }, faults, rows: rowsOf(done.manifest) })
}

const rowsOf = ({ sections }: { sections: { rows: number }[] }) => sections.reduce((sum, { rows }) => sum + rows, 0)

function report({ log }: CommandCall, { found, faults, rows }: { found: Found; faults: number; rows: number }): number {
  const at = writeMoment(found.moment)
  log(`恢复完成：${at}（北京时间）的数据，共 ${rows} 行。之后办的业务不在里面。`)
  log(`Restored: the data of ${at} (time of Beijing), ${rows} rows. What was done later is not in it.`)
  return faults ? 1 : 0
}

/** Where the archive lies. One that belongs to the home in question is first brought up to the moment at which the home was stopped or killed. */
async function archiveFor({ env, values }: CommandCall): Promise<string> {
  if (values.from) {
    const given = resolve(values.from)
    const inside = join(given, basename(momentFolder('')))
    return existsSync(inside) ? inside : given
  }
  const folder = momentFolder(homePath(env))
  if (!values.into && existsSync(folder)) await withTarget({ env, log: () => undefined }, async () => undefined)
  return folder
}
