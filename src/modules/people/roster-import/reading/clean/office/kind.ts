import type { Kind } from '../../shapes.ts'
import { remembering } from '../remember.ts'
import { squeeze } from '../text.ts'

export type KindRead = { kind: Kind; isOutOfScope: boolean }

/** 军休干部 belong to civil affairs and retired workers to social insurance: the bureau keeps neither. */
const OUT_OF_SCOPE = /军休|军队(离|退|干)|工人|退职|内退|在职|在岗|现职/
const OUT_OF_SCOPE_REMARK =
  /^(系|属|为|原)?(企业|单位)?((离|退)休)?(老)?工人$|^(系|属|为)?军休(干部)?$|^(系|属|为)?军队离?退休干部$/
const BOTH = /离[、/\\和与(（]*退[)）]*休?/
const SURVIVORS = /^(遗属|遗孀|家属)/

const readKindOnce = remembering((text): KindRead | undefined => {
  const bare = squeeze(text)
  if (bare === '') return undefined
  if (SURVIVORS.test(bare) || /(遗属|遗孀)$/.test(bare)) return { kind: '遗属', isOutOfScope: false }
  if (OUT_OF_SCOPE.test(bare)) return { kind: '其他', isOutOfScope: true }
  if (BOTH.test(bare) || (bare.includes('离休') && bare.includes('退休'))) return undefined
  if (/^离|离休/.test(bare)) return { kind: '离休', isOutOfScope: false }
  if (/^退|退休/.test(bare)) return { kind: '退休', isOutOfScope: false }
  return bare === '其他' ? { kind: '其他', isOutOfScope: false } : undefined
})

export function readKind(text: string): KindRead | undefined {
  return readKindOnce(text)
}

/** A remark that says nothing but that the person is not the bureau's. */
export function saysOutOfScope(remark: string): boolean {
  return OUT_OF_SCOPE_REMARK.test(squeeze(remark))
}

/** The kind a title, section or sheet name gives to the rows below. 离退休 gives none, and 及其遗属 only goes along. */
export function kindNamed(text: string): KindRead | undefined {
  const words = squeeze(text).replace(/^[(（]?[一二三四五六七八九十\d]+[)）]?[、.．:：]/, '')
  const alone = words.replaceAll(new RegExp(BOTH, 'g'), '').replace(/[(（].*?[)）]/g, '')
  const lixiu = alone.includes('离休')
  const retired = alone.includes('退休')
  if (/军休|军队离?退休|退休(老)?工人/.test(words)) return { kind: '其他', isOutOfScope: true }
  if (/(遗属|遗孀)/.test(alone) && !/[及和与、](其)?(遗属|遗孀)/.test(alone))
    return { kind: '遗属', isOutOfScope: false }
  if (lixiu === retired) return undefined
  return { kind: lixiu ? '离休' : '退休', isOutOfScope: false }
}
