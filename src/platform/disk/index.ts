export { backupDiskSeen, lookAtBackups } from './backups.ts'
export { freeBallast } from './ballast.ts'
export { diskFull, refuseWritingWhenFull } from './read-only.ts'
export { diskSeen, watchDisk } from './watch.ts'
