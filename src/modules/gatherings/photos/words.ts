import { refusal } from '#platform/refuse.ts'

export const notAPhoto = refusal('gatherings.not_a_photo', 422, () => ({
  zh: '这不是 JPEG 或 PNG 照片，或者已经损坏。请另选一张。',
  en: 'This is no JPEG or PNG photograph, or it is damaged. Choose another.',
}))
export const tooMany = refusal('gatherings.too_many_photos', 409, (p: { most: number }) => ({
  zh: `一次活动最多保存 ${p.most} 张照片。请先撤下不需要的。`,
  en: `A gathering keeps ${p.most} photographs at most. Take some down first.`,
}))
