import type { Gender } from '../../shapes.ts'
import { squeeze } from '../text.ts'

const WORDS: Record<string, Gender> = {
  男: '1',
  女: '2',
  男性: '1',
  女性: '2',
  '1': '1',
  '2': '2',
  男士: '1',
  女士: '2',
  M: '1',
  F: '2',
}

/** GB/T 2261.1: 1 男, 2 女. */
export function readGender(text: string): Gender | undefined {
  return WORDS[squeeze(text).replace(/[.。]$/, '')]
}
