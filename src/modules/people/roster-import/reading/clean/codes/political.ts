import { remembering } from '../remember.ts'
import { codeOf, type WordTable } from './word-table.ts'

const CODES = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13']

/** GB/T 4762. The democratic parties come before 党员, which ends their members' names too. */
const TABLE: WordTable = {
  codes: new Set(CODES),
  words: { 中共: '01', 党员: '01', 群众: '13', 普通居民: '13' },
  patterns: [
    [/无党派/, '12'],
    [/非党|不是党员|退党|脱党/, ''],
    [/预备/, '02'],
    [/民革|国民党革命/, '04'],
    [/民盟|民主同盟/, '05'],
    [/民建|民主建国/, '06'],
    [/民进|民主促进/, '07'],
    [/农工/, '08'],
    [/致公/, '09'],
    [/九三/, '10'],
    [/台盟|台湾民主自治/, '11'],
    [/团员|共青团/, '03'],
    [/群众/, '13'],
    [/党员|中共|共产党/, '01'],
  ],
}

const readPoliticalOnce = remembering((text): string | undefined => {
  return codeOf(TABLE, text) || undefined
})

export function readPolitical(text: string): string | undefined {
  return readPoliticalOnce(text)
}
