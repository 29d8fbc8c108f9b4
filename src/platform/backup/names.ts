import { join } from 'node:path'

/** Where an installation keeps the backups it makes by itself; a copy elsewhere is the office's own duty. */
export const backupFolder = (home: string): string => join(home, 'backups')

export function stampOf(instant: Date): string {
  const shown = new Date(instant.getTime() + 8 * 3_600_000).toISOString()
  return shown.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}

export const backupName = (instant: Date): string => `sangyu-${stampOf(instant)}.sangyu`
