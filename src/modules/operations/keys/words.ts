import { refusal } from '#platform/refuse.ts'

export const alreadyTurning = refusal('keys.already_turning', 409, () => ({
  zh: '正在更换密钥，请等这一次完成后再开始下一次。',
  en: 'Keys are being changed already. Wait until that is done.',
}))
export const stillNeeded = refusal('keys.still_needed', 409, () => ({
  zh: '这把密钥还不能销毁：只有已停用、库中不再有数据使用的数据密钥才能销毁。',
  en: 'This key cannot be destroyed yet: only a data key that was replaced and that nothing in the database uses.',
}))

/** What the office writes beside a key when a newer one has taken over everything. */
export const keptNote = '已由新密钥接替；保留用于恢复更换之前的备份 / replaced; kept to open backups made before'
