import { parseArgs } from 'node:util'
import { auditCommand } from './audit/audit.ts'
import { codeCommand } from './code.ts'
import type { Command } from './command.ts'
import { demoCommand } from './demo-command.ts'
import { doctor } from './doctor.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { keysCommand } from './keys/keys.ts'
import { migrateCommand } from './migrate.ts'
import type { Parts } from './parts.ts'
import { backupCommand } from './recovery/backup.ts'
import { restoreCommand } from './recovery/restore.ts'
import { upgradeCommand } from './recovery/upgrade.ts'
import { wordsOf } from './serve/trouble.ts'
import { version } from './serve/version.ts'
import { start } from './start.ts'

const commands: readonly Command[] = [
  start,
  migrateCommand,
  demoCommand,
  importCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  upgradeCommand,
  auditCommand,
  codeCommand,
  keysCommand,
  doctor,
]

export async function runCommand(argv: readonly string[], parts: Parts): Promise<number> {
  // Whoever reads only the first lines (`| head -1`) stops no backup on its way.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const [name, ...rest] = argv
  if (name === '--version' || name === 'version') return say(version)
  if (!name || name === '--help' || name === 'help') return say(overview())
  const command = commands.find((one) => one.name === name)
  if (!command) return wrongUse(`没有“${name}”这个命令。 There is no command "${name}".\n\n${overview()}`)
  if (rest.includes('--help')) return say(`${command.summary.zh} / ${command.summary.en}\n\n${command.usage}`)
  return perform(command, rest, parts)
}

async function perform(command: Command, rest: string[], parts: Parts): Promise<number> {
  const parsed = parse(command, rest)
  if (typeof parsed === 'string') return wrongUse(`${parsed}\n\n${command.usage}`)
  try {
    return await command.run({ parts, ...parsed, env: process.env, log: (line) => process.stdout.write(`${line}\n`) })
  } catch (error) {
    const { zh, en } = wordsOf(error)
    process.stderr.write(`${zh}\n${en}\n`)
    return 1
  }
}

function parse(command: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
    const entries = Object.entries(values)
    const texts = Object.fromEntries(
      entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])),
    )
    return {
      values: texts,
      flags: new Set(entries.filter(([, value]) => value === true).map(([key]) => key)),
      args: positionals,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function overview(): string {
  const lines = commands.map((command) => `  ${command.name.padEnd(9)} ${command.summary.zh} / ${command.summary.en}`)
  return `桑榆 Sangyu ${version}\n\nsangyu <command> [--help]\n\n${lines.join('\n')}`
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function wrongUse(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}
