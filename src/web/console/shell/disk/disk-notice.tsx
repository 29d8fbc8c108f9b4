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
  if (data?.state === 'full') return <Alert banner type="error" title={words.full} />
  if (!data || !may('operations.manage')) return null
  return (
    <>
      {data.state === 'low' ? <Alert banner type="warning" title={words.low} /> : null}
      {data.backups === 'fine' ? null : (
        <Alert banner type={data.backups === 'full' ? 'error' : 'warning'} title={words.backups[data.backups]} />
      )}
    </>
  )
}
