import type { BrowserContext, Page } from 'playwright-core'
import { signBySign, spoken } from '../../../src/web/elder/shell/speech.ts'
import { codesOn, silentOn } from './transcript.ts'

/** A telephone’s voice that says nothing and remembers everything; a browser without a screen has none of its own. */
const VOICE = `(() => {
  let now = null
  const line = []
  const heard = []
  const start = () => { if (!now && line.length) { now = line.shift(); heard.push(now.text) } }
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; this.lang = ''; this.rate = 1 } }
  const synthesis = {
    get speaking() { return now !== null },
    speak(one) { line.push(one); start() },
    cancel() { const was = now; now = null; line.length = 0; if (was) setTimeout(() => was.dispatchEvent(new Event('error'))) },
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true })
  window.voice = {
    heard,
    isSpeaking: () => now !== null,
    end() { const was = now; now = null; was?.dispatchEvent(new Event('end')); start() },
    fail() { const was = now; now = null; was?.dispatchEvent(new Event('error')) },
  }
})()`

export const giveVoice = (context: BrowserContext) => context.addInitScript(VOICE)

const READ = '朗读'
const STOP = '停止朗读'
const READ_ON = '接着朗读'

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const isSpeaking = (page: Page) => page.evaluate('voice.isSpeaking()')
const heardOn = (page: Page) => page.evaluate('voice.heard') as Promise<string[]> // the texts of utterances

/** Has the page read aloud, stopped after a sentence and taken up again; answers where ear and eye differ. */
export async function listen(page: Page, main: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  const [silent, codes] = [await silentOn(page), await codesOn(page)]
  const aloud = (text: string) => spoken(codes.includes(text.trim()) ? signBySign(text) : text, 'zh')
  await press(page, READ)
  await page.evaluate('voice.end()')
  await pause(page)
  await press(page, STOP)
  if (await isSpeaking(page)) faults.push('a second press does not stop it')
  const before = await heardOn(page)
  await pause(page)
  await press(page, READ_ON)
  const [, brokenOff] = before
  const after = (await heardOn(page)).slice(before.length)
  if (after[0] !== brokenOff) faults.push(`goes on with “${after[0]}”, broken off at “${brokenOff}”`)
  for (let sentence = 0; sentence < 300 && (await isSpeaking(page)); sentence++) await page.evaluate('voice.end()')
  const heard = [...before.slice(0, 1), ...(await heardOn(page)).slice(before.length)].join('')
  const seen = main.filter((text) => !silent.includes(text.trim())).map(aloud)
  faults.push(...difference(letters(heard), letters(seen.join(' '))))
  if (/\d/.test(heard)) faults.push(`figures are not words: ${/.{0,6}\d+/.exec(heard)?.[0]}`)
  for (const code of silent)
    if (heard.includes(spoken(code, 'zh')) || heard.includes(code)) faults.push('what is silent is said aloud')
  const isOver = await page.getByRole('button', { name: READ, exact: true }).isVisible()
  if (!isOver) faults.push('at its end it does not offer to read again')
  await pause(page)
  await press(page, READ).catch(() => faults.push('cannot be read a second time'))
  return faults
}

/** Another page is silent, and a telephone without a voice says so in words. */
export async function endings(page: Page): Promise<string[]> {
  const faults: string[] = []
  if (!(await isSpeaking(page))) faults.push('does not read')
  await page.getByRole('link', { name: '回首页' }).click()
  await page.getByRole('heading', { name: '首页' }).waitFor()
  if (await isSpeaking(page)) faults.push('the page before is still read aloud')
  await pause(page)
  await press(page, READ)
  await page.evaluate('voice.fail()')
  const said = await page.getByRole('alert').allTextContents()
  if (!said.some((text) => text.includes('不会朗读'))) faults.push('a telephone without a voice says nothing')
  return faults
}

/** A second finger at the same place within half a second is one press, here as for everybody. */
export const pause = (page: Page) => page.waitForTimeout(550)

function difference(heard: string, seen: string): string[] {
  if (heard === seen) return []
  let at = 0
  while (heard[at] === seen[at]) at += 1
  const from = Math.max(at - 6, 0)
  return [`heard “${heard.slice(from, at + 14)}”, seen “${seen.slice(from, at + 14)}”`]
}
