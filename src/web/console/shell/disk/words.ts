import { wordsOf } from '../../../ui/language/language.ts'

const zh = {
  low: '服务器磁盘剩余空间不足 10%，请尽快清理。',
  full: '服务器磁盘快满了：现在只能查看，不能保存。请通知系统管理员；腾出空间后自动恢复。',
}

const en: typeof zh = {
  low: 'Less than a tenth of the server’s disk is free; make room soon.',
  full: 'The server’s disk is nearly full: everything can be read, nothing can be saved. Tell the system administrator; it goes on by itself when there is room.',
}

export const useDiskWords = wordsOf(zh, en)
