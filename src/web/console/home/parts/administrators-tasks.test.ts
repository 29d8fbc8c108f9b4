import assert from 'node:assert/strict'
import test from 'node:test'
import { administration } from '../../../words/zh/office/administration.ts'
import { administratorsTasks } from './administrators-tasks.ts'

const waiting = { requests: 2, lapsed: 0, disabled: 1, ending: 0, vacant: ['audit_administrator'] }
const titles = (...permissions: string[]) =>
  administratorsTasks(administration, waiting, { may: (one) => permissions.includes(one), say: ({ zh }) => zh }).map(
    ({ title, hint }) => [title, hint],
  )

test('each administrator is told what waits, the vacancy first, and nothing that is at zero', () => {
  const vacancy = ['没有在用的审计管理员', '三员缺一不可：已发激活码的请本人激活，空缺的尽快补上']
  const disabled = ['久未登录已停用的账号', '不再需要的请注销，仍需要的申请重发激活码']
  assert.deepEqual(titles('accounts.approve'), [vacancy, ['账号申请待审批', '核实后办理，激活码交给本人'], disabled])
  assert.deepEqual(titles('accounts.request'), [vacancy, ['账号申请待审批', '已提交，等待另一位管理员审批'], disabled])
  assert.deepEqual(titles('audit.read'), [vacancy])
})

test('who approves gateways is told of one that waits, and that a restored copy sends nothing', () => {
  const hintOf = (gateway: { ofCopy: boolean } | null) =>
    administratorsTasks(
      administration,
      { ...waiting, vacant: [] },
      { may: () => false, say: ({ zh }) => zh, gateway },
    ).map(({ href, hint }) => [href, hint])
  assert.deepEqual(hintOf(null), [])
  assert.deepEqual(hintOf({ ofCopy: false }), [['/sms-gateway-wish', '核对地址后同意或退回']])
  assert.match(hintOf({ ofCopy: true })[0]?.[1] ?? '', /副本，短信已停发/)
})

test('who keeps the backups is told when one is overdue, and of a drill only once there is something to try', () => {
  const titlesWith = (lastBackup: { isOverdue: boolean } | null) =>
    administratorsTasks(
      administration,
      { ...waiting, vacant: [] },
      { may: () => false, say: ({ zh }) => zh, backups: { lastBackup, proof: { isOverdue: true } } },
    ).map(({ title }) => title)
  assert.deepEqual(titlesWith(null), ['还没有备份过'])
  assert.deepEqual(titlesWith({ isOverdue: true }), ['备份已逾期', '恢复演练已逾期'])
  assert.deepEqual(titlesWith({ isOverdue: false }), ['恢复演练已逾期'])
})
