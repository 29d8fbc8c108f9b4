import { remembering } from '../remember.ts'
import { codeOf, type WordTable } from './word-table.ts'

const CODES = '10 20 30 31 32 33 34 35 36 37 38 41 49 60 61 62 63 64 65 66 67 69'

/** GB/T 2261.3. Where several illnesses are named the first of this order stands for them. */
const TABLE: WordTable = {
  codes: new Set(CODES.split(' ')),
  words: { 好: '10', 良: '10', 差: '20', 残疾: '60', 慢性病: '30' },
  patterns: [
    [/不健康|健康欠佳|欠佳|较差/, '20'],
    [/视力残|盲人/, '61'],
    [/听力残|聋/, '62'],
    [/言语残|哑/, '63'],
    [/肢体残|肢残/, '64'],
    [/智力残/, '65'],
    [/精神残/, '66'],
    [/多重残/, '67'],
    [/残疾|残废/, '60'],
    [/癌|恶性肿瘤/, '41'],
    [/脑血管|脑梗|脑血栓|脑出血|中风/, '32'],
    [/心血管|心脏病|冠心病|高血压|心梗/, '31'],
    [/糖尿病/, '37'],
    [/肺结核|结核/, '36'],
    [/慢性呼吸|慢支|支气管炎|哮喘|慢阻肺/, '33'],
    [/慢性消化|胃病|胃炎|肝硬化/, '34'],
    [/肾炎|肾病/, '35'],
    [/精神病|神经/, '38'],
    [/其他慢性/, '49'],
    [/慢性病/, '30'],
    [/健康|良好|较好|很好/, '10'],
    [/一般|较弱|体弱/, '20'],
  ],
}

const readHealthOnce = remembering((text): string | undefined => {
  return codeOf(TABLE, text)
})

export function readHealth(text: string): string | undefined {
  return readHealthOnce(text)
}
