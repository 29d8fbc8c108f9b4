import { remembering } from '../remember.ts'
import { codeOf, type WordTable } from './word-table.ts'

/** GB/T 4658, the large groups. 大专 and 中专 before 大学 and 高中, whose letters they share. */
const TABLE: WordTable = {
  codes: new Set(['10', '20', '30', '40', '60', '70', '80', '90']),
  words: { 大学: '20', 本科: '20', 大普: '20', 专科: '30', 师范: '40' },
  patterns: [
    [/研究生|硕士|博士/, '10'],
    [/大专|大学专科|专科|高职/, '30'],
    [/中专|中技|中师|中等专业|中等师范|中等职业|职高|职专|职业高中|技校|技工|师范学校|简师/, '40'],
    [/大学|本科|学士|大本/, '20'],
    [/高中|中学高/, '60'],
    [/初中|初级中学/, '70'],
    [/小学|高小|初小|完小/, '80'],
    [/文盲|不识字|扫盲|私塾/, '90'],
  ],
}

const readEducationOnce = remembering((text): string | undefined => {
  return codeOf(TABLE, text)
})

export function readEducation(text: string): string | undefined {
  return readEducationOnce(text)
}
