import assert from 'node:assert/strict'
import test from 'node:test'
import { guessPath } from './columns.ts'
import type { Field } from './fields.ts'
import { guessHeader } from './header-words.ts'

const HEADERS: Partial<Record<Field, string[]>> = {
  name: [
    '姓名',
    '姓  名',
    '姓　名',
    '姓\n名',
    '老干部姓名',
    '姓名（老干部）',
    '教师姓名',
    '*姓名',
    '姓名：',
    '离休干部姓名',
    '名字',
  ],
  former_name: ['曾用名', '原名'],
  gender: ['性别', '性 别', '性\n别', '男/女', '性别（男/女）'],
  birth: ['出生年月', '出生日期', '生日', '出生时间', '出生\n年月', '出生年月日', '出生年月（公历）', '出 生 日 期'],
  age: ['年龄', '周岁', '年龄（岁）', '实足年龄'],
  id: ['身份证号', '身份证号码', '公民身份号码', '居民身份证号码', '身份证', '证件号码', '身份证号（18位）'],
  phone: [
    '联系电话',
    '手机',
    '手机/联系方式',
    '电话',
    '联系方式',
    '手机号码',
    '住宅电话',
    '子女电话',
    '配偶手机',
    '儿子联系电话',
    '紧急联系人电话',
  ],
  ethnicity: ['民族', '民 族'],
  native_place: ['籍贯', '原籍'],
  political: ['政治面貌', '政治\n面貌'],
  party_member: ['是否党员', '党员', '是否中共党员'],
  party_date: ['入党时间', '入党年月', '加入中国共产党时间'],
  education: ['文化程度', '学历', '最高学历'],
  title: ['职称', '技术职称', '专业技术职务'],
  kind: ['人员类别', '类别', '离/退', '离退休类别', '类型'],
  post: ['职务', '原职务', '原任职务', '职务（职级）', '职务级别', '退休前职务'],
  unit_post: ['单位及职务', '原工作单位及职务', '原单位及职务', '单位、职务'],
  rank: ['级别', '职级', '行政级别', '退休时职级'],
  treatment: ['现享受待遇', '享受待遇', '享受何种待遇'],
  unit: ['单位', '工作单位', '原单位', '原工作单位', '单位全称', '单位名称', '学校'],
  nature: ['单位性质', '原单位性质'],
  work_start: ['参加工作时间', '参加革命工作时间', '参加革命(工作)时间', '工作时间', '参加工作年月'],
  retire_date: ['离退休时间', '退休时间', '离休时间', '离(退)休时间', '办理退休时间', '退休年月'],
  death_date: ['去世时间', '病故日期', '死亡时间'],
  street: ['街道', '所属街道', '乡镇（街道）'],
  community: ['社区', '所属社区', '现居住社区', '组织区域', '社区（村）', '村/社区'],
  address: ['家庭住址', '住址', '现居住地址', '楼号（住址）', '详细地址', '现住址'],
  living: ['居住状况', '居住情况', '居住状态'],
  flag: ['是否独居', '是否空巢', '失独', '是否失能'],
  health: ['健康状况', '身体状况', '健康情况'],
  pension: ['月离退休费', '月退休费', '养老金', '月离退休费（元）', '退休金'],
  remark: ['备注', '备 注', '说明'],
  number: ['序号', '编号', '序 号', 'No.', '№'],
  ignored: [
    '照片',
    '配偶姓名',
    '子女姓名',
    '老伴出生年月',
    '配偶身份证号',
    '配偶工作单位',
    '联系人',
    '填表人',
    '经办人电话',
    '所在党支部',
    '医疗待遇',
    '户籍地址',
  ],
}

test('headers are known by every word offices use for them', () => {
  for (const [field, headers] of Object.entries(HEADERS)) {
    for (const header of headers) assert.equal(guessHeader(header)?.field, field, header)
  }
})

test('words that head nothing are left alone', () => {
  for (const header of ['', '爱吃什么', '一、离休干部', '李明', '青河县离退休干部花名册及有关情况统计说明表格']) {
    assert.notEqual(guessHeader(header)?.field, 'name', header)
  }
})

const PATHS: [string[], Field | undefined][] = [
  [['时间', '参加工作'], 'work_start'],
  [['时间', '离退休'], 'retire_date'],
  [['工作经历', '参加工作'], 'work_start'],
  [['政治情况', '入党时间'], 'party_date'],
  [['职务级别', '级别'], 'rank'],
  [['职务级别', '原任职务'], 'post'],
  [['职务级别', '现享受待遇'], 'treatment'],
  [['联系方式', '手机'], 'phone'],
  [['配偶情况', '姓名'], 'ignored'],
  [['配偶情况', '电话'], 'phone'],
  [['子女情况', '工作单位'], 'ignored'],
  [['出生', '（年月）'], 'birth'],
  [['参加革命', '工作时间'], 'work_start'],
  [['基本情况', '姓名'], 'name'],
  [['补充信息', '备注'], 'remark'],
]

test('levels of a header are read together, the lowest first', () => {
  for (const [path, field] of PATHS) assert.equal(guessPath(path)?.field, field, path.join('／'))
})
