import { refusal } from '#platform/refuse.ts'

export const notAPicture = refusal('bank.not_a_picture', 422, () => ({
  zh: '这不是 JPEG 或 PNG 图片，或者已经损坏。请另选一张。',
  en: 'This is no JPEG or PNG picture, or it is damaged. Choose another.',
}))
export const tooLarge = refusal('bank.picture_too_large', 422, (p: { side: number; kilobytes: number }) => ({
  zh: `图片最长边不超过 ${p.side} 点、大小不超过 ${p.kilobytes} KB，老年手机才打得开。请缩小后再传。`,
  en: `A picture is ${p.side} points long and ${p.kilobytes} KB at most, so that an old telephone opens it. Make it smaller first.`,
}))
