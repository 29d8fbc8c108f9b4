type Given = { first: string; last: string; single: string }

/** Characters that parents chose in those years: a name is a first and a last one, or one alone. */
type Era = { until: number; male: Given; female: Given }

export const eras: readonly Era[] = [
  {
    until: 1939,
    male: { first: '德玉长振宝春福金万兆连清希永学景', last: '山林海祥荣昌元堂田臣忠善亭奎江河', single: '贵顺生旺' },
    female: { first: '秀桂玉凤淑兰月翠金俊', last: '英兰芝荣香珍云梅莲贞', single: '芝英兰云' },
  },
  {
    until: 1953,
    male: { first: '建国志振新保玉庆春学文光明世兴立', last: '民华田忠明祥林山仁义东发昌胜魁生', single: '泉忠勤禄' },
    female: { first: '秀桂玉淑凤春爱翠素金', last: '英兰芝荣香珍云梅华芬', single: '英兰芳云' },
  },
  {
    until: 1963,
    male: { first: '建国志文卫红爱新永立庆学长洪玉春', last: '军民华平斌生国明峰兴杰海东泉臣和', single: '勇军平斌' },
    female: { first: '秀玉淑爱春红桂丽素美', last: '英芳珍华荣玲香梅霞萍', single: '芳霞萍敏' },
  },
  {
    until: 9999,
    male: { first: '建志文海卫立永晓新宏春少', last: '军强伟峰斌东涛辉波勇杰明', single: '伟勇强涛' },
    female: { first: '丽春红秀晓玉艳海爱文', last: '华丽玲梅霞燕娟红芳萍', single: '丽敏静艳' },
  },
]
