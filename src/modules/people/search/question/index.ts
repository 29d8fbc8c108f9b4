export { questionSql } from './question-sql.ts'
