export const objections = {
  object: '登记异议',
  raisedBy: '提出人（可不署名）',
  words: '异议内容',
  objected: '异议已登记，请另一位工作人员核实答复',
  answer: '答复',
  answerTo: (who: string) => `答复${who}的异议`,
  answerWords: '核实情况和答复',
  outcome: '结论',
  notUpheld: '异议不成立',
  answered: '已答复',
}
