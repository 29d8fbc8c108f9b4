import { type Acts, SHIFT } from '#test/journeys/acts.ts'
import type { Street } from '#test/journeys/street.ts'
import type { Worker } from '#test/office.ts'
import type { Bureau, Size } from '../browser.ts'

export type Screen = { b: Bureau; street: Street; size: Size }

/** Does something on a page of the office as somebody, in a browser of its own. */
export const opens =
  ({ b, size }: Screen, as: Worker) =>
  (path: string) =>
    b.visit(path, { as, size })

export function clerkOnScreen(screen: Screen): Acts['clerk'] {
  const open = opens(screen, screen.street.workers.clerk)
  const need = '看病陪诊 · 王秀英'
  return {
    match: async () => {
      const page = await open('/needs')
      await page.getByRole('button', { name: /可以办理的事/ }).click()
      await page.getByRole('menuitem', { name: '受理', exact: true }).click()
      await page.getByText('已受理').waitFor()
      await page.getByRole('link', { name: need }).click()
      await page.getByText('住同一社区').waitFor()
      await page.getByRole('button', { name: '派给他/她' }).first().click()
      await page.getByText('已派人').first().waitFor()
      await page.close()
    },
    publishShift: async () => {
      const page = await open('/needs')
      await page.getByRole('link', { name: need }).click()
      await page.getByRole('link', { name: '去发布服务班次' }).click()
      await page.getByRole('button', { name: '发布班次' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('日期').fill('2026-03-03')
      await dialog.getByLabel('结束').fill('11:00')
      await dialog.getByRole('button', { name: '发布班次' }).click()
      await page.getByRole('heading', { level: 1, name: SHIFT }).waitFor()
      await page.close()
    },
    scan: async (code) => {
      const page = await open('/shifts')
      await page.getByRole('link', { name: SHIFT }).click()
      await page.getByRole('button', { name: '扫码或输编码' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('编码').fill(code)
      await dialog.getByRole('button', { name: '签到 / 签退' }).click()
      await dialog.getByText(/李建国已签[到退]/).waitFor()
      await page.close()
    },
    confirm: async () => {
      const page = await open('/service/waiting')
      await page.getByLabel(`选中李建国 ${SHIFT}`).check()
      await page.getByLabel('一并评价').selectOption('5')
      await page.getByRole('button', { name: '确认选中的 1 条' }).click()
      await page.getByText('已确认 1 条服务').waitFor()
      await page.close()
    },
  }
}

export function starsOnScreen(screen: Screen): Pick<Acts['keeper'], 'publishStar' | 'awardStar'> {
  const open = opens(screen, screen.street.workers.keeper)
  const choose = async (act: string, said: string) => {
    const page = await open('/service/stars')
    await page.getByLabel('选中李建国').check()
    await page.getByRole('button', { name: act }).click()
    await page.getByText(said).first().waitFor()
    await page.close()
  }
  return {
    publishStar: () => choose('公示选中的 1 个', '已公示 1 个'),
    awardStar: () => choose('评定选中的 1 个', '已评定 1 个'),
  }
}
