import { refusal } from '#platform/refuse.ts'

export const wishUsed = refusal('own.wish_used', 422, (p: { number: string }) => ({
  zh: `这件事已经登记过（编号 ${p.number}），和这次填的不一样，没有另记。请到“找人帮忙”查看；要请别的忙，请重新打开页面填写。`,
  en: `This was entered before (number ${p.number}) with other words; nothing more was entered. Look at what you asked for; to ask for something else open the page again.`,
}))
export const noTurn = refusal('own.no_turn', 409, () => ({
  zh: '您没有认领这项服务，或者已经取消了。',
  en: 'You have no turn in this, or gave it up before.',
}))
