import { type Acts, MONTH } from '#test/journeys/acts.ts'
import { takeAMoment } from '../browser.ts'
import { opens, type Screen } from './desk.ts'

/** The shop's own page, on a telephone beside the till or on a PC. */
export function sellerOnScreen(screen: Screen): Acts['seller'] {
  const open = opens(screen, screen.street.workers.seller)
  return {
    handOver: async (code) => {
      const page = await open('/partner')
      await page.getByLabel('领取码').fill(code)
      await page.getByRole('button', { name: '查一下' }).click()
      await page.getByText('李**').waitFor()
      await takeAMoment(page)
      await page.getByRole('button', { name: '已交付，确认核销' }).dblclick()
      await page.getByRole('heading', { level: 1, name: '核销成功' }).waitFor()
      await page.close()
    },
    confirmStatement: async () => {
      const page = await open('/partner')
      await page.getByRole('button', { name: '结算' }).click()
      await page.getByRole('button', { name: new RegExp(MONTH) }).click()
      await takeAMoment(page)
      await page.getByRole('button', { name: '核对无误，确认' }).click()
      await page.getByRole('heading', { level: 1, name: /已确认/ }).waitFor()
      await page.close()
    },
  }
}

export function settlingOnScreen(screen: Screen): {
  keeper: Pick<Acts['keeper'], 'drawUpStatement' | 'pay'>
  checker: Acts['checker']
} {
  const { keeper, checker } = screen.street.workers
  const openStatement = async (as: typeof keeper) => {
    const page = await opens(screen, as)('/bank/settlements')
    await page.getByRole('link', { name: '利民超市' }).click()
    return page
  }
  return {
    keeper: {
      drawUpStatement: async () => {
        const page = await opens(screen, keeper)('/bank/settlements')
        await page.getByRole('button', { name: '生成结算单' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('月份').fill(MONTH)
        await dialog.getByRole('button', { name: '生成结算单' }).click()
        await page.getByText('已生成 1 张').waitFor()
        await page.close()
      },
      pay: async (voucher) => {
        const page = await openStatement(keeper)
        await page.getByRole('button', { name: '登记付款' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('凭证号').fill(voucher)
        await dialog.getByRole('button', { name: '保存' }).click()
        await page.getByText('已登记付款').waitFor()
        await page.close()
      },
    },
    checker: {
      approve: async () => {
        const page = await openStatement(checker)
        await page.getByRole('button', { name: '审核通过' }).click()
        await page.getByText('已审核').first().waitFor()
        await page.close()
      },
    },
  }
}
