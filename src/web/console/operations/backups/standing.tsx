import { Alert } from 'antd'
import { Mark } from '../../../ui/control/mark.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { BackupOverview } from './queries.ts'
import { sizeWords } from './size.ts'
import { useBackupWords } from './words.ts'

const TONES = { fine: 'good', low: 'doubtful', full: 'bad' } as const

type Shown = Pick<BackupOverview, 'lastBackup' | 'proof' | 'disk' | 'backupDisk'>

/** Whether one could sleep: the last backup, the last restore that was proven, the disks. */
export function Standing({ lastBackup, proof, disk, backupDisk }: Shown) {
  const words = useBackupWords()
  const { minute } = useTimes()
  const judged = (isOverdue: boolean) => (
    <Mark tone={isOverdue ? 'bad' : 'good'}>{isOverdue ? words.overdue : words.fine}</Mark>
  )
  const isBackupOverdue = lastBackup?.isOverdue ?? true
  return (
    <Section title={words.state}>
      {isBackupOverdue ? (
        <Alert
          type="error"
          showIcon
          title={lastBackup ? words.backupOverdue : words.noBackup}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      {proof.isOverdue && lastBackup ? (
        <Alert type="error" showIcon title={words.proofOverdue} style={{ marginBottom: 12 }} />
      ) : null}
      <Facts
        items={[
          {
            label: words.lastBackup,
            value: (
              <>
                {lastBackup ? `${minute(lastBackup.at)} · ${sizeWords(lastBackup.bytes)} ` : `${words.never} `}
                {judged(isBackupOverdue)}
              </>
            ),
          },
          {
            label: words.lastProof,
            value: (
              <>
                {proof.days === null ? words.never : words.daysAgo(proof.days)} {judged(proof.isOverdue)}
              </>
            ),
          },
          {
            label: words.room,
            value: disk ? <Room disk={disk} full={words.full} /> : null,
          },
          ...(backupDisk
            ? [{ label: words.backupRoom, value: <Room disk={backupDisk} full={words.backupFull} /> }]
            : []),
        ]}
      />
    </Section>
  )
}

function Room({ disk, full }: { disk: NonNullable<BackupOverview['disk']>; full: string }) {
  const words = useBackupWords()
  return (
    <>
      {words.freeOf(sizeWords(disk.free), sizeWords(disk.total))}{' '}
      <Mark tone={TONES[disk.state]}>{disk.state === 'full' ? full : words[disk.state]}</Mark>
    </>
  )
}
