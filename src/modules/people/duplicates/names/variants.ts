/** Pairs as written and as compared: traditional and variant forms, and surnames of the withdrawn second simplification (萧/肖, 傅/付, 戴/代, 阎/闫). */
const PAIRS =
  '張张陳陈劉刘趙赵黃黄吳吴孫孙馬马許许鄧邓韓韩馮冯蕭肖萧肖葉叶蔣蒋蘇苏呂吕盧卢鍾钟鐘钟譚谭範范陸陆賈贾鄒邹龍龙萬万錢钱湯汤閻闫阎闫顧顾龔龚嚴严賀贺賴赖齊齐' +
  '傅付戴代丘邱於于楊杨謝谢鄭郑羅罗畢毕龐庞韋韦鮑鲍項项閔闵麥麦甯宁寧宁寗宁栢柏凃涂閆闫' +
  '蘭兰鳳凤蓮莲榮荣華华國国東东學学偉伟傑杰紅红軍军麗丽愛爱慶庆興兴會会書书樹树雲云銀银錦锦鋼钢鐵铁鎮镇長长開开關关陽阳順顺顯显風风飛飞魯鲁鴻鸿義义禮礼聖圣貴贵' +
  '賢贤財财貞贞遠远連连進进達达運运選选鄉乡廣广應应憲宪懷怀戰战揚扬昇升陞升時时曉晓業业樂乐橋桥歲岁漢汉滿满潔洁澤泽濟济煥焕爾尔獻献瑩莹環环瓊琼碩硕禎祯穎颖積积' +
  '節节紀纪純纯紹绍統统維维綱纲緒绪緯纬繼继聲声聯联聰聪肅肃勝胜艷艳豔艳莊庄荘庄藍蓝藝艺衛卫詠咏詩诗誠诚誌志語语謙谦譽誉豐丰贊赞躍跃軒轩輝辉煇辉農农釗钊鈞钧鋒锋' +
  '錄录鎖锁鏡镜門门雙双靜静韻韵頌颂領领願愿駿骏驥骥鵬鹏鶴鹤黨党齡龄峯峰羣群喆哲堃坤湧涌栁柳脩修啟启啓启鑑鉴鑒鉴崑昆崐昆勛勋勳勋勲勋煒炜燿耀珎珍綉绣繡绣濬浚淨净凈净恆恒迺乃廼乃'

/** Spaces of every kind, and the dots between the parts of a name. */
const DROPPED = ' \u3000\u00a0·•・‧．.'

const chars = [...PAIRS]

/** As the two arguments of SQL's `translate`: what stands in `from` beyond the length of `to` is dropped. */
export const variants = {
  from: chars.filter((_, at) => at % 2 === 0).join('') + DROPPED,
  to: chars.filter((_, at) => at % 2 === 1).join(''),
}
