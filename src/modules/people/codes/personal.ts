import { codeTable } from './code-table.ts'

export const genderCodes = codeTable('GB/T 2261.1', [
  ['0', '未知的性别', 'Unknown'],
  ['1', '男', 'Male'],
  ['2', '女', 'Female'],
  ['9', '未说明的性别', 'Not stated'],
])

/** 20 is for those of whom nobody said which marriage it is. */
export const maritalCodes = codeTable('GB/T 2261.2', [
  ['10', '未婚', 'Single'],
  ['20', '已婚', 'Married'],
  ['21', '初婚', 'First marriage'],
  ['22', '再婚', 'Remarried'],
  ['23', '复婚', 'Remarried to the former spouse'],
  ['30', '丧偶', 'Widowed'],
  ['40', '离婚', 'Divorced'],
  ['90', '未说明的婚姻状况', 'Not stated'],
])

export const healthCodes = codeTable('GB/T 2261.3', [
  ['10', '健康或良好', 'Healthy or good'],
  ['20', '一般或较弱', 'Fair or rather weak'],
  ['30', '有慢性病', 'Chronic disease'],
  ['31', '心血管病', 'Cardiovascular disease'],
  ['32', '脑血管病', 'Cerebrovascular disease'],
  ['33', '慢性呼吸系统病', 'Chronic respiratory disease'],
  ['34', '慢性消化系统病', 'Chronic digestive disease'],
  ['35', '慢性肾炎', 'Chronic nephritis'],
  ['36', '结核病', 'Tuberculosis'],
  ['37', '糖尿病', 'Diabetes'],
  ['38', '神经或精神疾病', 'Neurological or mental illness'],
  ['41', '癌症', 'Cancer'],
  ['49', '其他慢性病', 'Other chronic disease'],
  ['60', '残疾', 'Disability'],
  ['61', '视力残疾', 'Visual disability'],
  ['62', '听力残疾', 'Hearing disability'],
  ['63', '言语残疾', 'Speech disability'],
  ['64', '肢体残疾', 'Physical disability'],
  ['65', '智力残疾', 'Intellectual disability'],
  ['66', '精神残疾', 'Psychiatric disability'],
  ['67', '多重残疾', 'Multiple disabilities'],
  ['69', '其他残疾', 'Other disability'],
])

export const politicalCodes = codeTable('GB/T 4762', [
  ['01', '中共党员', 'CPC member'],
  ['02', '中共预备党员', 'CPC probationary member'],
  ['03', '共青团员', 'Communist Youth League member'],
  ['04', '民革党员', 'RCCK member (Revolutionary Committee of the Kuomintang)'],
  ['05', '民盟盟员', 'CDL member (China Democratic League)'],
  ['06', '民建会员', 'CNDCA member (China National Democratic Construction Association)'],
  ['07', '民进会员', 'CAPD member (China Association for Promoting Democracy)'],
  ['08', '农工党党员', "CPWDP member (Chinese Peasants' and Workers' Democratic Party)"],
  ['09', '致公党党员', 'China Zhi Gong Party member'],
  ['10', '九三学社社员', 'Jiusan Society member'],
  ['11', '台盟盟员', 'TDSL member (Taiwan Democratic Self-Government League)'],
  ['12', '无党派人士', 'Non-party personage'],
  ['13', '群众', 'Citizen without party'],
])

export const educationCodes = codeTable('GB/T 4658', [
  ['10', '研究生教育', 'Postgraduate'],
  ['20', '大学本科', "Bachelor's course"],
  ['30', '大学专科', 'Junior college'],
  ['40', '中等职业教育', 'Secondary vocational school'],
  ['60', '普通高中', 'Senior secondary school'],
  ['70', '初中', 'Junior secondary school'],
  ['80', '小学', 'Primary school'],
  ['90', '其他', 'Other'],
])

/** What the other person is to the one whose record it is. */
export const familyRelationCodes = codeTable('GB/T 4761', [
  ['0', '本人', 'The person'],
  ['1', '配偶', 'Spouse'],
  ['2', '子', 'Son'],
  ['3', '女', 'Daughter'],
  ['4', '孙子、孙女或外孙子、外孙女', 'Grandchild'],
  ['5', '父母', 'Parent'],
  ['6', '祖父母或外祖父母', 'Grandparent'],
  ['7', '兄、弟、姐、妹', 'Sibling'],
  ['8', '其他', 'Other'],
])
