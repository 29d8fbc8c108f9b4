import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Keeping } from './keeping.tsx'
import { Moments } from './moments.tsx'
import { BACKUPS, backupsQuery } from './queries.ts'
import { Runs } from './runs.tsx'
import { Standing } from './standing.tsx'
import { useBackupWords } from './words.ts'

/** The queue may take a moment before what was asked for shows as going on. */
const WAITING_MS = 30_000

export function BackupsPage() {
  const words = useBackupWords()
  const [isWaiting, setWaiting] = useState(false)
  const overview = useQuery(backupsQuery(isWaiting))
  const began = { refresh: [BACKUPS], onDone: () => setWaiting(true) }
  const backUp = useAct(() => api.backups.backUpNow(), { said: words.backUpAsked, ...began })
  const prove = useAct(() => api.backups.proveBackup(), { said: words.proveAsked, ...began })
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => setWaiting(false), WAITING_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  const can = overview.data?.can
  const acts = (
    <>
      <Button disabled={!can?.prove} loading={prove.isPending} onClick={() => prove.mutate()}>
        {words.prove}
      </Button>
      <Button type="primary" disabled={!can?.backUp} loading={backUp.isPending} onClick={() => backUp.mutate()}>
        {words.backUp}
      </Button>
    </>
  )
  return (
    <Page title={words.title} lead={words.lead} actions={acts}>
      <ErrorNotice error={backUp.error ?? prove.error} />
      <Answer query={overview} lines={8}>
        {({ items, lastBackup, proof, disk, backupDisk, keeping, moments }) => (
          <>
            <Standing lastBackup={lastBackup} proof={proof} disk={disk} backupDisk={backupDisk} />
            <Moments moments={moments} />
            <Runs runs={items} />
            <Keeping keeping={keeping} />
          </>
        )}
      </Answer>
    </Page>
  )
}
