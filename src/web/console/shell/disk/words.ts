import { wordsOf } from '../../../ui/language/language.ts'

const zh = {
  low: '服务器磁盘剩余空间不足 10%：请删除不用的文件、扩容，或在“备份与恢复”里少留几份备份。不足 5% 时将只能查看、不能保存。',
  full: '服务器磁盘快满了：现在只能查看，不能保存。请通知系统管理员；腾出空间后自动恢复。',
  backups: {
    low: '备份所在磁盘剩余空间不足 10%：请扩容，或在“备份与恢复”里少留几份备份。',
    full: '备份所在磁盘快满了：新的备份可能写不进去。日常业务不受影响，请尽快扩容，或在“备份与恢复”里少留几份备份。',
  },
}

const en: typeof zh = {
  low: 'Less than 10 % of the server’s disk is free: delete what is not needed, enlarge it, or keep fewer backups. Below 5 % nothing can be saved any more.',
  full: 'The server’s disk is nearly full: everything can be read, nothing can be saved. Tell the system administrator; it goes on by itself when there is room.',
  backups: {
    low: 'Less than 10 % of the disk of the backups is free: enlarge it, or keep fewer backups.',
    full: 'The disk of the backups is nearly full: new backups may fail. The office’s work goes on; enlarge the disk soon, or keep fewer backups.',
  },
}

export const useDiskWords = wordsOf(zh, en)
