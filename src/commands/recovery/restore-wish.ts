import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readSheet, type restore } from '#platform/backup/index.ts'
import { homePath } from '#platform/home.ts'
import { refusal } from '#platform/refuse.ts'
import type { CommandCall } from '../command.ts'
import { faultsOfTrail } from '../serve/restored.ts'
import { askPassphrase } from './passphrase.ts'

type Wish = Parameters<typeof restore>[1]
type GivenKeys = Pick<Wish, 'key' | 'fieldKeys'>

/** What the recovery sheet brings, where one is given. */
export async function keysFor({ env, values }: CommandCall): Promise<GivenKeys> {
  const sheet = values.sheet ? readSheet(readText(values.sheet)) : undefined
  return { key: sheet?.key, fieldKeys: sheet?.openEnvelope(await askPassphrase(env, { isNew: false })) }
}

export const targetOf = ({ env, values }: CommandCall): NodeJS.ProcessEnv =>
  values.into ? { ...env, SANGYU_HOME: values.into } : env

/** Laid beside the office, to look at it or to move there: until somebody says which of the two is the office, it sends nothing. */
export const isCopy = ({ env, values }: CommandCall): boolean =>
  values.into !== undefined && homePath({ ...env, SANGYU_HOME: values.into }) !== homePath(env)

/** The home we are called in, and the one in whose folder of backups the file or the archive lies. */
export const homesOf = ({ env }: CommandCall, kept: string): string[] => [homePath(env), dirname(dirname(kept))]

export function wishOf({ flags, log }: CommandCall): Pick<Wish, 'isReplacing' | 'inspect' | 'log'> {
  return {
    isReplacing: flags.has('replace'),
    inspect: async (target) => {
      const faults = await faultsOfTrail(target)
      for (const { zh, en } of faults) log(`✗ ${zh}\n  ${en}`)
      return flags.has('accept-faults') ? [] : faults
    },
    log: ({ zh, en }) => log(`${zh}\n  ${en}`),
  }
}

const noSheet = refusal('sheet.no_file', 404, (p: { path: string; reason: string }) => ({
  zh: `读不到恢复单 ${p.path}（${p.reason}）。什么也没有改动。`,
  en: `The recovery sheet ${p.path} cannot be read (${p.reason}). Nothing was changed.`,
}))

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw noSheet({ path, reason: error instanceof Error ? error.message : String(error) })
  }
}
