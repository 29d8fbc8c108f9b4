import type { Page } from 'playwright-core'
import { contract as consents } from '#modules/people/privacy/consents/contract.ts'
import { consentKeys, purposeOf, purposeOfField } from '#modules/people/privacy/registry/index.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { Refused } from '#platform/client.ts'
import type { Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { type Bureau, bureau } from '../../test/browser/browser.ts'
import { noneOf, type Row } from '../row.ts'

export const row: Row = {
  id: 'T31',
  about: {
    zh: '基于同意的项目没有同意就存不进去；撤回同意的点击次数不多于给予同意',
    en: 'what stands on consent is not stored without one; withdrawing takes no more taps than giving',
  },
  threshold: '100 %',
  blocksMerge: false,
  run: async () => {
    const b = await bureau()
    const clerk = await b.office.hire()
    const faults = [...(await gates(b, clerk)), ...(await bundles(b, clerk))]
    const taps = await tapsOf(b, clerk)
    if (taps.withdrawing > taps.giving) faults.push(`${taps.withdrawing} taps to withdraw, ${taps.giving} to give`)
    await b.close()
    const seen = `${consentKeys.length} purposes, ${taps.giving} taps to give, ${taps.withdrawing} to withdraw`
    return noneOf(faults, seen)
  },
}

const register = async (b: Bureau, clerk: Worker, name: string) =>
  (await b.office.as(clerk).call(record).registerPerson({ values: { name } })).id

/** Every field and the photograph that stand on consent: refused before, kept with it, gone after, refused again. */
async function gates(b: Bureau, clerk: Worker): Promise<string[]> {
  const at = b.office.as(clerk)
  const id = await register(b, clerk, '佟守信')
  const faults: string[] = []
  const versionOf = async () =>
    (await at.call(record).readPerson({ id })).sections.find((one) => one.key === 'health')?.version ?? 0
  const stored = async (key: string) =>
    (await at.call(record).readPerson({ id })).sections.some((one) => (one.values[key] ?? null) !== null)
  const writes: {
    what: string
    purpose: 'photo' | 'health_text'
    write: () => Promise<unknown>
    isKept: () => Promise<boolean>
  }[] = [
    ...[...purposeOfField].flatMap(([key, purpose]) =>
      purpose === 'health_text'
        ? [
            {
              what: key,
              purpose,
              write: async () =>
                at
                  .call(record)
                  .changeSection({ id, section: 'health', version: await versionOf(), values: { [key]: '阿司匹林' } }),
              isKept: () => stored(key),
            },
          ]
        : [],
    ),
    {
      what: 'photo',
      purpose: 'photo',
      write: () => at.call(record).setPhoto({ id, bytes: photograph() }),
      isKept: async () => (await at.call(record).readPerson({ id })).hasPhoto,
    },
  ]
  for (const { what, purpose, write, isKept } of writes) {
    if (!(await isRefused(write, 'privacy.consent_needed'))) faults.push(`${what} is stored without consent`)
    for (const other of consentKeys.filter((key) => key !== purpose)) {
      await at.call(consents).giveConsent({ id, purpose: other, agreed: true })
      if (!(await isRefused(write, 'privacy.consent_needed')))
        faults.push(`${what} is stored on the consent for ${other}`)
      await at.call(consents).withdrawConsent({ id, purpose: other })
    }
    await at.call(consents).giveConsent({ id, purpose, agreed: true })
    await write()
    if (!(await isKept())) faults.push(`${what} is not kept with its consent`)
    await at.call(consents).withdrawConsent({ id, purpose })
    if (await isKept()) faults.push(`${what} outlives its consent`)
    if (!(await isRefused(write, 'privacy.consent_needed'))) faults.push(`${what} is stored after the withdrawal`)
  }
  return faults
}

/** One box, one purpose: nothing ticked, and nothing for several at once, is taken for consent. */
async function bundles(b: Bureau, clerk: Worker): Promise<string[]> {
  const id = await register(b, clerk, '佟捆绑')
  const tries: object[] = [
    { purpose: 'photo' },
    { purpose: 'photo', agreed: false },
    { purpose: [...consentKeys], agreed: true },
    { purpose: 'all', agreed: true },
    { purpose: 'photo', agreed: true, givenBy: 'family' },
    { purpose: 'photo', agreed: true, givenBy: 'worker', giver: '李敏' },
  ]
  const faults: string[] = []
  for (const payload of tries) {
    const headers = { cookie: `sangyu=${clerk.token}`, 'sec-fetch-site': 'same-origin' }
    const answer = await b.office.app.inject({ method: 'POST', url: `/api/people/${id}/consents`, payload, headers })
    if (answer.statusCode < 400) faults.push(`taken for consent: ${JSON.stringify(payload)}`)
  }
  return faults
}

async function isRefused(work: () => Promise<unknown>, code: string): Promise<boolean> {
  return work().then(
    () => false,
    (error: unknown) => error instanceof Refused && error.code === code,
  )
}

/** Counted in the browser, from the page of the person until the page shows the new state. */
async function tapsOf(b: Bureau, clerk: Worker): Promise<{ giving: number; withdrawing: number }> {
  const id = await register(b, clerk, '佟数次')
  const { zh } = purposeOf('photo')
  const page = await b.visit(`/people/${id}?tab=privacy`, { as: clerk })
  const give = page.getByRole('button', { name: `登记同意 ${zh}` })
  const withdraw = page.getByRole('button', { name: `撤回同意 ${zh}` })
  const giving = await counted(page, async () => {
    await give.click()
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '登记同意', exact: true }).click()
    await withdraw.waitFor()
  })
  const withdrawing = await counted(page, async () => {
    await withdraw.click()
    await give.waitFor()
  })
  return { giving, withdrawing }
}

async function counted(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate('window.taps = 0; window.onpointerdown = () => { window.taps += 1 }')
  await work()
  return page.evaluate<number>('window.taps')
}
