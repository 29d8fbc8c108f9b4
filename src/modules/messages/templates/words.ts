import { refusal } from '#platform/refuse.ts'

export const badPlaces = refusal(
  'messages.bad_places',
  422,
  (p: { unknown: string[]; lackingZh: string; lackingEn: string }) => ({
    zh: [
      p.unknown.length ? `系统不会填写${p.unknown.map((one) => `【${one}】`).join('、')}` : '',
      p.lackingZh ? `中英文都必须写上：${p.lackingZh}` : '',
    ]
      .filter(Boolean)
      .join('；')
      .concat('。请对照上面列出的内容修改。'),
    en: [
      p.unknown.length ? `nothing fills in ${p.unknown.map((one) => `【${one}】`).join(', ')}` : '',
      p.lackingEn ? `both languages must say ${p.lackingEn}` : '',
    ]
      .filter(Boolean)
      .join('; ')
      .concat('. See above what can be used.'),
  }),
)
export const changedMeanwhile = refusal('messages.template_changed', 409, () => ({
  zh: '刚刚有人修改了这条模板。请刷新后核对再保存；您填写的内容仍在本页。',
  en: 'Somebody changed this template just now. Reload and check before saving; what you typed is still here.',
}))
