import { wordsOf } from '../../../ui/language/language.ts'

const zh = {
  title: '恢复到某一时刻',
  note: '数据库的变更每五分钟加密归档一次。误删、误改之后，可以回到下面时段里的任何一分钟（在服务器上运行 sangyu restore --at，步骤见手册）。',
  earliest: '最早可恢复到',
  latest: '最晚可恢复到',
  parts: '中间有缺口，可恢复的时段',
  waiting: '尚未归档',
  stopped: '归档出错，数据库日志正在堆积，占用磁盘：',
  late: '归档已停顿超过 15 分钟，这期间的改动还不能恢复到某一时刻。请在服务器上查看日志或运行 sangyu doctor。',
  none: '还没有可恢复的时刻：第一份基准副本在服务启动五分钟左右即有。',
  elsewhere: '数据库由单位自己的 PostgreSQL 管理，恢复到某一时刻由那台服务器负责（手册“备份、恢复、升级”第 5 节）。',
  fine: '归档正常',
  until: ' 至 ',
}

const en: typeof zh = {
  title: 'Restore to a moment',
  note: 'What changes in the database is sealed into an archive every five minutes. After a mistake any minute of the time below can be brought back (on the server: sangyu restore --at; the manual tells the steps).',
  earliest: 'Earliest moment',
  latest: 'Latest moment',
  parts: 'There are gaps; what can be restored',
  waiting: 'Not yet archived',
  stopped: 'The archive has failed; the database’s log is piling up on the disk:',
  late: 'The archive has stood still for more than 15 minutes: what was changed since cannot be restored to a moment yet. See the log on the server, or run sangyu doctor.',
  none: 'There is no moment yet: the first base copy is made by itself about five minutes after the server starts.',
  elsewhere:
    'The database is on a PostgreSQL of your own, which sees to this itself (manual “Backup, restore, upgrade”, section 5).',
  fine: 'in order',
  until: ' to ',
}

export const useMomentWords = wordsOf(zh, en)
