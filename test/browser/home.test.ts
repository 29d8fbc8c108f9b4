import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { PLACES } from '#test/office/county.ts'
import type { Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'
import { registerPeople } from './people-of-a-county.ts'

suite('home and the frame around every page', () => {
  let b: Bureau
  let clerk: Worker
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire()
    await registerPeople(b.office, [
      { name: '张建国', birthOn: '1936-03-08', placeCode: PLACES.guangchang },
      { name: '王秀兰', birthOn: '1941-03-20', placeCode: PLACES.guangchang },
      { name: '李志强', birthOn: '1946-03', placeCode: PLACES.xinyuan },
      { name: '刘桂英', birthOn: '1944-03-08' },
    ])
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`home has nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/', { as: clerk, size, lang })
        await page.getByText(/未来十四天的整寿|Round birthdays/).waitFor()
        await inspect(page)
      })

  test('what waits carries its number and opens exactly that list', async () => {
    const page = await b.visit('/', { as: clerk })
    await page.getByRole('link', { name: /没有居住地.*1 人/ }).click()
    const where = new URL(page.url()).searchParams.get('where')
    assert.deepEqual(JSON.parse(where ?? ''), [{ value: null, field: 'place', op: 'empty' }])
  })

  test('of the next fourteen days only round birthdays with a known day are told', async () => {
    const page = await b.visit('/', { as: clerk })
    await page.getByText('90 岁').waitFor()
    await page.getByRole('link', { name: '张建国' }).waitFor()
    for (const name of ['王秀兰', '李志强', '刘桂英']) assert.equal(await page.getByRole('link', { name }).count(), 0)
  })

  test('a slash brings the cursor to the search, arrows choose, Enter opens the person', async () => {
    const page = await b.visit('/', { as: clerk })
    await page.getByText('等我处理').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('zjg')
    await page.getByRole('option', { name: /张建国/ }).waitFor()
    await inspect(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/)
  })

  test('nobody found is said in words', async () => {
    const page = await b.visit('/', { as: clerk })
    await page.getByRole('combobox', { name: '查找干部' }).fill('欧阳无此人')
    await page.getByRole('option', { name: '没有找到“欧阳无此人”' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
  })

  test('a page that cannot come while the network is away says so in words, and opens when asked again', async () => {
    const page = await b.visit('/', { as: clerk })
    await page.getByText('等我处理').waitFor()
    await page.context().setOffline(true)
    await page.getByRole('link', { name: '单位', exact: true }).click()
    await page.getByText('连接不上服务器').waitFor()
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('连接不上服务器').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('heading', { level: 1, name: '单位' }).waitFor()
  })

  test('a community worker counts only the people of the community', async () => {
    const worker = await b.office.hire({ role: 'community_worker', place: PLACES.guangchang })
    const page = await b.visit('/', { as: worker })
    await page.getByText('您管理范围内在世 2 人').waitFor()
    assert.equal(await page.getByRole('link', { name: '账号与授权' }).count(), 0)
  })

  test('a leader who only reads sees numbers but no imports', async () => {
    const reader = await b.office.hire({ role: 'reader' })
    const page = await b.visit('/', { as: reader })
    await page.getByText('数据质量').waitFor()
    assert.equal(await page.getByText('最近导入').count(), 0)
    await inspect(page)
  })

  test('the first key leads past the navigation to the page itself', async () => {
    const page = await b.visit('/units', { as: clerk })
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: '跳到正文' })
    await skip.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#content:focus').waitFor()
  })

  test('the navigation folds, and stays folded', async () => {
    const page = await b.visit('/', { as: clerk })
    await page.getByRole('button', { name: '收起导航' }).click()
    await page.reload()
    await page.getByRole('button', { name: '展开导航' }).waitFor()
    await inspect(page)
  })

  test('on a phone the navigation is behind a button and closes when one goes', async () => {
    const page = await b.visit('/', { as: clerk, size: 'phone' })
    await page.getByRole('button', { name: '打开导航' }).click()
    await page.getByRole('dialog').getByRole('link', { name: '单位', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '单位' }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('a session that ends asks for the password over the page, and nothing typed is lost', async () => {
    const worker = await b.office.hire({ name: '何静' })
    const page = await b.visit('/units', { as: worker })
    await page.getByRole('button', { name: '新设单位' }).click()
    await page.getByRole('dialog').getByLabel('单位名称').fill('临邑县水利局')
    await b.office.as(worker).call(sessions).signOut()
    // A page that asks by itself may say so first, and then its question covers the button.
    await page.getByRole('dialog').getByLabel('单位名称').press('Enter')
    const ended = page.getByRole('dialog', { name: '登录已过期' })
    await ended.getByText('您填写的内容还在').waitFor()
    await inspect(page)
    assert.equal(await page.getByLabel('单位名称', { exact: true }).inputValue(), '临邑县水利局')
  })

  test('signing out leaves nothing behind', async () => {
    const worker = await b.office.hire()
    const page = await b.visit('/', { as: worker })
    await page.getByRole('button', { name: /我的账号/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    await page.goto(`${b.url}/units`)
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
  })
})
