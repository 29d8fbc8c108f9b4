import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Room, roomOf } from '#platform/host/room.ts'
import { ensure } from '#platform/refuse.ts'
import { noRoom } from './refusals.ts'

/** Loading, its log and its indexes together take up to two and a half times what the database takes. */
const TIMES = 2.5

export const roomAt = (path: string): Room => roomOf(statfsSync(firstThere(path)))

function firstThere(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : firstThere(dirname(path))
}

export function ensureRoom(path: string, databaseBytes: number): void {
  const [{ free }, needed] = [roomAt(path), databaseBytes * TIMES]
  ensure(free >= needed, () => noRoom({ place: path, free: sizeInWords(free), needed: sizeInWords(needed) }))
}

export function sizeInWords(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)))
  return `${(bytes / 1024 ** step).toFixed(step ? 1 : 0)} ${units[step]}`
}
