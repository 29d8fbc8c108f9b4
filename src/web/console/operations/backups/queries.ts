import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'

export type BackupOverview = Awaited<ReturnType<typeof api.backups.listBackups>>
export type BackupRun = BackupOverview['items'][number]

export const BACKUPS = ['backups'] as const
const LOOKED_EVERY_MS = 3_000

/** Looks again while something is going on, or has just been asked for. */
export const backupsQuery = (isWaiting: boolean) =>
  queryOptions({
    queryKey: BACKUPS,
    queryFn: () => api.backups.listBackups(),
    refetchInterval: ({ state }) =>
      isWaiting || state.data?.items.some((run) => run.status === 'running') ? LOOKED_EVERY_MS : false,
  })
