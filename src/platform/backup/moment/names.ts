import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolder, stampOf } from '../names.ts'

/** One sealed piece of the database's log. `closedAt`: whatever was committed until then stands in it or before it. */
export type Piece = { path: string; segment: string; closedAt: Date }
/** A copy of the whole cluster, good for every moment from `at` on as far as the log goes; it begins with segment `from`. */
export type Base = { path: string; from: string; at: Date }
/** What was kept of one cluster; a new cluster begins its segments anew and so has a folder of its own. */
export type Kept = { cluster: string; folder: string; bases: Base[]; pieces: Piece[] }

export const momentFolder = (home: string): string => join(backupFolder(home), 'moments')

const SEGMENT = /^[0-9A-F]{24}$/
const NAMED = /^(base-)?([0-9A-F]{24})-(\d{8}-\d{6}-\d{3})\.sealed$/
const IN_A_LOG = 256

export const isSegment = (name: string): boolean => SEGMENT.test(name)
export const pieceName = (segment: string, closedAt: Date): string =>
  `${segment}-${stampOf(closedAt)}-${String(closedAt.getMilliseconds()).padStart(3, '0')}.sealed`
export const baseName = (from: string, at: Date): string => `base-${pieceName(from, at)}`

/** The segment that follows: timeline, then 256 segments of 16 MiB to each number of the log. */
export function nextSegment(segment: string): string {
  const at = Number.parseInt(segment.slice(8, 16), 16) * IN_A_LOG + Number.parseInt(segment.slice(16), 16) + 1
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(8, '0')
  return segment.slice(0, 8) + hex(Math.floor(at / IN_A_LOG)) + hex(at % IN_A_LOG)
}

/** The stamp of a name is by the clock of the office. */
export function instantOf(stamp: string): Date {
  const [day, time, thousandths] = stamp.split('-')
  const split = (text = '', sign = '') => text.replace(/^(\d+)(\d\d)(\d\d)$/, `$1${sign}$2${sign}$3`)
  return new Date(`${split(day, '-')}T${split(time, ':')}.${thousandths}+08:00`)
}

/** Reads what a folder of moments holds; half-written drafts have other names. */
export function readKept(moments: string): Kept[] {
  const isThere = statSync(moments, { throwIfNoEntry: false })?.isDirectory() === true
  const clusters = isThere ? readdirSync(moments).filter((name) => /^\d+$/.test(name)) : []
  return clusters.map((cluster) => {
    const folder = join(moments, cluster)
    const kept: Kept = { cluster, folder, bases: [], pieces: [] }
    for (const name of readdirSync(folder).sort()) {
      const [, base, segment = '', stamp = ''] = NAMED.exec(name) ?? []
      if (!segment) continue
      const [path, at] = [join(folder, name), instantOf(stamp)]
      if (base) kept.bases.push({ path, from: segment, at })
      else kept.pieces.push({ path, segment, closedAt: at })
    }
    kept.bases.sort((a, b) => a.at.getTime() - b.at.getTime())
    return kept
  })
}
