export type { TextCheck, TextFinding } from './check.js';
export type { NumberedStudy, NumberKind, StudyNumber, StudyNumbers } from './number.js';
export type { FillOptions, ProseFormat } from './template.js';
export { writeLatexNumbers } from './writers.js';
