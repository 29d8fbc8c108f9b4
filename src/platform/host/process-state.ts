import { readFileSync, readlinkSync } from 'node:fs'

/** `startTicks` counts from boot: together with the boot it tells a process from a later one that was given the same number. */
export type ProcessState = { state: string; startTicks: string }

const AFTER_NAME = { state: 0, startTicks: 19 }

export function readProcess(pid: number): ProcessState | undefined {
  const stat = readText(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The program's name stands in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state: fields[AFTER_NAME.state] ?? '', startTicks: fields[AFTER_NAME.startTicks] ?? '' }
}

/** A zombie counts as dead: it runs nothing and holds nothing, its parent has only not asked after it yet. */
export function isAlive(pid: number, startTicks?: string): boolean {
  const found = readProcess(pid)
  if (found)
    return found.state !== 'Z' && found.state !== 'X' && (startTicks === undefined || found.startTicks === startTicks)
  return !hasProc() && answersSignals(pid)
}

export function commandLine(pid: number): string[] {
  return readText(`/proc/${pid}/cmdline`)?.split('\0').slice(0, -1) ?? []
}

/** What memory a process has mapped, empty where that may not be read. */
export function memoryMaps(pid: number): string {
  return readText(`/proc/${pid}/maps`) ?? ''
}

/** Names this running of the machine and the set of process numbers we see: only within the same one can a number be looked up. */
export function processScope(): string {
  return `${readText('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${readLink('/proc/self/ns/pid') ?? ''}`
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const hasProc = () => readText('/proc/self/stat') !== undefined

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
