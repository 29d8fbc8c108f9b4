/** Surnames as they are frequent in the north of Shandong; own reckoning, in tenths of a per cent. */
export const surnames: readonly (readonly [string, number])[] = [
  ...weighted(86, '王'),
  ...weighted(74, '李张刘'),
  ...weighted(34, '孙赵陈杨'),
  ...weighted(22, '高马宋韩徐郭于周'),
  ...weighted(14, '崔吴胡朱林郑曹董邢梁贾'),
  ...weighted(9, '翟袁许田杜程魏孟姜康苏路纪'),
  ...weighted(5, '何罗谢唐冯萧曾潘蒋蔡余叶吕丁任卢姚沈钟'),
  ...weighted(3, '范金石廖夏付方白邹熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'),
  ...weighted(1, '单仇区查盖谌乐解宁牟逄綦隋庞耿焦车蔺巩苗'),
  ['欧阳', 1],
  ['司马', 1],
  ['尉迟', 1],
  ['夏侯', 1],
]

function weighted(weight: number, names: string): (readonly [string, number])[] {
  return [...names].map((name) => [name, weight] as const)
}
