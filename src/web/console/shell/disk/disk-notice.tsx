import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { api } from '../../../api.ts'
import { useMay } from '../session/me.ts'
import { useDiskWords } from './words.ts'

const LOOKED_EVERY_MS = 60_000

/** A full disk concerns everybody, because nothing can be saved; one that is filling up concerns whoever can make room. */
export function DiskNotice() {
  const words = useDiskWords()
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['disk'],
    queryFn: () => api.backups.readDiskState(),
    refetchInterval: LOOKED_EVERY_MS,
    retry: false,
  })
  if (!data || data.state === 'fine' || (data.state === 'low' && !may('operations.manage'))) return null
  return <Alert banner type={data.state === 'full' ? 'error' : 'warning'} title={words[data.state]} />
}
