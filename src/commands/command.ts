import type { Bilingual } from '#platform/words.ts'
import type { Parts } from './parts.ts'

export type CommandCall = {
  parts: Parts
  values: Record<string, string | undefined>
  flags: ReadonlySet<string>
  args: string[]
  env: NodeJS.ProcessEnv
  log: (line: string) => void
}

export type Command = {
  name: string
  summary: Bilingual
  usage: string
  options: Record<string, { type: 'string' | 'boolean' }>
  run: (call: CommandCall) => Promise<number>
}
