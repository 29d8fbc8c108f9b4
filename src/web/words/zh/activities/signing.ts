export const signing = {
  titleOf: (title: string) => `签到表 · ${title}`,
  lead: '打印出来放在门口，到场的人签名；会后照着登记考勤。最后几行留给没有报名的人。',
  title: '签到表',
  print: '打印签到表',
  open: '签到表',
  take: '下载名单',
  tooMany:
    '一次或一天之内超过五十人的名单不能直接下载。要纸质的请打印签到表；要全部名单，请在“人员”中申请导出，由另一人批准。',
  when: (from: string, to: string) => `时间：${from} 至 ${to}`,
  count: (n: number) => `报名 ${n} 人`,
  number: '序号',
  name: '姓名',
  community: '社区',
  sign: '本人签名',
  note: '备注（陪同、代签）',
  others: (n: number) => `另有 ${n} 人不在您的管理范围内，不显示姓名，请在空行签名。`,
}
