import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api.ts'

export type KeyOverview = Awaited<ReturnType<typeof api.keys.listKeys>>
export type KeyLine = KeyOverview['items'][number]

export const KEYS = ['keys'] as const
const LOOKED_EVERY_MS = 2_000

/** Looks again while keys are being changed, or a change has just been asked for. */
export const keysQuery = (isWaiting: boolean) =>
  queryOptions({
    queryKey: KEYS,
    queryFn: () => api.keys.listKeys(),
    refetchInterval: ({ state }) => (isWaiting || state.data?.can.turn === false ? LOOKED_EVERY_MS : false),
  })
