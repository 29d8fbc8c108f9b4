export { ensureSeen, questionSql, selectedSql } from './question-sql.ts'
