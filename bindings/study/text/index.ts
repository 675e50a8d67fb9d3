export { checkText, type TextCheck, type TextFinding } from './check.js';
export type { NumberKind, StudyNumber, StudyNumbers } from './number.js';
export { type NumberedStudy, numbersOf } from './numbers.js';
export { fillTemplate, type FillOptions, type ProseFormat, proseFormats } from './template.js';
export { writeJsonNumbers, writeLatexNumbers, writeTypstNumbers } from './writers.js';
