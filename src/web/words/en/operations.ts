import type { backups as zhBackups, diskNotice as zhDiskNotice } from '../zh/operations.ts'

export const backups: typeof zhBackups = {
  title: 'Backup and restore',
  lead: 'Every day at 02:30 a backup is made and read back from end to end; on the 1st of each month at 12:30 the newest is restored into a scratch database. The files lie in the folder backups of the server’s home: keep a copy on another machine.',
  backUp: 'Back up now',
  prove: 'Try a restore',
  backUpAsked: 'The backup has begun; it appears below when it is done',
  proveAsked: 'The restore is being tried; it appears below when it is done',
  state: 'How things stand',
  lastBackup: 'Last backup',
  lastProof: 'Last proven restore',
  room: 'The server’s disk',
  never: 'not yet',
  daysAgo: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`),
  overdue: 'overdue',
  fine: 'in order',
  low: 'less than 10 % free',
  full: 'less than 5 % free, nothing can be saved',
  freeOf: (free: string, total: string) => `${free} free of ${total}`,
  proofOverdue:
    'No restore has been proven for more than 35 days. A backup nobody has restored is only a hope: choose “Try a restore”.',
  backupOverdue:
    'There has been no backup for more than a day and a half. Choose “Back up now”, and see below why it failed.',
  keeping: 'How long backups are kept',
  keepingNote:
    'Every one of so many days, then the newest of each week and of each month. The newest of all is never deleted.',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  save: 'Save',
  saved: 'Saved',
  runs: 'What was done',
  none: 'There is no backup yet. Choose “Back up now”, or wait for tonight.',
  kind: 'What',
  kinds: { backup: 'Backup', drill: 'Tried restore', restore: 'Restore' },
  at: 'Begun',
  status: 'Result',
  statuses: { running: 'going on', done: 'done', failed: 'failed' },
  asked: 'By',
  byCalendar: 'the calendar',
  size: 'Size',
  rows: 'Rows',
  file: 'File',
  note: 'Note',
}

export const diskNotice: typeof zhDiskNotice = {
  low: 'Less than a tenth of the server’s disk is free; make room soon.',
  full: 'The server’s disk is nearly full: everything can be read, nothing can be saved. Tell the system administrator; it goes on by itself when there is room.',
}
