import type { Page } from 'playwright-core'
import { type Acts, type Books, MONTH } from '#test/journeys/acts.ts'
import { inspect } from '../browser.ts'
import { opens, type Screen } from './desk.ts'

/** The three books as they are opened by hand: the month is chosen, a number of the total is pressed, and its people are read. */
export function booksOnScreen(screen: Screen): Pick<Acts['keeper'], 'readBooks'> {
  const open = opens(screen, screen.street.workers.keeper)
  return {
    readBooks: async () => ({
      needs: await needsOf(await open('/ledgers/needs')),
      service: await serviceOf(await open('/ledgers/service')),
      people: await peopleOf(await open('/ledgers/people')),
    }),
  }
}

async function needsOf(page: Page): Promise<Books['needs']> {
  await page.getByLabel('月份').selectOption(MONTH)
  await page.getByRole('link', { name: /^合计 办结 1 件/ }).click()
  await page.getByRole('heading', { name: '条目 · 办结' }).waitFor()
  await inspect(page)
  await page.locator('#entries a[href^="/needs/"]').click()
  const heading = page.getByRole('heading', { level: 1, name: /看病陪诊/ })
  const helper = await page.locator('dt:text-is("谁来帮") + dd').innerText()
  const [, helped = ''] = (await heading.innerText()).split(' · ')
  await page.close()
  return { helped, helper }
}

async function serviceOf(page: Page): Promise<Books['service']> {
  await page.getByLabel('月份').fill(MONTH)
  const total = page.locator('tr').filter({ hasText: '合计' })
  await total.getByRole('link', { name: '1', exact: true }).first().waitFor()
  await inspect(page)
  await total.getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: '服务记录' }).waitFor()
  return namesOn(page)
}

async function peopleOf(page: Page): Promise<Books['people']> {
  const total = page.locator('tr').filter({ hasText: '合计' })
  await total.getByRole('link').first().waitFor()
  await inspect(page)
  await total.getByRole('link', { name: '2', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: '干部名册' }).waitFor()
  return namesOn(page)
}

async function namesOn(page: Page): Promise<string[]> {
  const names = page.locator('main tbody a[href^="/people/"]')
  await names.first().waitFor()
  const found = await names.allInnerTexts()
  await page.close()
  return found
}
