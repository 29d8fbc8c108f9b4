export const OWN = '本人'

/** Relation words as they stand alone or with a rank before them (大儿子, 二女). Order matters: 儿媳 is no 儿. */
const RELATIONS: [RegExp, string][] = [
  [
    /^(儿媳妇?|媳妇|女婿|侄子?|侄女|侄儿|外甥女?|保姆|护工|邻居|弟弟?|弟媳|弟妹|哥哥?|兄长?|嫂子?|姐姐?|妹妹?|姐夫|妹夫|亲家|亲戚|亲属|家属|朋友|同事|战友|学生|联系人|紧急联系人|社区|居委会|单位|办公室?|传达室?|门卫|父亲?|母亲?)$/,
    '其他',
  ],
  [/^(孙子?|孙女|孙儿|外孙|外孙女|外孙子|孙辈|长孙)$/, '孙辈'],
  [/^(子女|儿女|孩子)$/, '子女'],
  [/^(老伴儿?|配偶|爱人|妻子?|夫|夫人|丈夫|老公|老婆)$/, '配偶'],
  [/^(女儿?|闺女|姑娘)$/, '女'],
  [/^(儿子?|子|男孩)$/, '子'],
  [/^(住宅|宅电?|家|家里|家中|家庭|住家|宅居)$/, '住宅'],
  [
    /^(本人|自己|手机|电话|移动|联通|电信|联系电话|联系方式|手机号码?|电话号码|固话|座机|固定电话|小灵通|常用|备用|tel|新|旧|原|现|转|分机)$/i,
    '',
  ],
]

const RANK = /^(其|他|她|大|长|次|二|三|四|五|六|小|幺|老大|老二|老三|老四)+(?=.)/
const NOISE = /(联系)?(电话|手机|号码?|宅电|tel)+$/i

function oneRelation(word: string): string | undefined {
  const plain = word.replace(NOISE, '') || word
  for (const candidate of [word, plain, plain.replace(RANK, '')]) {
    const known = RELATIONS.find(([pattern]) => pattern.test(candidate))
    if (known) return known[1]
  }
  return undefined
}

/** A relation at the beginning or end of longer text: 儿子张伟, 张伟（儿子）. Single letters are too common in names. */
function relationWithin(text: string): string | undefined {
  for (let length = Math.min(5, text.length - 1); length >= 2; length--) {
    const found = oneRelation(text.slice(0, length)) ?? oneRelation(text.slice(-length))
    if (found !== undefined) return found
  }
  return undefined
}

/** Whose number it is, from the words beside it. Undefined: nothing said. `其他`: somebody, but nobody we name. */
export function labelOf(words: string): string | undefined {
  const text = words.replace(/[\s:：()（）[\]【】,，.。、-]/g, '')
  if (text === '') return undefined
  const found = oneRelation(text) ?? relationWithin(text)
  if (found === undefined) return '其他'
  return found === '' ? undefined : found
}

/** Whose number a column holds, by its header: 子女电话, 配偶电话, 住宅电话; otherwise the person's own. */
export function columnLabel(header: string): string {
  if (/联系人|紧急|监护/.test(header)) return '其他'
  if (/子女|儿女/.test(header)) return '子女'
  if (/配偶|老伴|爱人|妻子|丈夫/.test(header)) return '配偶'
  if (/儿子|长子/.test(header)) return '子'
  if (/女儿|长女/.test(header)) return '女'
  if (/家属|亲属|亲友/.test(header)) return '其他'
  return /宅|家/.test(header) ? '住宅' : OWN
}
